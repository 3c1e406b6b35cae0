package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Random nights with limits that some random plan just keeps, so that each has a feasible plan. */
final class SmallNights {
  private final Random random;
  private final int slots;
  private final int[] percents;
  private final List<ControlGroup> groups = new ArrayList<>();
  private final List<Coupling> couplings = new ArrayList<>();
  private final byte[][] witness;

  private SmallNights(Random random, int size, int slots, int levels) {
    this.random = random;
    this.slots = slots;
    this.percents = new int[levels];
    Arrays.setAll(percents, l -> 100 * (l + 1) / levels);
    this.witness = new byte[size][slots];
    for (int g = 0; g < size; g++) {
      groups.add(group(g));
      witness[g] = program(groups.get(g));
    }
  }

  static LightingProblem night(Random random, int size, int slots, int levels) {
    SmallNights made = new SmallNights(random, size, slots, levels);
    made.limit();
    int[] costs = random.ints(slots, 3, 9).toArray();
    int[] multiplier = new int[levels];
    Arrays.setAll(multiplier, i -> i * (i + 1) / 2);
    return new LightingProblem(
        "random", slots, 15, made.percents, costs, multiplier, made.groups, made.couplings);
  }

  private ControlGroup group(int g) {
    int levels = percents.length;
    int rated = 50 + random.nextInt(100);
    int[] required = new int[slots];
    int level = random.nextInt(levels);
    for (int t = 0; t < slots; t++) {
      level = random.nextInt(3) == 0 ? random.nextInt(levels) : level;
      required[t] = level;
    }
    int[] watts = new int[levels];
    int[] centilux = new int[levels];
    Arrays.setAll(watts, l -> rated * percents[l] / 100 + 3 * l);
    Arrays.setAll(centilux, l -> 7 * rated * percents[l] / 100);
    return new ControlGroup(
        "G" + g,
        0,
        watts,
        centilux,
        required,
        new int[slots],
        1 + random.nextInt(3),
        1 + random.nextInt(2),
        1 + random.nextInt(levels),
        1 + random.nextInt(levels),
        random.nextInt(500),
        100 + random.nextInt(2_000));
  }

  /** Any program that the controller can hold. */
  private byte[] program(ControlGroup group) {
    byte[] program = new byte[slots];
    int level = random.nextInt(percents.length);
    int run = 0;
    int changes = 0;
    for (int t = 0; t < slots; t++) {
      int left = slots - t;
      int next = random.nextInt(percents.length);
      int rise = next - level;
      if (rise != 0
          && run >= group.minDwell()
          && left >= group.minDwell()
          && changes < group.maxChanges()
          && rise <= group.rampUp()
          && -rise <= group.rampDown()
          && random.nextInt(3) == 0) {
        level = next;
        run = 0;
        changes++;
      }
      program[t] = (byte) level;
      run++;
    }
    return program;
  }

  private void limit() {
    int size = groups.size();
    int[] all = new int[size];
    Arrays.setAll(all, g -> g);
    int[][] watts = groups.stream().map(ControlGroup::watts).toArray(int[][]::new);
    add("cabinet", 0, slots, all, watts, random.nextInt(20));
    add("curtailment", slots / 3, slots / 3 + 2, all, watts, 0);
    int[][] energy =
        groups.stream()
            .map(group -> Arrays.stream(group.watts()).map(w -> 15 * w).toArray())
            .toArray(int[][]::new);
    add("budget", 0, slots, all, energy, random.nextInt(3_000));
    for (int g = 1; g < size; g++) {
      if (random.nextBoolean()) {
        adjacent(g - 1, g);
        adjacent(g, g - 1);
      }
    }
    if (size > 2) {
      int[] arms = {0, 1, size - 1};
      int[][] light = new int[3][];
      for (int arm = 0; arm < 3; arm++) {
        int e = 100 + random.nextInt(400);
        light[arm] = Arrays.stream(percents).map(percent -> -e * percent).toArray();
      }
      add("junction", 0, slots, arms, light, random.nextInt(2_000));
    }
  }

  private void adjacent(int bright, int dark) {
    int ratio = 200;
    for (int t = 0; t < slots; t++) {
      double found =
          100.0
              * groups.get(bright).centilux()[witness[bright][t]]
              / groups.get(dark).centilux()[witness[dark][t]];
      ratio = Math.max(ratio, (int) Math.ceil(found));
    }
    int most = ratio;
    int[][] shares = {
      Arrays.stream(groups.get(bright).centilux()).map(clx -> 100 * clx).toArray(),
      Arrays.stream(groups.get(dark).centilux()).map(clx -> -most * clx).toArray()
    };
    couplings.add(
        new Coupling(
            "adjacency",
            bright + " / " + dark,
            0,
            slots,
            new int[] {bright, dark},
            shares,
            new long[slots]));
  }

  /** A limit at what the witness takes, and some room. */
  private void add(String kind, int from, int to, int[] members, int[][] shares, int room) {
    boolean whole = kind.equals("budget");
    long[] limits = new long[whole ? 1 : to - from];
    for (int i = 0; i < members.length; i++) {
      for (int t = from; t < to; t++) {
        limits[whole ? 0 : t - from] += shares[i][witness[members[i]][t]];
      }
    }
    for (int row = 0; row < limits.length; row++) {
      limits[row] += room;
    }
    couplings.add(new Coupling(kind, kind + couplings.size(), from, to, members, shares, limits));
  }
}
