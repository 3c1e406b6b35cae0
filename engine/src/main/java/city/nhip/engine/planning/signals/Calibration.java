package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.signals.SaturationFlow.Observed;
import city.nhip.engine.planning.signals.SignalSites.Approach;
import city.nhip.engine.planning.signals.SignalSites.Site;
import city.nhip.engine.planning.signals.SignalSites.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sites whose turning shares and saturation flows are what the detectors' counts say, where they
 * say something, and as configured elsewhere. The same journal gives the same calibration.
 *
 * @param sites in the order given
 * @param days that were looked back
 * @param shares by approach, where counts tell them: an estimate for each turn
 * @param saturationFlows by approach, where queues stood long enough
 */
record Calibration(
    List<Site> sites,
    int days,
    Map<String, List<Estimate>> shares,
    Map<String, Estimate> saturationFlows) {
  private static final Set<String> DISTURBING = Set.of("rain", "capacity-loss");

  /** Calibrates a scope's sites. */
  static Calibration of(PlanningContext context, SignalSites file, List<Site> sites) {
    GreenShares greens = GreenShares.of(context, sites);
    DetectorCounts counts = DetectorCounts.of(context, sites);
    Map<String, Approach> known = new HashMap<>();
    file.intersections().forEach(site -> site.approaches().forEach(it -> known.put(it.id(), it)));
    Map<String, List<Estimate>> shares = new TreeMap<>();
    List<Site> turned = new ArrayList<>();
    for (Site site : sites) {
      Map<String, List<Estimate>> told = TurnShares.of(site, counts.flows(), known);
      shares.putAll(told);
      turned.add(
          site.with(
              site.approaches().stream()
                  .map(it -> turning(it, told.getOrDefault(it.id(), List.of())))
                  .toList()));
    }
    Map<String, Estimate> saturationFlows =
        saturationFlows(context, file.traffic(), turned, counts, greens);
    List<Site> all =
        turned.stream()
            .map(
                site ->
                    site.with(
                        site.approaches().stream()
                            .map(
                                it ->
                                    flowing(it, Optional.ofNullable(saturationFlows.get(it.id()))))
                            .toList()))
            .toList();
    return new Calibration(all, counts.days(), shares, saturationFlows);
  }

  private static Approach turning(Approach it, List<Estimate> estimates) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < estimates.size(); i++) {
      Turn turn = it.turns().get(i);
      turns.add(new Turn(turn.turn(), estimates.get(i).value(), turn.to()));
    }
    return it.with(it.saturationFlow(), estimates.isEmpty() ? it.turns() : turns);
  }

  private static Approach flowing(Approach it, Optional<Estimate> measured) {
    int flow = measured.map(one -> (int) Math.round(one.value())).orElse(it.saturationFlow());
    return it.with(flow, it.turns());
  }

  private static Map<String, Estimate> saturationFlows(
      PlanningContext context,
      TrafficMix traffic,
      List<Site> sites,
      DetectorCounts counts,
      GreenShares greens) {
    Map<String, Estimate> measured = new TreeMap<>();
    for (Site site : sites) {
      for (Approach approach : site.approaches()) {
        TreeMap<Long, Observed> intervals = new TreeMap<>();
        counts
            .queues()
            .getOrDefault(approach.id(), new TreeMap<>())
            .forEach(
                (end, it) -> {
                  if (!disturbed(context, approach.id(), end)) {
                    intervals.put(end, it);
                  }
                });
        SaturationFlow.of(site, approach, greens, intervals, traffic.unitsPerVehicle(approach.id()))
            .ifPresent(it -> measured.put(approach.id(), it));
      }
    }
    return measured;
  }

  /** Rain and incidents lower what passes; the plan lowers it again while they last. */
  private static boolean disturbed(PlanningContext context, String approach, long end) {
    Instant at = Instant.ofEpochMilli(end);
    return context.known().stream()
        .filter(it -> DISTURBING.contains(it.kind()))
        .filter(it -> !at.isBefore(it.from()) && at.isBefore(it.until()))
        .anyMatch(
            it ->
                it.asset().equals(context.scope())
                    || it.asset().equals(approach)
                    || it.asset().equals(approach.split(":")[0]));
  }
}
