package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.PlanningContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What intersections run where no plan for the hour does: the row of the day plan in force, or
 * their fixed plans.
 *
 * @param timings one an intersection, in the network's order
 * @param row of the day plan, {@code 05:30–09:00}; empty for the fixed plans
 */
record Usual(List<Timing> timings, Optional<String> row) {
  Usual {
    timings = List.copyOf(timings);
  }

  static Usual fixed(SignalNetwork network) {
    return new Usual(network.today(), Optional.empty());
  }

  /** A day plan that no longer fits the sites is left aside. */
  static Usual of(PlanningContext context, SignalNetwork network) {
    return RunningPlans.of(context)
        .dayRow(context.now())
        .flatMap(span -> of(span, network))
        .orElse(fixed(network));
  }

  private static Optional<Usual> of(RunningPlans.Span span, SignalNetwork network) {
    List<Timing> timings = new ArrayList<>();
    try {
      for (Intersection site : network.intersections()) {
        span.timings().stream()
            .filter(plan -> plan.id().equals(site.id()))
            .findFirst()
            .map(plan -> plan.timing(site))
            .ifPresentOrElse(timings::add, () -> timings.add(site.today()));
      }
      return Optional.of(new Usual(timings, span.row()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
