package city.nhip.engine.planning.signals;

/**
 * What counts say of a figure that the city's file configures.
 *
 * @param low of the interval that holds the true figure in 95 of 100 cases, as far as the model of
 *     the counts is right
 * @param counts that it rests on
 */
record Estimate(String name, double configured, double value, double low, double high, int counts) {
  /** Standard deviations to either side of 95 of 100 cases. */
  private static final double WIDTH = 1.96;

  static Estimate of(String name, double configured, double value, double deviation, int counts) {
    return new Estimate(
        name, configured, value, value - WIDTH * deviation, value + WIDTH * deviation, counts);
  }

  /** Whether the configured figure is outside of the interval. */
  boolean differs() {
    return configured < low || configured > high;
  }

  /** How far outside, to bring the most certain first. */
  double surprise() {
    return Math.abs(configured - value) / Math.max(1e-9, high - low);
  }

  boolean holds(double truth) {
    return low <= truth && truth <= high;
  }
}
