package city.nhip.engine.planning.lighting;

/**
 * The best program of one group alone, exactly: a dynamic program over (changes so far, slots
 * covered, level) whose steps extend a run or start one of the least dwell. Keeps its arrays; one
 * thread.
 */
final class ProgramSearch {
  /** Dearer than any plan: a level below the floor. */
  static final double FORBIDDEN = 1e13;

  private final int slots;
  private final int levels;
  private final double[][] prefix;
  private double[][][] best = new double[0][][];
  private byte[][][] from = new byte[0][][];

  ProgramSearch(LightingProblem problem) {
    this.slots = problem.slots();
    this.levels = problem.percents().length;
    this.prefix = new double[levels][slots + 1];
  }

  /**
   * @param cost by slot and level, mVND; {@link #FORBIDDEN} where not allowed
   * @param program receives the level of each slot
   * @return the program's cost with its changes, mVND
   */
  double solve(ControlGroup group, double[][] cost, byte[] program) {
    int dwell = group.minDwell();
    int changes = Math.min(group.maxChanges(), slots / dwell - 1);
    reserve(changes + 1);
    for (int l = 0; l < levels; l++) {
      for (int t = 0; t < slots; t++) {
        prefix[l][t + 1] = prefix[l][t] + cost[t][l];
      }
    }
    for (int k = 0; k <= changes; k++) {
      fill(group, k, dwell, cost);
    }
    int lastK = 0;
    int lastL = 0;
    for (int k = 0; k <= changes; k++) {
      for (int l = 0; l < levels; l++) {
        if (best[k][slots][l] < best[lastK][slots][lastL]) {
          lastK = k;
          lastL = l;
        }
      }
    }
    double value = best[lastK][slots][lastL];
    trace(lastK, lastL, dwell, program);
    return value;
  }

  private void fill(ControlGroup group, int k, int dwell, double[][] cost) {
    int first = (k + 1) * dwell;
    for (int t = first; t <= slots; t++) {
      for (int l = 0; l < levels; l++) {
        double value = Double.POSITIVE_INFINITY;
        byte step = -1;
        if (k == 0) {
          value = prefix[l][t];
        } else {
          if (t > first) {
            value = best[k][t - 1][l] + cost[t - 1][l];
          }
          double run = prefix[l][t] - prefix[l][t - dwell] + group.changeCost();
          int lowest = Math.max(0, l - group.rampUp());
          int highest = Math.min(levels - 1, l + group.rampDown());
          double[] before = best[k - 1][t - dwell];
          for (int p = lowest; p <= highest; p++) {
            if (p != l && before[p] + run < value) {
              value = before[p] + run;
              step = (byte) p;
            }
          }
        }
        best[k][t][l] = value;
        from[k][t][l] = step;
      }
    }
  }

  private void trace(int k, int l, int dwell, byte[] program) {
    int t = slots;
    int change = k;
    int level = l;
    while (t > 0) {
      byte step = change == 0 ? -1 : from[change][t][level];
      if (step < 0) {
        program[--t] = (byte) level;
      } else {
        for (int i = 0; i < dwell; i++) {
          program[--t] = (byte) level;
        }
        level = step;
        change--;
      }
    }
  }

  private void reserve(int layers) {
    if (best.length < layers) {
      best = new double[layers][slots + 1][levels];
      from = new byte[layers][slots + 1][levels];
    }
  }
}
