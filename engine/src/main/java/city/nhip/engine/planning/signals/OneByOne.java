package city.nhip.engine.planning.signals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A start for networks of many intersections: each is timed by itself, with the vehicles that would
 * come to it if nothing held them before. A change of one intersection costs its own traffic alone
 * to play, not the whole network's.
 */
final class OneByOne {
  private OneByOne() {}

  /**
   * @param changes to try at each intersection
   * @param until nanoseconds of {@link System#nanoTime} after which no further change is tried
   * @return one timing an intersection, each with a cycle of its own
   */
  static List<Timing> timings(
      LaneGraph graph, List<Timing> start, long seed, int changes, long until) {
    long began = System.nanoTime();
    double share = (until - (double) began) / start.size();
    int[][] reached = unheld(graph);
    return IntStream.range(0, start.size())
        .mapToObj(
            site -> {
              long end = until == Long.MAX_VALUE ? until : began + (long) (share * (site + 1));
              PartTurn turn =
                  new PartTurn(
                      NetworkPart.of(graph, List.of(site), reached),
                      List.of(start.get(site)),
                      false,
                      new Random(seed + site),
                      () -> System.nanoTime() >= end);
              turn.improve(changes);
              return turn.timing();
            })
        .toList();
  }

  /** Where every vehicle is when if none has to wait: see {@link NetworkPart#of}. */
  static int[][] unheld(LaneGraph graph) {
    int[][] reached = new int[graph.tripRoute.length][];
    for (int v = 0; v < reached.length; v++) {
      List<Integer> route = graph.network.routes().get(graph.tripRoute[v]);
      reached[v] = new int[route.size()];
      int millis = graph.tripMillis[v];
      for (int place = 0; place < route.size(); place++) {
        reached[v][place] = millis;
        millis += graph.travel[route.get(place)];
      }
    }
    return reached;
  }
}
