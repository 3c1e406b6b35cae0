package city.nhip.engine.planning.waste.city;

import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the rules found and a collection plan must know.
 *
 * @param urgent level of each container that must be collected, %, by id
 * @param since when it had that level
 * @param suspect containers that somebody must look at before a crew does
 * @param faster how many times faster containers fill, by zone, or {@code city} for all
 * @param closed sections of roads.json that nobody may pass
 * @param broken since when a truck is out of service, by id
 * @param slowdown factor on all travel times, 1 or more: rain
 */
record WasteFindings(
    Map<String, Double> urgent,
    Map<String, Instant> since,
    Set<String> suspect,
    Map<String, Double> faster,
    Set<String> closed,
    Map<String, Instant> broken,
    double slowdown) {
  static final String URGENT = "container-urgent";
  static final String BREAKDOWN = "truck-breakdown";
  static final String SLOWDOWN = "travel-slowdown";
  static final String CLOSED = "road-closed";
  static final String SUSPECT = "container-suspect";
  static final String EXTRA_ROUND = "extra-round";

  /** About a zone, or the whole city: so many % more waste than usual. */
  static final String DEMAND = "waste-demand";

  private static final double SLOWEST = 2;
  private static final double STANDS_STILL = 4;
  private static final Duration SHIFT = Duration.ofHours(12);

  /** Containers of a zone with an event fill so much faster; an assumption. */
  private static final double CROWD = 1.5;

  static WasteFindings of(PlanningContext context) {
    Map<String, Double> urgent = new TreeMap<>();
    Map<String, Instant> since = new HashMap<>();
    Set<String> suspect = new TreeSet<>();
    Map<String, Double> faster = new TreeMap<>();
    Set<String> closed = new TreeSet<>();
    Map<String, Instant> broken = new TreeMap<>();
    double slowdown = 1;
    for (Finding finding : context.known()) {
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
        case SUSPECT -> suspect.add(finding.asset());
        case EXTRA_ROUND -> faster.merge(finding.asset(), CROWD, Math::max);
        case DEMAND -> faster.merge(finding.asset(), 1 + finding.value() / 100, Math::max);
        case CLOSED -> closed.add(finding.asset());
        case SLOWDOWN -> slowdown = Math.max(slowdown, Math.min(SLOWEST, finding.value()));
        default -> {}
      }
    }
    ownUnits(context, broken);
    return new WasteFindings(urgent, since, suspect, faster, closed, broken, slowdown);
  }

  /** What a truck's own unit said last holds for the shift, unless a finding is younger. */
  private static void ownUnits(PlanningContext context, Map<String, Instant> broken) {
    context
        .readings()
        .latest(CommonMeasures.TRUCK_FAULT.property(), context.now())
        .values()
        .forEach(
            one ->
                context
                    .city()
                    .findDevice(one.reading().device())
                    .ifPresent(unit -> said(unit.asset(), one.reading(), context.now(), broken)));
  }

  private static void said(
      String truck, Reading reading, Instant now, Map<String, Instant> broken) {
    if (reading.value() < STANDS_STILL) {
      if (!reading.observedAt().isBefore(broken.getOrDefault(truck, Instant.MAX))) {
        broken.remove(truck);
      }
    } else if (reading.observedAt().isAfter(now.minus(SHIFT))) {
      broken.put(truck, reading.observedAt());
    }
  }

  /** Nobody may work at it now: its street is closed, or somebody must look at it first. */
  boolean blocked(WasteContainers.Container container) {
    return suspect.contains(container.id()) || closed.contains(container.section());
  }

  Optional<Instant> findBroken(String truck) {
    return Optional.ofNullable(broken.get(truck));
  }

  /** What is known of the container, be it by its readings or by a finding. */
  Filling raised(Filling filling, String zone) {
    double times =
        Math.max(faster.getOrDefault(zone, 1.0), faster.getOrDefault(WasteDomain.SCOPE, 1.0));
    Filling crowd = times > 1 ? filling.faster(times) : filling;
    Double percent = urgent.get(filling.container());
    Instant at = since.get(filling.container());
    return percent == null || at == null ? crowd : crowd.atLeast(percent, at);
  }
}
