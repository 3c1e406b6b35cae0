package city.nhip.engine.planning.lighting;

import java.time.Duration;

/**
 * What a solve of one night came to.
 *
 * @param levels level index by group and slot
 * @param feasible whether every hard constraint holds; the plan with the least broken otherwise
 * @param value the objective of {@code levels}, mVND, lower is better
 * @param bound proven: no feasible plan costs less, mVND; never above the true optimum
 * @param prices by coupling and row of {@link LightingProblem#couplings}, mVND per unit of share, 0
 *     or above: what one unit more of that limit would save
 * @param evaluations of groups' programs
 */
public record LightingSolution(
    byte[][] levels,
    boolean feasible,
    long value,
    long bound,
    double[][] prices,
    long evaluations,
    Duration elapsed) {
  /**
   * With what supplies come to beside the lamps.
   *
   * @param suppliesBound at most what they can come to; the lamps' bound is at these prices
   */
  LightingSolution beside(long supplies, long suppliesBound) {
    return new LightingSolution(
        levels,
        feasible,
        value + supplies,
        bound > 0 ? bound + suppliesBound : bound,
        prices,
        evaluations,
        elapsed);
  }

  /**
   * @return how far the plan may be from the best possible, in % of its value, at least 0
   */
  public double gapPercent() {
    return value <= bound ? 0 : 100.0 * (value - bound) / Math.abs((double) value);
  }
}
