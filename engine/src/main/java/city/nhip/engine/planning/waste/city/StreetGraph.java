package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Roads.Section;
import city.nhip.engine.planning.waste.city.RoadTravel.Place;
import city.nhip.engine.planning.waste.city.WasteContainers.Side;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** A city's streets as a graph: where a place lies on it, and the quickest ways from there. */
final class StreetGraph {
  private static final double METRES_PER_DEGREE = 111_195;

  /** Of latitude, a little less than there are, so that no rounding makes a point too far. */
  private static final double LEAST_METRES_PER_DEGREE = 111_190;

  private static final double KMH = 3.6;
  private static final int NOWHERE = -1;

  private final WasteFleet.Travel travel;
  private final List<Section> sections;
  private final Map<String, Integer> sectionIndex = new HashMap<>();
  final Position[] junctions;
  private final int[] from;
  private final int[] to;
  private final double[] length;
  private final double[] driving;

  /** Seconds by junction; none at a bend, where two sections meet and no signal stands. */
  private final double[] passing;

  /**
   * Arcs by the junction that they leave: {@code 2 s} along section s, {@code 2 s + 1} against it;
   * those of junction j begin at {@code firstArc[j]}.
   */
  private final int[] arcs;

  private final int[] firstArc;

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
   * @param closed sections that nobody may pass
   */
  StreetGraph(Roads roads, WasteFleet.Travel travel, Set<String> closed) {
    this.travel = travel;
    this.sections = roads.sections();
    Map<String, Integer> index = new HashMap<>();
    junctions = new Position[roads.junctions().size()];
    passing = new double[junctions.length];
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
      sectionIndex.put(section.id(), s);
      from[s] = index.getOrDefault(section.from(), 0);
      to[s] = index.getOrDefault(section.to(), 0);
      length[s] = junctions[from[s]].metresTo(junctions[to[s]]);
      driving[s] = length[s] * KMH / (section.speedKmh() * travel.shareOfPermittedSpeed());
      meeting[from[s]]++;
      meeting[to[s]]++;
    }
    int[] open = openArcs(closed);
    firstArc = new int[junctions.length + 1];
    for (int arc : open) {
      firstArc[start(arc) + 1]++;
    }
    for (int j = 0; j < junctions.length; j++) {
      firstArc[j + 1] += firstArc[j];
    }
    arcs = new int[open.length];
    int[] next = firstArc.clone();
    for (int arc : open) {
      arcs[next[start(arc)]++] = arc;
    }
    for (int j = 0; j < junctions.length; j++) {
      if (roads.junctions().get(j).signalised()) {
        passing[j] = travel.secondsPerJunction() + travel.secondsPerSignal();
      } else if (meeting[j] > 2) {
        passing[j] = travel.secondsPerJunction();
      }
    }
  }

  private int[] openArcs(Set<String> closed) {
    return IntStream.range(0, 2 * sections.size())
        .filter(arc -> !closed.contains(sections.get(arc / 2).id()))
        .filter(arc -> arc % 2 == 0 || !sections.get(arc / 2).oneWay())
        .toArray();
  }

  private int start(int arc) {
    return arc % 2 == 0 ? from[arc / 2] : to[arc / 2];
  }

  private int end(int arc) {
    return arc % 2 == 0 ? to[arc / 2] : from[arc / 2];
  }

  /**
   * From one stop to each junction.
   *
   * @param before the junction passed before; below 0 where the way starts
   */
  record Ways(double[] seconds, double[] metres, int[] before) {
    static Ways none(int size) {
      double[] never = new double[size];
      Arrays.fill(never, Double.POSITIVE_INFINITY);
      return new Ways(never, new double[size], new int[size]);
    }
  }

  Ways ways(Snapped start) {
    Ways ways = Ways.none(junctions.length);
    ReachedJunctions open = new ReachedJunctions();
    int s = start.section;
    if (start.along) {
      reach(
          ways,
          open,
          NOWHERE,
          to[s],
          driving[s] * (1 - start.share),
          length[s] * (1 - start.share));
    }
    if (start.against) {
      reach(ways, open, NOWHERE, from[s], driving[s] * start.share, length[s] * start.share);
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
            end(arcs[a]),
            left + driving[section],
            ways.metres[here] + length[section]);
      }
    }
    return ways;
  }

  private static void reach(
      Ways ways, ReachedJunctions open, int before, int junction, double seconds, double metres) {
    if (seconds < ways.seconds[junction]) {
      ways.seconds[junction] = seconds;
      ways.metres[junction] = metres;
      ways.before[junction] = before;
      open.add(junction, seconds);
    }
  }

  /**
   * The quickest way from one stop to another.
   *
   * @param seconds infinite where there is none
   * @param last the junction passed last; below 0 where none is
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
      best =
          best.or(
              ways.seconds[from[s]] + passing[from[s]] + driving[s] * end.share,
              ways.metres[from[s]] + length[s] * end.share,
              from[s]);
    }
    if (end.against) {
      best =
          best.or(
              ways.seconds[to[s]] + passing[to[s]] + driving[s] * (1 - end.share),
              ways.metres[to[s]] + length[s] * (1 - end.share),
              to[s]);
    }
    double share = end.share - start.share;
    if (start.section == s
        && ((start.along && end.along && share >= 0)
            || (start.against && end.against && share <= 0))) {
      best = best.or(driving[s] * Math.abs(share), length[s] * Math.abs(share), NOWHERE);
    }
    return best;
  }

  Snapped snap(Place place) {
    int chosen = -1;
    double nearest = travel.offNetworkMetres();
    if (!place.section().isEmpty()) {
      Integer named = sectionIndex.get(place.section());
      if (named == null) {
        throw new IllegalArgumentException(
            "There is no section %s in roads.json. Name one, or leave it empty."
                .formatted(place.section()));
      }
      chosen = named;
    } else {
      for (int s = 0; s < sections.size(); s++) {
        if (aside(s, place.position()) > nearest) {
          continue;
        }
        double away = place.position().metresTo(at(s, share(s, place.position())));
        if (away <= nearest) {
          nearest = away;
          chosen = s;
        }
      }
    }
    if (chosen < 0) {
      return new Snapped(-1, 0, false, false);
    }
    boolean oneWay = sections.get(chosen).oneWay();
    return new Snapped(
        chosen,
        share(chosen, place.position()),
        oneWay || place.side() != Side.LEFT,
        !oneWay && place.side() != Side.RIGHT);
  }

  /** Metres to the north or south that a point is away from a section at least: told at once. */
  private double aside(int section, Position point) {
    double a = junctions[from[section]].latitude() - point.latitude();
    double b = junctions[to[section]].latitude() - point.latitude();
    double degrees = Math.max(Math.min(a, b), -Math.max(a, b));
    return degrees * LEAST_METRES_PER_DEGREE;
  }

  private Position at(int section, double share) {
    Position a = junctions[from[section]];
    Position b = junctions[to[section]];
    return new Position(
        a.latitude() + share * (b.latitude() - a.latitude()),
        a.longitude() + share * (b.longitude() - a.longitude()));
  }

  /** Where on a section a point is nearest, 0 to 1; plane geometry is good enough within a city. */
  private double share(int section, Position point) {
    Position a = junctions[from[section]];
    Position b = junctions[to[section]];
    double shrink = Math.cos(Math.toRadians(a.latitude()));
    double east = (b.longitude() - a.longitude()) * shrink * METRES_PER_DEGREE;
    double north = (b.latitude() - a.latitude()) * METRES_PER_DEGREE;
    double square = east * east + north * north;
    if (square < 1) {
      return 0;
    }
    double dot =
        (point.longitude() - a.longitude()) * shrink * METRES_PER_DEGREE * east
            + (point.latitude() - a.latitude()) * METRES_PER_DEGREE * north;
    return Math.max(0, Math.min(1, dot / square));
  }
}
