package city.nhip.engine.planning;

/**
 * A proven limit: no feasible schedule is better than {@code bound}.
 *
 * @param objective this schedule's value, lower is better
 * @param unit of both
 */
public record Bound(double objective, double bound, String unit) {
  /**
   * @return how far the schedule may be from the best possible, in %, at least 0
   */
  public double gapPercent() {
    return objective <= bound ? 0 : 100 * (objective - bound) / Math.abs(objective);
  }
}
