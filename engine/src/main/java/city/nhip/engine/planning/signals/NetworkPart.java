package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Some intersections of a network, each with a cycle of its own, the streets before and behind
 * them, and who comes that way: what happens there costs its own traffic alone to play, not the
 * whole network's.
 */
final class NetworkPart {
  private static final int NONE = -1;

  private final LaneGraph whole;
  private final List<Integer> sites;
  private final int[] links;
  private final int[] movements;
  private final Set<Long> joined = new HashSet<>();
  private final List<SignalNetwork.Link> keptLinks = new ArrayList<>();
  private final List<SignalNetwork.Movement> keptMovements = new ArrayList<>();

  private NetworkPart(LaneGraph whole, List<Integer> sites) {
    this.whole = whole;
    this.sites = sites;
    SignalNetwork network = whole.network;
    links = new int[network.links().size()];
    movements = new int[network.movements().size()];
    Arrays.fill(links, NONE);
    Arrays.fill(movements, NONE);
    for (SignalNetwork.Movement it : network.movements()) {
      if (sites.contains(it.intersection())) {
        keep(it.fromLink());
        keep(it.toLink());
      }
    }
    keepBetween();
    int kept = 0;
    for (int m = 0; m < movements.length; m++) {
      SignalNetwork.Movement it = network.movements().get(m);
      boolean inside =
          it.intersection() < 0 && links[it.fromLink()] != NONE && links[it.toLink()] != NONE;
      if (inside || sites.contains(it.intersection())) {
        movements[m] = kept++;
        joined.add(pair(it.fromLink(), it.toLink()));
      }
    }
    for (int m = 0; m < movements.length; m++) {
      if (movements[m] != NONE) {
        keptMovements.add(moved(network.movements().get(m)));
      }
    }
  }

  /** The streets on the way from one of the intersections straight to another. */
  private void keepBetween() {
    for (int r = 0; r < whole.choices.length; r++) {
      List<Integer> route = whole.network.routes().get(r);
      int last = NONE;
      for (int place = 0; place + 1 < route.size(); place++) {
        int site = whole.siteAfter(r, place);
        if (sites.contains(site)) {
          for (int between = last + 1; last != NONE && between < place; between++) {
            keep(route.get(between));
          }
          last = place;
        } else if (site >= 0) {
          last = NONE;
        }
      }
    }
  }

  private void keep(int link) {
    if (links[link] == NONE) {
      links[link] = keptLinks.size();
      keptLinks.add(whole.network.links().get(link));
    }
  }

  private SignalNetwork.Movement moved(SignalNetwork.Movement it) {
    return new SignalNetwork.Movement(
        links[it.fromLink()],
        it.fromLane(),
        links[it.toLink()],
        it.toLane(),
        sites.indexOf(it.intersection()),
        it.signal(),
        it.headwayMillis(),
        it.crossMillis(),
        it.gapMillis(),
        it.bay(),
        it.minor(),
        it.yieldsTo().stream().map(foe -> movements[foe]).filter(foe -> foe != NONE).toList());
  }

  /**
   * @return by intersection it itself, first, and those between which and it somebody drives
   *     without another signal on the way
   */
  static List<List<Integer>> neighbourhoods(LaneGraph graph) {
    int sites = graph.network.intersections().size();
    List<Set<Integer>> neighbours =
        IntStream.range(0, sites).<Set<Integer>>mapToObj(site -> new TreeSet<>()).toList();
    for (int r = 0; r < graph.choices.length; r++) {
      int last = -1;
      for (int place = 0; place < graph.choices[r].length; place++) {
        int site = graph.siteAfter(r, place);
        if (site >= 0 && last >= 0 && site != last) {
          neighbours.get(last).add(site);
          neighbours.get(site).add(last);
        }
        last = site >= 0 ? site : last;
      }
    }
    List<List<Integer>> all = new ArrayList<>();
    for (int site = 0; site < sites; site++) {
      List<Integer> part = new ArrayList<>(List.of(site));
      part.addAll(neighbours.get(site));
      all.add(part);
    }
    return all;
  }

  /**
   * @param sites indexes of its intersections, in the part's order
   * @param reached by vehicle and place on its route, when it comes onto that street, ms of the
   *     day; later than the network's end where it never does
   */
  static SignalNetwork of(LaneGraph whole, List<Integer> sites, int[][] reached) {
    return new NetworkPart(whole, sites).with(reached);
  }

  private SignalNetwork with(int[][] reached) {
    SignalNetwork network = whole.network;
    Map<List<Integer>, Integer> ways = new HashMap<>();
    List<List<Integer>> routes = new ArrayList<>();
    List<SignalNetwork.Trip> trips = new ArrayList<>();
    for (int v = 0; v < whole.tripRoute.length; v++) {
      List<Integer> route = network.routes().get(whole.tripRoute[v]);
      for (int from = 0, to; from + 1 < route.size(); from = to + 1) {
        to = from;
        while (to + 1 < route.size() && joined.contains(pair(route.get(to), route.get(to + 1)))) {
          to++;
        }
        int second = reached[v][from] / 1000;
        if (to > from && second < network.end()) {
          List<Integer> way = route.subList(from, to + 1);
          Integer index = ways.get(way);
          if (index == null) {
            index = routes.size();
            ways.put(way, index);
            routes.add(way.stream().map(link -> links[link]).toList());
          }
          trips.add(new SignalNetwork.Trip(index, second));
        }
      }
    }
    SignalNetwork.Driving driving = network.driving();
    return new SignalNetwork(
        keptLinks,
        keptMovements,
        sites.stream().map(site -> network.intersections().get(site).free()).toList(),
        routes,
        trips,
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

  private static long pair(int from, int to) {
    return (long) from << 32 | to;
  }
}
