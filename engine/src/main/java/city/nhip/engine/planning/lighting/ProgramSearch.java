package city.nhip.engine.planning.lighting;

import java.util.Arrays;

/**
 * The best program of one group alone, exactly: a dynamic program over (slots covered, level of the
 * run in course), whose steps extend the run or start one of the least dwell. Where the result has
 * more changes than the controller holds, changes made so far become a third dimension. Costs may
 * be infinite; sums of exact costs stay exact. Keeps its arrays; one thread.
 */
final class ProgramSearch {
  private final int slots;
  private final int levels;
  private final double[] window;
  private double[][] best = new double[0][];
  private byte[][] from = new byte[0][];

  private double[] cost = new double[0];
  private ControlGroup group;
  private double changeCost;
  private int dwell;

  /** The levels of which some run of the least dwell is possible at all. */
  private int bottom;

  private int top;

  ProgramSearch(NightLayout night) {
    this.slots = night.slots;
    this.levels = night.levels;
    this.window = new double[(slots + 1) * levels];
    this.group = night.problem.groups().get(0);
    reserve(1);
  }

  /**
   * @param cost by slot x levels + level, mVND; infinite where not allowed
   * @param program receives the level of each slot; untouched where there is no program
   * @return the program's cost with its changes, mVND; infinite where there is none
   */
  double solve(ControlGroup group, double[] cost, byte[] program) {
    this.group = group;
    this.cost = cost;
    this.changeCost = group.changeCost();
    this.dwell = group.minDwell();
    windows();
    if (bottom > top) {
      return Double.POSITIVE_INFINITY;
    }
    relaxed();
    int last = cheapest(best[0]);
    double value = best[0][slots * levels + last];
    if (value == Double.POSITIVE_INFINITY) {
      return value;
    }
    return trace(0, last, program, false) <= group.maxChanges() ? value : limited(program);
  }

  /** Cost of one level over the dwell that ends before a slot. */
  private void windows() {
    bottom = levels - 1;
    top = 0;
    for (int t = dwell; t <= slots; t++) {
      for (int l = 0; l < levels; l++) {
        double sum = 0;
        for (int i = t - dwell; i < t; i++) {
          sum += cost[i * levels + l];
        }
        window[t * levels + l] = sum;
        if (sum < Double.POSITIVE_INFINITY) {
          bottom = Math.min(bottom, l);
          top = Math.max(top, l);
        }
      }
    }
  }

  /** Any number of changes. */
  private void relaxed() {
    double[] layer = best[0];
    Arrays.fill(layer, 0, Math.min(slots + 1, dwell) * levels, Double.POSITIVE_INFINITY);
    byte[] steps = from[0];
    for (int l = bottom; l <= top; l++) {
      layer[dwell * levels + l] = window[dwell * levels + l];
      steps[dwell * levels + l] = -1;
    }
    for (int t = dwell + 1; t <= slots; t++) {
      step(layer, layer, steps, t);
    }
  }

  private double limited(byte[] program) {
    int changes = Math.min(group.maxChanges(), slots / dwell - 1);
    reserve(changes + 1);
    Arrays.fill(best[0], 0, dwell * levels, Double.POSITIVE_INFINITY);
    Arrays.fill(from[0], (byte) -1);
    for (int l = bottom; l <= top; l++) {
      best[0][dwell * levels + l] = window[dwell * levels + l];
      for (int t = dwell + 1; t <= slots; t++) {
        best[0][t * levels + l] = best[0][(t - 1) * levels + l] + cost[(t - 1) * levels + l];
      }
    }
    int lastK = 0;
    int last = cheapest(best[0]);
    for (int k = 1; k <= changes; k++) {
      int first = (k + 1) * dwell;
      Arrays.fill(best[k], 0, Math.min(slots + 1, first) * levels, Double.POSITIVE_INFINITY);
      for (int t = first; t <= slots; t++) {
        step(best[k - 1], best[k], from[k], t);
      }
      int l = cheapest(best[k]);
      if (best[k][slots * levels + l] < best[lastK][slots * levels + last]) {
        lastK = k;
        last = l;
      }
    }
    double value = best[lastK][slots * levels + last];
    if (value < Double.POSITIVE_INFINITY) {
      trace(lastK, last, program, true);
    }
    return value;
  }

  /** Extends the run in course, or starts one of the least dwell that ends before slot t. */
  private void step(double[] before, double[] layer, byte[] steps, int t) {
    int here = t * levels;
    int start = (t - dwell) * levels;
    int up = group.rampUp();
    int down = group.rampDown();
    double lowest = Double.POSITIVE_INFINITY;
    int lowestAt = -1;
    for (int l = bottom; l <= top; l++) {
      double value = layer[here - levels + l] + cost[here - levels + l];
      byte from = -1;
      double run = window[here + l] + changeCost;
      if (run < Double.POSITIVE_INFINITY) {
        double other = lowest;
        int otherAt = lowestAt;
        if (up < l - bottom) {
          other = Double.POSITIVE_INFINITY;
          for (int p = Math.max(bottom, l - up); p < l; p++) {
            if (before[start + p] < other) {
              other = before[start + p];
              otherAt = p;
            }
          }
        }
        int highest = Math.min(top, l + down);
        for (int p = l + 1; p <= highest; p++) {
          if (before[start + p] < other) {
            other = before[start + p];
            otherAt = p;
          }
        }
        if (other + run < value) {
          value = other + run;
          from = (byte) otherAt;
        }
      }
      layer[here + l] = value;
      steps[here + l] = from;
      if (before[start + l] < lowest) {
        lowest = before[start + l];
        lowestAt = l;
      }
    }
  }

  private int cheapest(double[] layer) {
    int at = bottom;
    for (int l = bottom + 1; l <= top; l++) {
      if (layer[slots * levels + l] < layer[slots * levels + at]) {
        at = l;
      }
    }
    return at;
  }

  /**
   * @return the number of changes
   */
  private int trace(int k, int last, byte[] program, boolean layered) {
    int t = slots;
    int layer = k;
    int level = last;
    int changes = 0;
    while (t > dwell) {
      byte step = layered && layer == 0 ? -1 : from[layer][t * levels + level];
      if (step < 0) {
        program[--t] = (byte) level;
      } else {
        Arrays.fill(program, t - dwell, t, (byte) level);
        t -= dwell;
        level = step;
        changes++;
        layer -= layered ? 1 : 0;
      }
    }
    Arrays.fill(program, 0, t, (byte) level);
    return changes;
  }

  private void reserve(int layers) {
    int had = best.length;
    if (had < layers) {
      best = Arrays.copyOf(best, layers);
      from = Arrays.copyOf(from, layers);
      for (int k = had; k < layers; k++) {
        best[k] = new double[(slots + 1) * levels];
        from[k] = new byte[(slots + 1) * levels];
      }
    }
  }
}
