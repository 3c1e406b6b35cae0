package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** The optimum of a tiny night by trying every combination of programs; no solver code. */
final class Exhaustive {
  private record Option(byte[] levels, long cost) {}

  private final LightingProblem night;
  private final List<List<Option>> options = new ArrayList<>();
  private final long[] least;
  private long best = Long.MAX_VALUE;

  private Exhaustive(LightingProblem night) {
    this.night = night;
    for (ControlGroup group : night.groups()) {
      List<Option> all = new ArrayList<>();
      grow(group, new byte[night.slots()], 0, all);
      all.sort(Comparator.comparingLong(Option::cost));
      options.add(all);
    }
    this.least = new long[options.size() + 1];
    for (int g = options.size() - 1; g >= 0; g--) {
      least[g] = least[g + 1] + options.get(g).get(0).cost();
    }
  }

  /** Empty where no plan is feasible. */
  static OptionalLong optimum(LightingProblem night) {
    Exhaustive search = new Exhaustive(night);
    search.choose(0, 0, new byte[night.groups().size()][]);
    return search.best == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(search.best);
  }

  /** The least cost of one group's programs alone. */
  static long cheapest(LightingProblem night, int g) {
    return new Exhaustive(night).options.get(g).get(0).cost();
  }

  private void grow(ControlGroup group, byte[] levels, int t, List<Option> all) {
    if (t == levels.length) {
      if (holds(group, levels)) {
        all.add(new Option(levels.clone(), cost(group, levels)));
      }
      return;
    }
    for (int l = group.floor()[t]; l < night.percents().length; l++) {
      levels[t] = (byte) l;
      grow(group, levels, t + 1, all);
    }
  }

  static boolean holds(ControlGroup group, byte[] levels) {
    int changes = 0;
    int run = 1;
    boolean holds = true;
    for (int t = 1; t < levels.length; t++) {
      int rise = levels[t] - levels[t - 1];
      if (rise == 0) {
        run++;
      } else {
        holds &= run >= group.minDwell();
        holds &= rise <= group.rampUp() && -rise <= group.rampDown();
        changes++;
        run = 1;
      }
    }
    return holds && run >= group.minDwell() && changes <= group.maxChanges();
  }

  private long cost(ControlGroup group, byte[] levels) {
    long cost = 0;
    for (int t = 0; t < levels.length; t++) {
      cost += (long) night.costPerWattSlot()[t] * group.watts()[levels[t]];
      int below = Math.max(0, group.required()[t] - levels[t]);
      cost += group.shortfallCost() * night.shortfallMultiplier()[below];
      cost += t > 0 && levels[t] != levels[t - 1] ? group.changeCost() : 0;
    }
    return cost;
  }

  private void choose(int g, long cost, byte[][] plan) {
    if (g == plan.length) {
      if (cost < best && feasible(night, plan)) {
        best = cost;
      }
      return;
    }
    for (Option option : options.get(g)) {
      if (cost + option.cost() + least[g + 1] >= best) {
        return;
      }
      plan[g] = option.levels();
      choose(g + 1, cost + option.cost(), plan);
    }
  }

  static boolean feasible(LightingProblem night, byte[][] plan) {
    for (Coupling limit : night.couplings()) {
      long[] sums = new long[limit.limits().length];
      for (int i = 0; i < limit.groups().length; i++) {
        for (int t = limit.from(); t < limit.to(); t++) {
          int row = sums.length == 1 ? 0 : t - limit.from();
          sums[row] += limit.shares()[i][plan[limit.groups()[i]][t]];
        }
      }
      for (int row = 0; row < sums.length; row++) {
        if (sums[row] > limit.limits()[row]) {
          return false;
        }
      }
    }
    for (int g = 0; g < plan.length; g++) {
      for (int t = 0; t < night.slots(); t++) {
        if (plan[g][t] < night.groups().get(g).floor()[t]) {
          return false;
        }
      }
      if (!holds(night.groups().get(g), plan[g])) {
        return false;
      }
    }
    return true;
  }
}
