package city.nhip.engine.planning.signals;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.signals.SaturationFlow.Observed;
import city.nhip.engine.planning.signals.SignalSites.Approach;
import city.nhip.engine.planning.signals.SignalSites.Site;
import city.nhip.engine.planning.signals.SignalSites.Turn;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.ReadingKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the detectors of some sites, and of the approaches ahead of them, have counted.
 *
 * @param days that are looked back
 * @param flows by approach, where its detector ever counted
 * @param queues by approach of the sites themselves, of a day at most: intervals by their end,
 *     epoch milliseconds
 */
record DetectorCounts(
    int days, Map<String, CountedFlow> flows, Map<String, TreeMap<Long, Observed>> queues) {
  private static final int MOST_DAYS = 7;

  /** So that a plan does not wait for its calibration: of a city of 800 detectors, a day's. */
  private static final int MOST_READINGS = 60_000;

  private static final int READINGS_A_DAY = 288;

  static DetectorCounts of(PlanningContext context, List<Site> sites) {
    Map<String, Device> detectors = detectors(context.city());
    Set<String> own = new TreeSet<>();
    Set<String> all = new TreeSet<>();
    for (Site site : sites) {
      for (Approach approach : site.approaches()) {
        own.add(approach.id());
        all.add(approach.id());
        approach.turns().stream().map(Turn::to).forEach(all::add);
      }
    }
    all.retainAll(detectors.keySet());
    int days =
        Math.max(1, Math.min(MOST_DAYS, MOST_READINGS / READINGS_A_DAY / Math.max(1, all.size())));
    Instant from = context.now().minus(Duration.ofDays(days));
    Instant aDayAgo = context.now().minus(Duration.ofDays(1));
    Map<String, CountedFlow> flows = new HashMap<>();
    Map<String, TreeMap<Long, Observed>> queues = new HashMap<>();
    for (String approach : all) {
      Device detector = detectors.get(approach);
      if (detector != null) {
        List<JournaledReading> counted = read(context, detector, CommonMeasures.TRAFFIC_FLOW, from);
        flows.put(approach, new CountedFlow(counted));
        if (own.contains(approach)) {
          queues.put(
              approach,
              queues(counted, read(context, detector, CommonMeasures.OCCUPANCY, aDayAgo)));
        }
      }
    }
    return new DetectorCounts(days, flows, queues);
  }

  /** By approach; where one has several, the first by its id. */
  private static Map<String, Device> detectors(City city) {
    Map<String, Device> detectors = new TreeMap<>();
    for (Device device : new TreeMap<>(city.devices()).values()) {
      if (device.kind().equals("detector")) {
        detectors.putIfAbsent(device.asset(), device);
      }
    }
    return detectors;
  }

  private static List<JournaledReading> read(
      PlanningContext context, Device detector, ReadingKind kind, Instant from) {
    return context
        .readings()
        .between(detector.id(), kind.property(), from, context.now().plusMillis(1));
  }

  /** What was observed at one moment belongs together. */
  private static TreeMap<Long, Observed> queues(
      List<JournaledReading> counted, List<JournaledReading> covered) {
    Map<Instant, Double> occupancy = new HashMap<>();
    covered.forEach(it -> occupancy.put(it.reading().observedAt(), it.reading().value()));
    TreeMap<Long, Observed> queues = new TreeMap<>();
    for (JournaledReading it : counted) {
      Double percent = occupancy.get(it.reading().observedAt());
      if (percent != null) {
        queues.put(
            it.reading().observedAt().toEpochMilli(), new Observed(it.reading().value(), percent));
      }
    }
    return queues;
  }
}
