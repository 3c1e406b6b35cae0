package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Roads.Section;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** A city's streets as a graph: where a place lies on it, and the quickest ways from there. */
final class StreetGraph {
  private static final double KMH = 3.6;
  private static final int NOWHERE = -1;

  private final Position[] junctions;
  private final int[] from;
  private final int[] to;
  private final double[] length;
  private final double[] driving;

  /**
   * Of a junction, or of the part of one that is passed by those who may not turn everywhere. By
   * node: seconds; none at a bend, where two sections meet and no signal stands.
   */
  private final double[] passing;

  /**
   * Arcs by the node that they leave: {@code 2 s} along section s, {@code 2 s + 1} against it;
   * those of node n begin at {@code firstArc[n]}.
   */
  private final int[] arcs;

  private final int[] firstArc;
  private final TurnNodes turns;
  final StreetPlaces places;

  /**
   * A place on its section.
   *
   * @param share 0 at the section's start, 1 at its end
   */
  record Snapped(int section, double share, boolean along, boolean against) {
    boolean offStreet() {
      return section < 0;
    }
  }

  /**
   * @param closed sections that nobody may pass now
   * @param forbidden sections that these vehicles may never enter
   */
  StreetGraph(Roads roads, WasteFleet.Travel travel, Set<String> closed, Set<String> forbidden) {
    List<Section> sections = roads.sections();
    Map<String, Integer> index = new HashMap<>();
    junctions = new Position[roads.junctions().size()];
    for (int j = 0; j < junctions.length; j++) {
      Roads.Junction junction = roads.junctions().get(j);
      index.put(junction.id(), j);
      junctions[j] = junction.position();
    }
    int[] meeting = new int[junctions.length];
    from = new int[sections.size()];
    to = new int[sections.size()];
    length = new double[sections.size()];
    driving = new double[sections.size()];
    for (int s = 0; s < sections.size(); s++) {
      Section section = sections.get(s);
      from[s] = index.getOrDefault(section.from(), 0);
      to[s] = index.getOrDefault(section.to(), 0);
      length[s] = junctions[from[s]].metresTo(junctions[to[s]]);
      driving[s] = length[s] * KMH / (section.speedKmh() * travel.shareOfPermittedSpeed());
      meeting[from[s]]++;
      meeting[to[s]]++;
    }
    turns = new TurnNodes(roads, index, from, to);
    passing = new double[turns.nodes()];
    for (int n = 0; n < passing.length; n++) {
      int j = turns.junction(n);
      if (roads.junctions().get(j).signalised()) {
        passing[n] = travel.secondsPerJunction() + travel.secondsPerSignal();
      } else if (meeting[j] > 2) {
        passing[n] = travel.secondsPerJunction();
      }
    }
    firstArc = new int[passing.length + 1];
    arcs = turns.arcs(openArcs(sections, closed, forbidden), firstArc);
    places = new StreetPlaces(this, sections, forbidden, travel.offNetworkMetres());
  }

  private static int[] openArcs(List<Section> sections, Set<String> closed, Set<String> forbidden) {
    return IntStream.range(0, 2 * sections.size())
        .filter(arc -> !closed.contains(sections.get(arc / 2).id()))
        .filter(arc -> !forbidden.contains(sections.get(arc / 2).id()))
        .filter(arc -> arc % 2 == 0 || !sections.get(arc / 2).oneWay())
        .toArray();
  }

  /** Where a section starts. */
  Position from(int section) {
    return junctions[from[section]];
  }

  Position to(int section) {
    return junctions[to[section]];
  }

  /**
   * @param node that a way passed
   */
  Position position(int node) {
    return junctions[turns.junction(node)];
  }

  /**
   * From one stop to each node: a junction, or part of one.
   *
   * @param before the node passed before; below 0 where the way starts
   */
  record Ways(double[] seconds, double[] metres, int[] before) {
    static Ways none(int size) {
      double[] never = new double[size];
      Arrays.fill(never, Double.POSITIVE_INFINITY);
      return new Ways(never, new double[size], new int[size]);
    }
  }

  Ways ways(Snapped start) {
    Ways ways = Ways.none(passing.length);
    ReachedJunctions open = new ReachedJunctions();
    int s = start.section;
    if (start.along) {
      reach(
          ways,
          open,
          NOWHERE,
          turns.reachedBy(2 * s),
          driving[s] * (1 - start.share),
          length[s] * (1 - start.share));
    }
    if (start.against) {
      reach(
          ways,
          open,
          NOWHERE,
          turns.reachedBy(2 * s + 1),
          driving[s] * start.share,
          length[s] * start.share);
    }
    while (!open.isEmpty()) {
      double seconds = open.seconds();
      int here = open.poll();
      if (seconds > ways.seconds[here]) {
        continue;
      }
      double left = seconds + passing[here];
      for (int a = firstArc[here]; a < firstArc[here + 1]; a++) {
        int section = arcs[a] / 2;
        reach(
            ways,
            open,
            here,
            turns.reachedBy(arcs[a]),
            left + driving[section],
            ways.metres[here] + length[section]);
      }
    }
    return ways;
  }

  private static void reach(
      Ways ways, ReachedJunctions open, int before, int node, double seconds, double metres) {
    if (seconds < ways.seconds[node]) {
      ways.seconds[node] = seconds;
      ways.metres[node] = metres;
      ways.before[node] = before;
      open.add(node, seconds);
    }
  }

  /**
   * The quickest way from one stop to another.
   *
   * @param seconds infinite where there is none
   * @param last the node passed last; below 0 where none is
   */
  record Way(double seconds, double metres, int last) {
    boolean none() {
      return seconds == Double.POSITIVE_INFINITY;
    }

    private Way or(double otherSeconds, double otherMetres, int otherLast) {
      return otherSeconds < seconds ? new Way(otherSeconds, otherMetres, otherLast) : this;
    }
  }

  /**
   * @param ways of the start
   */
  Way way(Ways ways, Snapped start, Snapped end) {
    Way best = new Way(Double.POSITIVE_INFINITY, 0, NOWHERE);
    if (start.offStreet() || end.offStreet()) {
      return best;
    }
    int s = end.section;
    if (end.along) {
      best = onto(best, ways, 2 * s, from[s], driving[s] * end.share, length[s] * end.share);
    }
    if (end.against) {
      double share = 1 - end.share;
      best = onto(best, ways, 2 * s + 1, to[s], driving[s] * share, length[s] * share);
    }
    double share = end.share - start.share;
    if (start.section == s
        && ((start.along && end.along && share >= 0)
            || (start.against && end.against && share <= 0))) {
      best = best.or(driving[s] * Math.abs(share), length[s] * Math.abs(share), NOWHERE);
    }
    return best;
  }

  /** The quickest way that ends with a part of an arc. */
  private Way onto(Way best, Ways ways, int arc, int junction, double seconds, double metres) {
    Way found = best;
    for (int n = junction; n != NOWHERE; n = turns.nextOf(n)) {
      if (turns.mayGo(n, arc)) {
        found = found.or(ways.seconds[n] + passing[n] + seconds, ways.metres[n] + metres, n);
      }
    }
    return found;
  }
}
