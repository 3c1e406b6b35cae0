package city.nhip.engine.planning.lighting;

import java.util.Arrays;

/**
 * The levels that a feasible plan can have at all, by group and slot: floors and tops carried over
 * from neighbours, junctions, power limits and ramps until nothing moves.
 */
final class LevelRange {
  private static final int MOST_ROUNDS = 60;

  private final NightLayout night;
  final byte[][] lowest;
  final byte[][] highest;
  private boolean moved;

  /** Whether some group is left without any level in a slot. */
  private boolean empty;

  LevelRange(NightLayout night) {
    this.night = night;
    this.lowest = new byte[night.size][night.slots];
    this.highest = new byte[night.size][night.slots];
    for (int g = 0; g < night.size; g++) {
      for (int t = 0; t < night.slots; t++) {
        int low = 0;
        int high = night.levels - 1;
        while (low < high && Double.isInfinite(night.cost[g][t * night.levels + low])) {
          low++;
        }
        while (high > low && Double.isInfinite(night.cost[g][t * night.levels + high])) {
          high--;
        }
        lowest[g][t] = (byte) low;
        highest[g][t] = (byte) high;
      }
    }
  }

  /** Narrows the night's levels; leaves them wide where no plan is feasible. */
  static LevelRange of(NightLayout night) {
    LevelRange range = new LevelRange(night);
    if (!range.narrow()) {
      return new LevelRange(night);
    }
    range.apply();
    return range;
  }

  /**
   * @return false where some group is left without any level: no plan is feasible
   */
  private boolean narrow() {
    moved = true;
    for (int round = 0; moved && !empty && round < MOST_ROUNDS; round++) {
      moved = false;
      for (int g = 0; g < night.size; g++) {
        ramps(g);
      }
      for (Pair pair : night.pairs) {
        pair(pair);
      }
      for (Crossing crossing : night.crossings) {
        sum(night.problem.couplings().get(crossing.coupling));
      }
      for (Coupling sum : night.sums) {
        if (!sum.wholeNight()) {
          sum(sum);
        }
      }
    }
    return !empty;
  }

  private void low(int g, int t, int level) {
    if (level > lowest[g][t]) {
      empty |= level > highest[g][t];
      lowest[g][t] = (byte) Math.min(level, highest[g][t]);
      moved = true;
    }
  }

  private void high(int g, int t, int level) {
    if (level < highest[g][t]) {
      empty |= level < lowest[g][t];
      highest[g][t] = (byte) Math.max(level, lowest[g][t]);
      moved = true;
    }
  }

  private void ramps(int g) {
    ControlGroup group = night.problem.groups().get(g);
    for (int t = 1; t < night.slots; t++) {
      low(g, t, lowest[g][t - 1] - group.rampDown());
      high(g, t, highest[g][t - 1] + Math.min(group.rampUp(), night.levels));
    }
    for (int t = night.slots - 1; t > 0; t--) {
      low(g, t - 1, lowest[g][t] - group.rampUp());
      high(g, t - 1, highest[g][t] + Math.min(group.rampDown(), night.levels));
    }
  }

  private void pair(Pair pair) {
    for (int t = pair.from; t < night.slots; t++) {
      low(pair.dark, t, Math.min(night.levels, pair.least[lowest[pair.bright][t]]));
      high(pair.bright, t, pair.most[highest[pair.dark][t]]);
    }
  }

  private void sum(Coupling sum) {
    int members = sum.groups().length;
    for (int t = sum.from(); t < sum.to(); t++) {
      long least = 0;
      for (int p = 0; p < members; p++) {
        least += least(sum, p, t);
      }
      int row = t - sum.from();
      long room = sum.limits()[row] + sum.spare()[row] - least;
      for (int p = 0; p < members; p++) {
        int g = sum.groups()[p];
        int[] shares = sum.shares()[p];
        long own = room + least(sum, p, t);
        int low = lowest[g][t];
        int high = highest[g][t];
        while (low <= high && shares[low] > own) {
          low++;
        }
        while (high >= low && shares[high] > own) {
          high--;
        }
        low(g, t, low);
        high(g, t, high);
      }
    }
  }

  private long least(Coupling sum, int place, int t) {
    int[] shares = sum.shares()[place];
    int g = sum.groups()[place];
    return Math.min(shares[lowest[g][t]], shares[highest[g][t]]);
  }

  /** Forbids in the night what lies outside. */
  private void apply() {
    for (int g = 0; g < night.size; g++) {
      for (int t = 0; t < night.slots; t++) {
        Arrays.fill(
            night.cost[g],
            t * night.levels,
            t * night.levels + lowest[g][t],
            Double.POSITIVE_INFINITY);
        Arrays.fill(
            night.cost[g],
            t * night.levels + highest[g][t] + 1,
            (t + 1) * night.levels,
            Double.POSITIVE_INFINITY);
      }
    }
  }
}
