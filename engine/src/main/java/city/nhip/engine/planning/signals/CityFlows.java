package city.nhip.engine.planning.signals;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.JournaledReading;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Vehicles an hour on each approach, from the detectors' last quarter of an hour.
 *
 * @param vehiclesPerHour one an approach of the scope
 * @param filled approaches whose detector was silent, with the usual flow scaled as the others are
 */
record CityFlows(Map<String, Double> vehiclesPerHour, TreeSet<String> filled) {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  /** Share of detectors that must have reported within two intervals. */
  private static final double ENOUGH = 0.8;

  /**
   * @throws CannotPlan where under 80 % of the scope's detectors reported in the last 10 minutes
   */
  static CityFlows measured(PlanningContext context, List<SignalSites.Site> sites) {
    Instant now = context.now();
    Map<String, Double> sum = new HashMap<>();
    Map<String, Integer> count = new HashMap<>();
    Map<String, Instant> newest = new HashMap<>();
    Map<String, String> approachOf = approaches(context.city());
    List<JournaledReading> recent =
        context
            .readings()
            .between(CommonMeasures.TRAFFIC_FLOW.property(), now.minus(WINDOW), now.plusMillis(1));
    for (JournaledReading it : recent) {
      String approach = approachOf.get(it.reading().device());
      if (approach != null) {
        sum.merge(approach, it.reading().value(), Double::sum);
        count.merge(approach, 1, Integer::sum);
        newest.merge(approach, it.reading().observedAt(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    Instant fresh = now.minus(INTERVAL.multipliedBy(2));
    Map<String, Double> flows = new LinkedHashMap<>();
    TreeSet<String> silent = new TreeSet<>();
    double measured = 0;
    double usual = 0;
    for (SignalSites.Site site : sites) {
      for (SignalSites.Approach approach : site.approaches()) {
        Instant last = newest.getOrDefault(approach.id(), Instant.MIN);
        if (last.isBefore(fresh)) {
          silent.add(approach.id());
          continue;
        }
        double flow = sum.getOrDefault(approach.id(), 0.0) / count.getOrDefault(approach.id(), 1);
        flows.put(approach.id(), flow);
        measured += flow;
        usual += approach.usualFlowVehiclesPerHour();
      }
    }
    refuse(flows.size(), silent.size());
    double level = usual > 0 ? measured / usual : 1;
    for (SignalSites.Site site : sites) {
      for (SignalSites.Approach approach : site.approaches()) {
        flows.putIfAbsent(approach.id(), level * approach.usualFlowVehiclesPerHour());
      }
    }
    return new CityFlows(flows, silent);
  }

  private static void refuse(int reporting, int silent) {
    if (reporting < ENOUGH * (reporting + silent) || reporting == 0) {
      throw new CannotPlan(
          new Localized(
              "Chỉ %d trong %d cảm biến lưu lượng có số liệu trong 10 phút qua; cần ít nhất 80 %%."
                  .formatted(reporting, reporting + silent),
              "Only %d of %d flow detectors reported in the last 10 minutes; at least 80 %% are needed."
                  .formatted(reporting, reporting + silent)));
    }
  }

  private static Map<String, String> approaches(City city) {
    Map<String, String> approaches = new HashMap<>();
    for (Device device : city.devices().values()) {
      if (device.kind().equals("detector")) {
        approaches.put(device.id(), device.asset());
      }
    }
    return approaches;
  }

  double get(String approach) {
    return vehiclesPerHour.getOrDefault(approach, 0.0);
  }
}
