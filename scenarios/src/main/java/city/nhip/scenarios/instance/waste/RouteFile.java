package city.nhip.scenarios.instance.waste;

import city.nhip.engine.planning.waste.Timeline;
import city.nhip.engine.planning.waste.Visit;
import city.nhip.engine.planning.waste.WastePlan;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A plan as CVRPLIB writes solutions. Stops count from 1 in the order of the instance's file, and
 * so do disposal sites: {@code D1}. Breaks are not written.
 */
public final class RouteFile {
  private RouteFile() {}

  public static String write(WasteInstance instance, WastePlan plan) {
    StringBuilder text = new StringBuilder();
    int routes = 0;
    for (Timeline timeline : plan.timelines()) {
      if (!timeline.visits().isEmpty()) {
        text.append("Route #").append(++routes).append(": ");
        text.append(words(timeline.visits())).append('\n');
      }
    }
    double objective = instance.objective(distance(plan));
    String cost = String.format(Locale.ROOT, "%." + instance.decimals() + "f", objective);
    return text.append("Cost ").append(cost).append('\n').toString();
  }

  /** Of all trucks, in the problem's unit. */
  public static long distance(WastePlan plan) {
    return plan.timelines().stream().mapToLong(Timeline::distance).sum();
  }

  /** How many trucks leave. */
  public static long trucks(WastePlan plan) {
    return plan.timelines().stream().filter(timeline -> !timeline.visits().isEmpty()).count();
  }

  private static String words(List<Visit> visits) {
    return visits.stream()
        .filter(visit -> visit.kind() != Visit.Kind.REST)
        .map(visit -> (visit.kind() == Visit.Kind.TIP ? "D" : "") + (visit.index() + 1))
        .collect(Collectors.joining(" "));
  }
}
