package city.nhip.rules.replay;

import city.nhip.engine.city.Localized;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The schedule of one scope at one moment, as either set of rules would have had it planned.
 *
 * @param at the moment within the span at which most of what the two sides found is different
 * @param figures the domain's own, each on both sides; none where a side has no plan
 */
public record ScheduleChange(
    String domain, String scope, Instant at, Plan before, Plan after, List<Figure> figures) {
  /**
   * One side's plan.
   *
   * @param findings how many held at the moment
   * @param score as the solver writes it; empty where the domain refused to plan
   * @param refused why there is no plan
   */
  public record Plan(int findings, String score, boolean feasible, Optional<Localized> refused) {}

  /**
   * One figure.
   *
   * @param before of the old rules' plan
   * @param told of that same plan, reckoned with what the new rules found; empty where that plan
   *     does not fit
   * @param after of the new rules' plan
   */
  public record Figure(
      String key, Localized label, String unit, double before, OptionalDouble told, double after) {}
}
