package city.nhip.scenarios.instance.signals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Fastest ways over a SUMO network at free flow, as SUMO routes trips. Remembers what it found. */
final class SumoRouter {
  private final SumoNet net;
  private final Map<String, List<String>> successors = new HashMap<>();
  private final Map<List<String>, Optional<List<String>>> found = new HashMap<>();

  SumoRouter(SumoNet net) {
    this.net = net;
    for (SumoNet.Connection it : net.connections) {
      List<String> next = successors.computeIfAbsent(it.from(), edge -> new ArrayList<>());
      if (!next.contains(it.to())) {
        next.add(it.to());
      }
    }
  }

  boolean joins(String from, String to) {
    return successors.getOrDefault(from, List.of()).contains(to);
  }

  /** A way that passes all the places in order; empty where there is none. */
  Optional<List<String>> find(List<String> places) {
    Optional<List<String>> known = found.get(places);
    if (known == null) {
      known = search(places);
      found.put(places, known);
    }
    return known;
  }

  private Optional<List<String>> search(List<String> places) {
    List<String> way = new ArrayList<>(places.subList(0, 1));
    for (int i = 1; i < places.size(); i++) {
      Optional<List<String>> leg = leg(places.get(i - 1), places.get(i));
      if (leg.isEmpty()) {
        return Optional.empty();
      }
      way.addAll(leg.get().subList(1, leg.get().size()));
    }
    return Optional.of(way);
  }

  private record Reached(double seconds, String edge) {}

  private Optional<List<String>> leg(String from, String to) {
    Map<String, Double> best = new HashMap<>();
    Map<String, String> before = new HashMap<>();
    PriorityQueue<Reached> open =
        new PriorityQueue<>(
            Comparator.comparingDouble(Reached::seconds).thenComparing(Reached::edge));
    open.add(new Reached(0, from));
    best.put(from, 0.0);
    while (!open.isEmpty()) {
      Reached at = open.poll();
      if (at.edge().equals(to)) {
        return Optional.of(wayTo(to, from, before));
      }
      if (at.seconds() > best.getOrDefault(at.edge(), Double.MAX_VALUE)) {
        continue;
      }
      for (String next : successors.getOrDefault(at.edge(), List.of())) {
        double seconds = at.seconds() + seconds(next);
        if (seconds < best.getOrDefault(next, Double.MAX_VALUE)) {
          best.put(next, seconds);
          before.put(next, at.edge());
          open.add(new Reached(seconds, next));
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> wayTo(String to, String from, Map<String, String> before) {
    Deque<String> way = new ArrayDeque<>();
    String edge = to;
    way.addFirst(edge);
    while (!edge.equals(from)) {
      edge = before.getOrDefault(edge, from);
      way.addFirst(edge);
    }
    return List.copyOf(way);
  }

  private double seconds(String edge) {
    SumoNet.Edge it = net.edges.get(edge);
    if (it == null || it.lanes().isEmpty()) {
      return 1e6;
    }
    SumoNet.Lane lane = it.lanes().get(0);
    return lane.length() / lane.speed();
  }
}
