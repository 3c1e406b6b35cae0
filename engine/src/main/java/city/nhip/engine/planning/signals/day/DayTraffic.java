package city.nhip.engine.planning.signals.day;

import city.nhip.engine.planning.signals.Outcome;
import city.nhip.engine.planning.signals.SignalPlan;
import city.nhip.engine.planning.signals.SignalSites;
import city.nhip.engine.planning.signals.Timing;
import city.nhip.engine.planning.signals.ZoneSignals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The day's own traffic, quarter by quarter, as the queue model plays it under any timings. Each
 * span starts with empty streets, whatever plan ran before: spans are compared, not joined.
 * Remembers its networks, not what was played; for one thread.
 */
final class DayTraffic {
  private final ZoneSignals zone;
  private final DayCounts counts;
  private final Map<List<Integer>, SignalPlan> spans = new HashMap<>();

  DayTraffic(DayPlan.Problem problem) {
    zone = problem.zone();
    counts = problem.counts();
  }

  /**
   * @param from quarter, inclusive
   * @param to quarter, exclusive
   */
  Outcome play(int from, int to, List<Timing> timings) {
    return spans.computeIfAbsent(List.of(from, to), key -> span(from, to)).with(timings).played();
  }

  private SignalPlan span(int from, int to) {
    List<Map<String, Double>> flows = new ArrayList<>();
    for (int quarter = from; quarter < to; quarter++) {
      flows.add(byApproach(zone, counts.flows()[quarter]));
    }
    return SignalPlan.today(zone.network(flows, from * DayCounts.SECONDS, DayCounts.SECONDS));
  }

  /** Half an hour of a span's mean traffic, for a search. */
  SignalPlan usual(int from, int to) {
    Map<String, Double> mean = byApproach(zone, counts.mean(from, to));
    return SignalPlan.today(
        zone.network(List.of(mean, mean), from * DayCounts.SECONDS, DayCounts.SECONDS));
  }

  private static Map<String, Double> byApproach(ZoneSignals zone, double[] flows) {
    Map<String, Double> by = new LinkedHashMap<>();
    List<SignalSites.Approach> approaches = zone.approaches();
    for (int a = 0; a < flows.length; a++) {
      by.put(approaches.get(a).id(), flows[a]);
    }
    return by;
  }
}
