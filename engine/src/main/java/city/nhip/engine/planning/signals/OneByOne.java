package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
      SignalNetwork network, List<Timing> start, long seed, int changes, long until) {
    long began = System.nanoTime();
    double share = (until - (double) began) / start.size();
    return IntStream.range(0, start.size())
        .mapToObj(
            site -> {
              SignalPlan alone =
                  SignalPlan.today(alone(network, site)).with(List.of(start.get(site)));
              long end = until == Long.MAX_VALUE ? until : began + (long) (share * (site + 1));
              return improved(alone, new Random(seed + site), changes, end);
            })
        .toList();
  }

  private static Timing improved(SignalPlan plan, Random random, int changes, long until) {
    QueueModel model = new QueueModel(plan.graph());
    SignalPlan best = plan;
    long least = cost(plan, model);
    for (int i = 0; i < changes && System.nanoTime() < until; i++) {
      SignalPlan changed = plan.with(SignalMoves.draw(best, random).timings(best));
      long cost = cost(changed, model);
      if (cost <= least) {
        best = changed;
        least = cost;
      }
    }
    return best.timings().get(0);
  }

  private static long cost(SignalPlan plan, QueueModel model) {
    return -SignalScore.of(plan, plan.timings(), model.play(plan.timings())).softScore();
  }

  /** The intersection, the streets before and behind it, and who comes that way. */
  static SignalNetwork alone(SignalNetwork network, int site) {
    Map<Integer, Integer> places = new HashMap<>();
    List<SignalNetwork.Link> links = new ArrayList<>();
    List<SignalNetwork.Movement> movements = new ArrayList<>();
    Map<Integer, Integer> kept = new HashMap<>();
    Map<List<Integer>, Integer> ways = new HashMap<>();
    List<List<Integer>> routes = new ArrayList<>();
    for (int m = 0; m < network.movements().size(); m++) {
      SignalNetwork.Movement it = network.movements().get(m);
      if (it.intersection() == site) {
        kept.put(m, kept.size());
        for (int link : List.of(it.fromLink(), it.toLink())) {
          if (places.putIfAbsent(link, links.size()) == null) {
            links.add(network.links().get(link));
          }
        }
        List<Integer> way = List.of(it.fromLink(), it.toLink());
        if (ways.putIfAbsent(way, routes.size()) == null) {
          routes.add(way.stream().map(places::get).toList());
        }
      }
    }
    kept.keySet().stream()
        .sorted()
        .forEach(m -> movements.add(moved(network.movements().get(m), places, kept)));
    Intersection free = network.intersections().get(site).free();
    SignalNetwork.Driving driving = network.driving();
    return new SignalNetwork(
        links,
        movements,
        List.of(free),
        routes,
        trips(network, ways),
        new SignalNetwork.Driving(
            driving.startMillis(),
            driving.launchMillis(),
            driving.waveMillisPerVehicle(),
            driving.entryMillis(),
            false),
        network.gapOut(),
        network.begin(),
        network.end());
  }

  private static SignalNetwork.Movement moved(
      SignalNetwork.Movement it, Map<Integer, Integer> places, Map<Integer, Integer> kept) {
    return new SignalNetwork.Movement(
        places.getOrDefault(it.fromLink(), 0),
        it.fromLane(),
        places.getOrDefault(it.toLink(), 0),
        it.toLane(),
        0,
        it.signal(),
        it.headwayMillis(),
        it.crossMillis(),
        it.gapMillis(),
        it.bay(),
        it.minor(),
        it.yieldsTo().stream().filter(kept::containsKey).map(kept::get).toList());
  }

  private static List<SignalNetwork.Trip> trips(
      SignalNetwork network, Map<List<Integer>, Integer> ways) {
    List<SignalNetwork.Trip> trips = new ArrayList<>();
    for (SignalNetwork.Trip trip : network.trips()) {
      List<Integer> route = network.routes().get(trip.route());
      long millis = 1000L * trip.departs();
      for (int place = 0; place + 1 < route.size(); place++) {
        Integer way = ways.get(route.subList(place, place + 2));
        int second = (int) (millis / 1000);
        if (way != null && second < network.end()) {
          trips.add(new SignalNetwork.Trip(way, second));
        }
        millis += network.links().get(route.get(place)).travelMillis();
      }
    }
    return trips;
  }
}
