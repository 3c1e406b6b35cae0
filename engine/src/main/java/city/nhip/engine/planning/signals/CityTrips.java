package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.signals.SignalNetwork.Trip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Single vehicles out of measured flows: each approach's surplus over what its upstream
 * intersections send enters there, at random but seeded headways, and turns by the site's shares;
 * what an approach measures less than it is sent leaves before its stop line.
 */
final class CityTrips {
  private static final long SEED = 20_240_601;
  private static final int LONGEST_ROUTE = 25;

  private final Map<List<Integer>, Integer> routes = new LinkedHashMap<>();
  private final List<Trip> trips = new ArrayList<>();
  private final Random random = new Random(SEED);

  /** Approach, and what stays on it: the rest of its inflow leaves before the signal. */
  private record Place(SignalSites.Approach approach, double stays) {}

  private CityTrips() {}

  /**
   * @param units passenger car units an hour on each approach
   */
  static CityTrips of(
      List<SignalSites.Site> sites,
      CityNetwork network,
      Map<String, Double> units,
      int begin,
      int end) {
    Map<String, Double> sent = new HashMap<>();
    for (SignalSites.Site site : sites) {
      for (SignalSites.Approach approach : site.approaches()) {
        for (SignalSites.Turn turn : approach.turns()) {
          sent.merge(turn.to(), turn.share() * units.getOrDefault(approach.id(), 0.0), Double::sum);
        }
      }
    }
    Map<Integer, Place> places = new HashMap<>();
    Map<SignalSites.Approach, Double> entering = new LinkedHashMap<>();
    for (SignalSites.Site site : sites) {
      for (SignalSites.Approach approach : site.approaches()) {
        double flow = units.getOrDefault(approach.id(), 0.0);
        double inflow = sent.getOrDefault(approach.id(), 0.0);
        double stays = inflow > flow ? flow / inflow : 1;
        places.put(network.linkOf.getOrDefault(approach.id(), 0), new Place(approach, stays));
        entering.put(approach, Math.max(0, flow - inflow));
      }
    }
    CityTrips trips = new CityTrips();
    entering.forEach(
        (approach, flow) ->
            trips.enter(
                network.linkOf.getOrDefault(approach.id(), 0), flow, places, network, begin, end));
    return trips;
  }

  private void enter(
      int link, double flow, Map<Integer, Place> places, CityNetwork network, int begin, int end) {
    if (flow < 1) {
      return;
    }
    double at = begin + 3600 / flow * random.nextDouble();
    while (at < end) {
      List<Integer> route = route(link, places, network);
      Integer known = routes.putIfAbsent(route, routes.size());
      trips.add(new Trip(known == null ? routes.size() - 1 : known, (int) at));
      at += 3600 / flow * -Math.log(1 - random.nextDouble());
    }
  }

  private List<Integer> route(int from, Map<Integer, Place> places, CityNetwork network) {
    List<Integer> route = new ArrayList<>(List.of(from));
    int link = from;
    while (route.size() < LONGEST_ROUTE) {
      Place place = places.get(link);
      if (place == null || (route.size() > 1 && random.nextDouble() >= place.stays())) {
        return route;
      }
      link = network.target(place.approach(), turn(place.approach()));
      route.add(link);
    }
    return route;
  }

  private SignalSites.Turn turn(SignalSites.Approach approach) {
    double rest = random.nextDouble();
    for (SignalSites.Turn turn : approach.turns()) {
      rest -= turn.share();
      if (rest < 0) {
        return turn;
      }
    }
    return approach.turns().get(approach.turns().size() - 1);
  }

  List<List<Integer>> routes() {
    return List.copyOf(routes.keySet());
  }

  List<Trip> trips() {
    return trips;
  }
}
