package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.Expected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What the queue model saw at each lane when it played a plan. All counts are passenger car units
 * over the half hour that is played.
 *
 * <ul>
 *   <li>{@code <approach>/<lane>/<group>} for a lane and the group that it looks at: {@code flow}
 *       and {@code saturationFlow} a hour, {@code delaySeconds}, {@code stops}, and {@code
 *       delaySecondsBefore} under what runs now: {@link Before}
 *   <li>{@code <approach>/<lane>} for its storage: {@code queue}, the longest that stood, and
 *       {@code storage}, what the lane holds
 *   <li>{@code <approach>} for who waits to come in, or to change lanes: {@code delaySeconds},
 *       {@code stops}
 * </ul>
 */
final class SignalExpected {
  private static final double HOUR = 3_600;

  private SignalExpected() {}

  /**
   * @param played has just played the plan, and counted
   * @param before delay of each movement under the plan before, seconds
   */
  static List<Expected> of(SignalPlan plan, QueueModel played, double[] before) {
    LaneGraph graph = plan.graph();
    QueueTally tally = played.tally();
    double[] flow = LaneLoads.flow(graph);
    double hours = (graph.network.end() - graph.network.begin()) / HOUR;
    Map<List<String>, Map<String, Double>> sums = new TreeMap<>(byPart());
    for (int m = 0; m < graph.fromLane.length; m++) {
      if (graph.siteOf[m] < 0 || (flow[m] == 0 && tally.stops(m) == 0)) {
        continue;
      }
      Intersection site = graph.network.intersections().get(graph.siteOf[m]);
      String lane = lane(graph, graph.fromLane[m]);
      String group = site.signals().get(graph.signalOf[m]);
      Map<String, Double> sum =
          sums.computeIfAbsent(
              List.of(site.id(), lane + "/" + group), key -> new LinkedHashMap<>());
      sum.merge("flow", flow[m] / hours, Double::sum);
      sum.put("saturationFlow", 1_000 * HOUR / graph.headway[m]);
      sum.merge("delaySeconds", played.delaySeconds(m), Double::sum);
      sum.merge("delaySecondsBefore", before[m], Double::sum);
      sum.merge("stops", (double) tally.stops(m), Double::sum);
      Map<String, Double> room = new LinkedHashMap<>();
      room.put("queue", (double) tally.longestQueue(graph.fromLane[m]));
      room.put("storage", (double) graph.storage[graph.fromLane[m]]);
      sums.put(List.of(site.id(), lane), room);
    }
    for (int link = 0; link < graph.travel.length; link++) {
      if (tally.otherDelayMillis(link) > 0) {
        Map<String, Double> rest = new LinkedHashMap<>();
        rest.put("delaySeconds", tally.otherDelayMillis(link) / 1_000.0);
        rest.put("stops", (double) tally.otherStops(link));
        String id = graph.network.links().get(link).id();
        sums.put(List.of(id.split(":")[0], id), rest);
      }
    }
    List<Expected> all = new ArrayList<>();
    sums.forEach((key, figures) -> all.add(new Expected(key.get(0), key.get(1), figures)));
    return all;
  }

  /**
   * @return delay of each movement in the model's last run, seconds
   */
  static double[] delays(SignalPlan plan, QueueModel played) {
    return IntStream.range(0, plan.graph().fromLane.length)
        .mapToDouble(played::delaySeconds)
        .toArray();
  }

  private static java.util.Comparator<List<String>> byPart() {
    return java.util.Comparator.<List<String>, String>comparing(key -> key.get(0))
        .thenComparing(key -> key.get(1));
  }

  private static String lane(LaneGraph graph, int lane) {
    int link = graph.linkOfLane[lane];
    return graph.network.links().get(link).id() + "/" + (lane - graph.firstLane[link]);
  }
}
