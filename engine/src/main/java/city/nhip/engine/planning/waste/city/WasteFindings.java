package city.nhip.engine.planning.waste.city;

import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.PlanningContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the rules found and a collection plan must know.
 *
 * @param urgent level of each container that must be collected, %, by id
 * @param since when it had that level
 * @param broken since when a truck is out of service, by id
 * @param slowdown factor on all travel times, 1 or more: rain
 */
record WasteFindings(
    Map<String, Double> urgent,
    Map<String, Instant> since,
    Map<String, Instant> broken,
    double slowdown) {
  static final String URGENT = "container-urgent";
  static final String BREAKDOWN = "truck-breakdown";
  static final String SLOWDOWN = "travel-slowdown";

  private static final double SLOWEST = 2;

  static WasteFindings of(PlanningContext context) {
    Map<String, Double> urgent = new TreeMap<>();
    Map<String, Instant> since = new HashMap<>();
    Map<String, Instant> broken = new TreeMap<>();
    double slowdown = 1;
    for (Finding finding : context.findings()) {
      if (context.now().isBefore(finding.from()) || !context.now().isBefore(finding.until())) {
        continue;
      }
      switch (finding.kind()) {
        case URGENT -> {
          if (finding.value() >= urgent.getOrDefault(finding.asset(), 0.0)) {
            urgent.put(finding.asset(), finding.value());
            since.put(finding.asset(), finding.from());
          }
        }
        case BREAKDOWN ->
            broken.merge(finding.asset(), finding.from(), (a, b) -> a.isBefore(b) ? a : b);
        case SLOWDOWN -> slowdown = Math.max(slowdown, Math.min(SLOWEST, finding.value()));
        default -> {}
      }
    }
    return new WasteFindings(urgent, since, broken, slowdown);
  }

  Optional<Instant> findBroken(String truck) {
    return Optional.ofNullable(broken.get(truck));
  }

  /** What is known of the container, be it by its readings or by a finding. */
  Filling raised(Filling filling) {
    Double percent = urgent.get(filling.container());
    Instant at = since.get(filling.container());
    return percent == null || at == null ? filling : filling.atLeast(percent, at);
  }
}
