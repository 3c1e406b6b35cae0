package city.nhip.engine.planning.lighting;

import java.util.Arrays;

/**
 * What one unit over each limit costs while the search looks for a feasible plan; grows where a
 * limit stays broken.
 */
final class LimitWeights {
  private static final double LIGHTEST_POWER = 5;
  private static final double LIGHTEST_NIGHT = 0.25;
  private static final double ABOVE_PRICE = 1.2;
  private static final double LIGHTEST_STEP = 350_000;
  private static final double OF_STIFFNESS = 0.7;
  private static final double LIGHTEST_LEVEL = 500_000;

  private static final double RELUCTANCE = 10;

  /** Of a watt that a call is about, and of a unit of any other limit, mVND. */
  private static final double BEYOND = 1e6;

  private static final double KEPT = 1e9;

  private final NightLayout night;

  /** By sum and row, mVND per unit. */
  final double[][] sums;

  /** By pair, mVND per level. */
  final double[] pairs;

  /** By crossing, mVND per unit of light. */
  final double[] crossings;

  /** By group: what it must gain before it changes at all, mVND. */
  final double[] reluctance;

  LimitWeights(NightLayout night, LightPrices prices) {
    this.reluctance = new double[night.size];
    this.night = night;
    this.sums = new double[night.sums.length][];
    this.pairs = new double[night.pairs.length];
    this.crossings = new double[night.crossings.length];
    start(prices);
  }

  /** Lets groups change only where much is gained by it: few change more rather than many a bit. */
  void reluctant() {
    for (int g = 0; g < reluctance.length; g++) {
      reluctance[g] = RELUCTANCE * night.stiffness(g);
    }
  }

  /** Back to a little more than the prices. */
  void start(LightPrices prices) {
    double dearest = 1;
    for (int cost : night.problem.costPerWattSlot()) {
      dearest = Math.max(dearest, cost);
    }
    for (int s = 0; s < sums.length; s++) {
      sums[s] = prices.sumPrices(s).clone();
      boolean whole = night.sums[s].wholeNight();
      double least = dearest * (whole ? LIGHTEST_NIGHT : LIGHTEST_POWER);
      for (int row = 0; row < sums[s].length; row++) {
        sums[s][row] = Math.max(least, sums[s][row] * ABOVE_PRICE);
      }
    }
    for (Pair pair : night.pairs) {
      double softer = Math.min(night.stiffness(pair.bright), night.stiffness(pair.dark));
      pairs[pair.index] = Math.max(LIGHTEST_STEP, OF_STIFFNESS * softer);
    }
    for (Crossing crossing : night.crossings) {
      int brightest = 1;
      for (int[] light : crossing.light) {
        brightest = Math.max(brightest, (light[light.length - 1] - light[0]) / light.length);
      }
      crossings[crossing.index] = LIGHTEST_LEVEL / brightest;
    }
  }

  /**
   * Only what is broken may stay so for a while; it outweighs every cost, and all else outweighs
   * it.
   */
  void shed(LightState state) {
    for (int s = 0; s < sums.length; s++) {
      for (int row = 0; row < sums[s].length; row++) {
        boolean broken = state.loads[s][row] > night.sums[s].limits()[row];
        sums[s][row] = broken ? BEYOND : KEPT;
      }
    }
    Arrays.fill(pairs, 1_000 * KEPT);
    Arrays.fill(crossings, KEPT);
  }

  /** Makes every limit that is broken weigh more. */
  void press(LightState state, Broken broken, double by) {
    for (int s : broken.sums()) {
      for (int row = 0; row < sums[s].length; row++) {
        if (state.loads[s][row] > night.sums[s].limits()[row]) {
          sums[s][row] *= by;
        }
      }
    }
    for (Pair pair : broken.pairs()) {
      pairs[pair.index] *= by;
    }
    for (Crossing crossing : broken.crossings()) {
      crossings[crossing.index] *= by;
    }
  }
}
