package city.nhip.scenarios.instance.signals;

import city.nhip.engine.planning.signals.SignalNetwork.Link;
import city.nhip.engine.planning.signals.SignalNetwork.Movement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Links and movements of a SUMO network: headways from the vehicles, who yields from its matrix.
 */
final class SumoLanes {
  /** A queue crosses the stop line no faster than this while it speeds up, m/s. */
  private static final double CROSSING_SPEED = 10;

  final List<Link> links = new ArrayList<>();
  final List<Movement> movements = new ArrayList<>();
  final Map<String, Integer> linkIndex = new HashMap<>();

  /** SUMO's lane inside the junction of each movement; empty where it has none. */
  final List<String> innerLanes = new ArrayList<>();

  private final Map<String, Integer> siteIndex = new HashMap<>();

  /** Pairs of connections that cross or merge, as indices of movements. */
  final List<int[]> foes = new ArrayList<>();

  private final SumoNet net;
  private final SumoDriving driving;

  private SumoLanes(SumoNet net, SumoDriving driving) {
    this.net = net;
    this.driving = driving;
  }

  static SumoLanes of(SumoNet net, SumoDriving driving) {
    SumoLanes lanes = new SumoLanes(net, driving);
    for (SumoNet.Edge edge : net.edges.values()) {
      if (!edge.internal() && !edge.lanes().isEmpty()) {
        lanes.linkIndex.put(edge.id(), lanes.links.size());
        lanes.links.add(lanes.link(edge));
      }
    }
    for (String signal : net.programs.keySet()) {
      lanes.siteIndex.put(signal, lanes.siteIndex.size());
    }
    lanes.connect();
    return lanes;
  }

  /**
   * @return the signal's index in the order of the network's programs, or -1
   */
  int site(String signal) {
    return siteIndex.getOrDefault(signal, -1);
  }

  private Link link(SumoNet.Edge edge) {
    double length = edge.lanes().get(0).length();
    double speed = edge.lanes().get(0).speed();
    return new Link(
        edge.id(),
        length,
        (int) Math.max(100, Math.round(1000 * length / driving.cruise(speed))),
        edge.lanes().size(),
        driving.storage(length) + standingOnTheWayTo(edge));
  }

  /** Vehicles that may stand on the junction before a street, where nobody crosses there. */
  private int standingOnTheWayTo(SumoNet.Edge edge) {
    int most = Integer.MAX_VALUE;
    for (SumoNet.Connection it : net.connections) {
      if (it.to().equals(edge.id()) && !it.from().equals(edge.id())) {
        SumoNet.Edge from = net.edges.get(it.from());
        SumoNet.Junction junction = from == null ? null : net.junctions.get(from.to());
        SumoNet.Lane inner = net.innerLanes.get(it.via());
        int request = junction == null ? -1 : net.request(it, junction);
        boolean crossed =
            request < 0
                || junction == null
                || junction.foes().getOrDefault(request, "1").contains("1");
        most =
            Math.min(
                most,
                crossed || inner == null
                    ? 0
                    : (int) Math.floor(inner.length() / driving.spacing()));
      }
    }
    return most == Integer.MAX_VALUE ? 0 : most;
  }

  /**
   * @param request the connection's row in its junction's matrix; -1 without one
   */
  private record Way(SumoNet.Connection it, SumoNet.Junction junction, int request) {}

  private void connect() {
    List<Way> ways = new ArrayList<>();
    Map<String, Integer> byRequest = new HashMap<>();
    for (SumoNet.Connection it : net.connections) {
      SumoNet.Edge from = net.edges.get(it.from());
      SumoNet.Edge to = net.edges.get(it.to());
      if (from == null
          || to == null
          || from.findPosition(it.fromLane()).isEmpty()
          || to.findPosition(it.toLane()).isEmpty()) {
        continue;
      }
      SumoNet.Junction junction =
          Optional.ofNullable(net.junctions.get(from.to()))
              .orElse(new SumoNet.Junction("", List.of(), Map.of(), Map.of(), Map.of()));
      int request = net.request(it, junction);
      byRequest.put(junction.id() + " " + request, ways.size());
      ways.add(new Way(it, junction, request));
    }
    for (int m = 0; m < ways.size(); m++) {
      Way way = ways.get(m);
      List<Integer> yieldsTo = new ArrayList<>();
      for (int other = 0; way.request() >= 0 && other < way.junction().inner().size(); other++) {
        Integer foe = byRequest.get(way.junction().id() + " " + other);
        if (foe != null && foe != m) {
          if (SumoNet.Junction.bit(way.junction().response(), way.request(), other)) {
            yieldsTo.add(foe);
          }
          if (SumoNet.Junction.bit(way.junction().foes(), way.request(), other)) {
            foes.add(new int[] {m, foe});
          }
        }
      }
      movements.add(movement(way, yieldsTo));
      innerLanes.add(way.it().via());
    }
  }

  /** Of the lanes inside the junction from this one on, metres. */
  private double length(String innerLane) {
    double sum = 0;
    String lane = innerLane;
    for (int hops = 0; hops < 4 && !lane.isEmpty(); hops++) {
      SumoNet.Lane it = net.innerLanes.get(lane);
      sum += it == null ? 0 : it.length();
      SumoNet.Connection on = net.innerConnections.get(lane);
      lane = on == null ? "" : on.via();
    }
    return sum;
  }

  private Movement movement(Way way, List<Integer> yieldsTo) {
    SumoNet.Connection it = way.it();
    Optional<SumoNet.Lane> inner = Optional.ofNullable(net.innerLanes.get(it.via()));
    double length = inner.map(SumoNet.Lane::length).orElse(1.0);
    double speed = inner.map(SumoNet.Lane::speed).orElse(CROSSING_SPEED);
    boolean waits = way.junction().waitsInside().getOrDefault(way.request(), false);
    int site = site(it.signal());
    SumoNet.Edge from = net.edges.get(it.from());
    SumoNet.Edge to = net.edges.get(it.to());
    return new Movement(
        linkIndex.getOrDefault(it.from(), 0),
        from == null ? 0 : from.findPosition(it.fromLane()).orElse(0),
        linkIndex.getOrDefault(it.to(), 0),
        to == null ? 0 : to.findPosition(it.toLane()).orElse(0),
        site,
        site < 0 ? -1 : it.linkIndex(),
        driving.headwayMillis(speed),
        (int) Math.round(1000 * length / speed),
        driving.gapMillis(waits ? length(it.via()) - length : length, waits),
        waits ? (int) Math.max(1, Math.floor(length / driving.spacing())) : 0,
        site < 0 && !yieldsTo.isEmpty(),
        yieldsTo);
  }
}
