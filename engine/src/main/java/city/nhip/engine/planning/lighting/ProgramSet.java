package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan's programs, brought down to few distinct ones: the cheapest merge first, none that breaks
 * a hard limit. What is past stays each group's own.
 */
final class ProgramSet {
  private static final double NEVER = 1e18;
  private static final double MILLI = 1_000;

  private final LightingPlan plan;
  private final int first;
  private final List<int[]>[] memberships;
  private final byte[][] levels;
  private final long[][] loads;

  /** Program by group; members by program, null once it is merged away. */
  private final int[] program;

  private final List<byte[]> programs = new ArrayList<>();
  private final List<List<Integer>> members = new ArrayList<>();

  /** What a program's members would cost with another program, mVND. */
  private double[][] cost;

  private final List<Step> curve = new ArrayList<>();

  /**
   * @param programs distinct ones
   * @param extraVnd what the night costs more than with a program for each group
   */
  record Step(int programs, double extraVnd) {}

  private ProgramSet(LightingPlan plan) {
    this.plan = plan;
    this.first = plan.setting().past().firstFree();
    this.memberships = plan.problem().memberships();
    this.levels = new byte[plan.levels().length][];
    this.program = new int[levels.length];
    Map<String, Integer> known = new LinkedHashMap<>();
    for (int g = 0; g < levels.length; g++) {
      levels[g] = plan.levels()[g].clone();
      byte[] tail = Arrays.copyOfRange(levels[g], first, levels[g].length);
      Integer place = known.putIfAbsent(Arrays.toString(tail), programs.size());
      if (place == null) {
        place = programs.size();
        programs.add(tail);
        members.add(new ArrayList<>());
      }
      program[g] = place;
      members.get(place).add(g);
    }
    this.loads = new long[plan.problem().couplings().size()][];
    for (int c = 0; c < loads.length; c++) {
      loads[c] = LightingScore.loads(plan, plan.problem().couplings().get(c));
    }
    this.cost = costs();
  }

  /**
   * @param most distinct programs, 1 or more; as few as can be where limits forbid so few
   */
  static ProgramSet of(LightingPlan plan, int most) {
    ProgramSet set = new ProgramSet(plan);
    int left = set.programs.size();
    double extra = 0;
    set.curve.add(new Step(left, 0));
    while (left > most) {
      double more = set.mergeCheapest();
      if (more >= NEVER) {
        break;
      }
      extra += more;
      left--;
      set.curve.add(new Step(left, extra / MILLI));
    }
    return set;
  }

  private double[][] costs() {
    double[][] sums = new double[programs.size()][programs.size()];
    for (int g = 0; g < levels.length; g++) {
      for (int p = 0; p < programs.size(); p++) {
        sums[program[g]][p] = Math.min(NEVER, sums[program[g]][p] + cost(g, programs.get(p)));
      }
    }
    return sums;
  }

  /** Of the free part of the night; {@link #NEVER} where the group may not run it. */
  private double cost(int g, byte[] tail) {
    ControlGroup group = plan.problem().groups().get(g);
    byte[] whole = with(g, tail);
    double sum = 0;
    int changes = 0;
    int began = 0;
    for (int t = 0; t < whole.length; t++) {
      boolean change = t > 0 && whole[t] != whole[t - 1];
      if (change) {
        int up = whole[t] - whole[t - 1];
        changes++;
        if (t >= first
            && (t - began < group.minDwell() || up > group.rampUp() || -up > group.rampDown())) {
          return NEVER;
        }
        began = t;
      }
      if (t >= first) {
        if (whole[t] < group.floor()[t]) {
          return NEVER;
        }
        sum += plan.problem().slotCost(group, t, whole[t]) + (change ? group.changeCost() : 0);
      }
    }
    return changes > group.maxChanges() || sum >= ControlGroup.NEVER ? NEVER : sum;
  }

  private byte[] with(int g, byte[] tail) {
    byte[] whole = levels[g].clone();
    System.arraycopy(tail, 0, whole, first, tail.length);
    return whole;
  }

  private double mergeCheapest() {
    record Merge(int from, int to, double more) {}
    List<Merge> merges = new ArrayList<>();
    for (int a = 0; a < cost.length; a++) {
      for (int b = 0; b < cost.length; b++) {
        if (a != b && !members.get(a).isEmpty() && !members.get(b).isEmpty()) {
          double more = cost[a][b] - cost[a][a];
          if (cost[a][b] < NEVER) {
            merges.add(new Merge(a, b, more));
          }
        }
      }
    }
    merges.sort(Comparator.comparingDouble(Merge::more));
    for (Merge merge : merges) {
      if (moved(merge.from(), merge.to())) {
        return merge.more();
      }
    }
    return NEVER;
  }

  /** Moves all members, unless a shared limit would break. */
  private boolean moved(int from, int to) {
    List<Integer> moving = members.get(from);
    List<byte[]> before = moving.stream().map(g -> levels[g]).toList();
    for (int g : moving) {
      put(g, with(g, programs.get(to)));
    }
    if (moving.stream().anyMatch(this::breaks)) {
      for (int i = 0; i < before.size(); i++) {
        put(moving.get(i), before.get(i));
      }
      return false;
    }
    moving.forEach(g -> program[g] = to);
    members.get(to).addAll(moving);
    members.set(from, List.of());
    for (int p = 0; p < cost.length; p++) {
      cost[to][p] = Math.min(NEVER, cost[to][p] + cost[from][p]);
    }
    return true;
  }

  private void put(int g, byte[] program) {
    for (int[] membership : memberships[g]) {
      Coupling coupling = plan.problem().couplings().get(membership[0]);
      int[] shares = coupling.shares()[membership[1]];
      for (int t = coupling.from(); t < coupling.to(); t++) {
        int row = coupling.wholeNight() ? 0 : t - coupling.from();
        loads[membership[0]][row] += shares[program[t]] - shares[levels[g][t]];
      }
    }
    levels[g] = program;
  }

  private boolean breaks(int g) {
    for (int[] membership : memberships[g]) {
      long[] limits = plan.problem().couplings().get(membership[0]).limits();
      for (int row = 0; row < limits.length; row++) {
        if (loads[membership[0]][row] > limits[row]) {
          return true;
        }
      }
    }
    return false;
  }

  /** The plan with the few programs. */
  LightingPlan plan() {
    return plan.with(levels);
  }

  /** From all programs to as few as were reached. */
  List<Step> curve() {
    return List.copyOf(curve);
  }

  /** Groups by program, in the order of the programs' first groups. */
  List<List<Integer>> groups() {
    return members.stream()
        .filter(of -> !of.isEmpty())
        .map(of -> of.stream().sorted().toList())
        .sorted(Comparator.comparingInt((List<Integer> of) -> of.get(0)))
        .toList();
  }
}
