package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.signals.SignalSites.Approach;
import city.nhip.engine.planning.signals.SignalSites.Group;
import city.nhip.engine.planning.signals.SignalSites.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Saturation flow of an approach, from intervals in which a queue stood on its detector all the
 * time: what passed then is what its greens let through. Measured on the lanes that go with right
 * of way through the junction, by the median, and drawn towards the configured value.
 */
final class SaturationFlow {
  /** Covered for so much of the time, a detector has a queue on it: the rules say so too. */
  private static final double STANDING_PERCENT = 60;

  private static final int FEWEST = 6;

  /** Between two intervals that follow each other, milliseconds. */
  private static final long LONGEST = Duration.ofMinutes(16).toMillis();

  /** Of the configured value, as a part of it: local conditions differ that much (HCM, ch. 19). */
  private static final double CONFIGURED_DEVIATION = 0.15;

  /** Of a median, in standard errors of a mean: sqrt(pi / 2). */
  private static final double MEDIAN = 1.2533;

  /** Further off is a blocked way out or a detector that is stuck, not how drivers start. */
  private static final double BELIEVED = 0.5;

  /** From the median distance to the median to the standard deviation, of Gauss's law. */
  private static final double GAUSS = 1.4826;

  /** A median of few equal readings is not that sure, as a part of it. */
  private static final double SUREST = 0.02;

  private static final int LEAST = 300;
  private static final int MOST = 3_000;

  private SaturationFlow() {}

  /** Counted in one interval, veh/h, and the percent of it in which the detector was covered. */
  record Observed(double flow, double occupancy) {}

  /**
   * @param greens that ran meanwhile
   * @param intervals of the approach's detector, by their end
   * @param unitsPerVehicle passenger car units of one counted vehicle
   */
  static Optional<Estimate> of(
      Site site,
      Approach approach,
      GreenShares greens,
      TreeMap<Long, Observed> intervals,
      double unitsPerVehicle) {
    double[] flows = perLane(site, approach, greens, intervals, unitsPerVehicle);
    if (flows.length < FEWEST) {
      return Optional.empty();
    }
    double median = median(flows);
    double[] distances = Arrays.stream(flows).map(flow -> Math.abs(flow - median)).toArray();
    double configured = approach.saturationFlow();
    if (Math.abs(median - configured) > BELIEVED * configured) {
      return Optional.empty();
    }
    // the median distance of a small sample is too small on average
    double few = 1 + 2.0 / flows.length;
    double error =
        Math.max(
            SUREST * median, few * MEDIAN * GAUSS * median(distances) / Math.sqrt(flows.length));
    double own = CONFIGURED_DEVIATION * configured;
    double belief = own * own / (own * own + error * error);
    double value = configured + belief * (median - configured);
    return Optional.of(
        Estimate.of(
            "",
            configured,
            Math.max(LEAST, Math.min(MOST, value)),
            Math.sqrt(belief) * error,
            flows.length));
  }

  /**
   * Units an hour of green and lane, of the intervals with a standing queue before, during and
   * after them, where one plan ran all the time.
   */
  private static double[] perLane(
      Site site,
      Approach approach,
      GreenShares greens,
      TreeMap<Long, Observed> intervals,
      double unitsPerVehicle) {
    double units = mainShare(approach) * unitsPerVehicle;
    Map<GreenShares.Span, Double> lanes = new IdentityHashMap<>();
    List<Double> flows = new ArrayList<>();
    intervals.forEach(
        (end, it) -> {
          Long before = intervals.lowerKey(end);
          Long after = intervals.higherKey(end);
          if (before != null
              && after != null
              && end - before <= LONGEST
              && after - end <= LONGEST
              && stands(it)
              && stands(intervals.floorEntry(before).getValue())
              && stands(intervals.floorEntry(after).getValue())) {
            double green =
                greens
                    .throughout(before, end)
                    .map(
                        span -> lanes.computeIfAbsent(span, key -> greenLanes(site, approach, key)))
                    .orElse(0.0);
            if (green > 0) {
              flows.add(it.flow() * units / green);
            }
          }
        });
    return flows.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static boolean stands(Observed it) {
    return it.occupancy() >= STANDING_PERCENT;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Lanes that go straight on; all where nobody may. */
  private static List<List<String>> mainLanes(Approach approach) {
    List<List<String>> through =
        approach.lanes().stream().filter(lane -> lane.contains("through")).toList();
    return through.isEmpty() ? approach.lanes() : through;
  }

  /** The part of the approach's vehicles on its main lanes. */
  private static double mainShare(Approach approach) {
    List<List<String>> main = mainLanes(approach);
    return approach.turns().stream()
        .mapToDouble(
            turn ->
                turn.share() * serving(main, turn.turn()) / serving(approach.lanes(), turn.turn()))
        .sum();
  }

  private static double serving(List<List<String>> lanes, String turn) {
    return lanes.stream().filter(lane -> lane.contains(turn)).count();
  }

  /**
   * Lanes times the part of the cycle in which they go.
   *
   * @return 0 where drivers on one of them wait for a gap in other traffic: then the others' flow
   *     would be measured, not the lane's
   */
  private static double greenLanes(Site site, Approach approach, GreenShares.Span greens) {
    double sum = 0;
    for (List<String> lane : mainLanes(approach)) {
      double most = 0;
      for (Group group : site.groups()) {
        if (group.approach().equals(approach.id())
            && group.turns().stream().anyMatch(lane::contains)) {
          if (yieldsToDrivers(site, group) && greens.of(site.id(), group.id(), 'g') > 0) {
            return 0;
          }
          most =
              Math.max(
                  most,
                  greens.of(site.id(), group.id(), 'G') + greens.of(site.id(), group.id(), 'g'));
        }
      }
      sum += most;
    }
    return sum;
  }

  private static boolean yieldsToDrivers(Site site, Group group) {
    return site.groups().stream()
        .anyMatch(other -> !other.pedestrian() && group.yieldsTo().contains(other.id()));
  }
}
