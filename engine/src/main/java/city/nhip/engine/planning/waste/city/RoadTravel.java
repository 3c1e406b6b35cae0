package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Roads.Section;
import city.nhip.engine.planning.waste.city.WasteContainers.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * The quickest ways over a city's streets, one Dijkstra a stop. Traffic keeps to the right: a stop
 * on one side of its section is reached, and left, in that side's direction only.
 */
final class RoadTravel {
  private static final double METRES_PER_DEGREE = 111_195;
  private static final double STRAIGHT_KMH = 30;
  private static final double KMH = 3.6;

  private final WasteFleet.Travel travel;
  private final List<Section> sections;
  private final Map<String, Integer> sectionIndex = new HashMap<>();
  private final Position[] junctions;
  private final int[] from;
  private final int[] to;
  private final double[] length;
  private final double[] driving;
  private final double[] passing;

  /** Arcs that leave a junction: {@code 2 s} along section s, {@code 2 s + 1} against it. */
  private final List<List<Integer>> leaving = new ArrayList<>();

  /**
   * @param section of roads.json; empty takes the nearest one
   */
  record Place(Position position, String section, Side side) {
    static Place of(Position position) {
      return new Place(position, "", Side.EITHER);
    }
  }

  /**
   * A place on its section.
   *
   * @param share 0 at the section's start, 1 at its end
   */
  private record Snapped(int section, double share, boolean along, boolean against) {}

  /**
   * @param closed sections that nobody may pass
   */
  RoadTravel(Roads roads, WasteFleet.Travel travel, Set<String> closed) {
    this.travel = travel;
    this.sections = roads.sections();
    Map<String, Integer> index = new HashMap<>();
    junctions = new Position[roads.junctions().size()];
    passing = new double[junctions.length];
    for (int j = 0; j < junctions.length; j++) {
      Roads.Junction junction = roads.junctions().get(j);
      index.put(junction.id(), j);
      junctions[j] = junction.position();
      passing[j] =
          travel.secondsPerJunction() + (junction.signalised() ? travel.secondsPerSignal() : 0);
      leaving.add(new ArrayList<>());
    }
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
      if (closed.contains(section.id())) {
        continue;
      }
      leaving.get(from[s]).add(2 * s);
      if (!section.oneWay()) {
        leaving.get(to[s]).add(2 * s + 1);
      }
    }
  }

  /**
   * @throws IllegalArgumentException when a place names a section that the city has not
   */
  TravelMatrix between(List<Place> places) {
    int size = places.size();
    int[] metres = new int[size * size];
    int[] seconds = new int[size * size];
    Set<Integer> straight = new TreeSet<>();
    Snapped[] stops = new Snapped[size];
    for (int i = 0; i < size; i++) {
      stops[i] = snap(places.get(i));
      if (stops[i].section < 0) {
        straight.add(i);
      }
    }
    for (int i = 0; i < size; i++) {
      Ways ways = straight.contains(i) ? Ways.none(0) : ways(stops[i]);
      for (int j = 0; j < size; j++) {
        if (i != j) {
          double[] best =
              straight.contains(i) || straight.contains(j)
                  ? unreached()
                  : way(ways, stops[i], stops[j]);
          if (best[0] == Double.POSITIVE_INFINITY) {
            best = straightLine(places.get(i).position(), places.get(j).position());
          }
          seconds[i * size + j] = (int) Math.round(best[0]);
          metres[i * size + j] = (int) Math.round(best[1]);
        }
      }
    }
    return new TravelMatrix(size, metres, seconds, straight);
  }

  /** Seconds and metres from one stop to each junction. */
  private record Ways(double[] seconds, double[] metres) {
    static Ways none(int size) {
      double[] never = new double[size];
      Arrays.fill(never, Double.POSITIVE_INFINITY);
      return new Ways(never, new double[size]);
    }
  }

  private record Reached(int junction, double seconds) {}

  private Ways ways(Snapped start) {
    Ways ways = Ways.none(junctions.length);
    PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparingDouble(Reached::seconds));
    int s = start.section;
    if (start.along) {
      reach(ways, open, to[s], driving[s] * (1 - start.share), length[s] * (1 - start.share));
    }
    if (start.against) {
      reach(ways, open, from[s], driving[s] * start.share, length[s] * start.share);
    }
    for (Reached next = open.poll(); next != null; next = open.poll()) {
      int here = next.junction;
      if (next.seconds > ways.seconds[here]) {
        continue;
      }
      for (int arc : leaving.get(here)) {
        int section = arc / 2;
        reach(
            ways,
            open,
            arc % 2 == 0 ? to[section] : from[section],
            next.seconds + passing[here] + driving[section],
            ways.metres[here] + length[section]);
      }
    }
    return ways;
  }

  private static void reach(
      Ways ways, PriorityQueue<Reached> open, int junction, double seconds, double metres) {
    if (seconds < ways.seconds[junction]) {
      ways.seconds[junction] = seconds;
      ways.metres[junction] = metres;
      open.add(new Reached(junction, seconds));
    }
  }

  /** Seconds and metres of the quickest way; infinite where there is none. */
  private double[] way(Ways ways, Snapped start, Snapped end) {
    int s = end.section;
    double[] best = unreached();
    if (end.along) {
      better(
          best,
          ways.seconds[from[s]] + passing[from[s]] + driving[s] * end.share,
          ways.metres[from[s]] + length[s] * end.share);
    }
    if (end.against) {
      better(
          best,
          ways.seconds[to[s]] + passing[to[s]] + driving[s] * (1 - end.share),
          ways.metres[to[s]] + length[s] * (1 - end.share));
    }
    double share = end.share - start.share;
    if (start.section == s
        && ((start.along && end.along && share >= 0)
            || (start.against && end.against && share <= 0))) {
      better(best, driving[s] * Math.abs(share), length[s] * Math.abs(share));
    }
    return best;
  }

  private static double[] unreached() {
    return new double[] {Double.POSITIVE_INFINITY, 0};
  }

  private static void better(double[] best, double seconds, double metres) {
    if (seconds < best[0]) {
      best[0] = seconds;
      best[1] = metres;
    }
  }

  private double[] straightLine(Position one, Position other) {
    double metres = one.metresTo(other);
    return new double[] {metres * KMH / (STRAIGHT_KMH * travel.shareOfPermittedSpeed()), metres};
  }

  private Snapped snap(Place place) {
    int chosen = -1;
    double nearest = travel.offNetworkMetres();
    if (!place.section.isEmpty()) {
      Integer named = sectionIndex.get(place.section);
      if (named == null) {
        throw new IllegalArgumentException(
            "There is no section %s in roads.json. Name one, or leave it empty."
                .formatted(place.section));
      }
      chosen = named;
    } else {
      for (int s = 0; s < sections.size(); s++) {
        double away = place.position.metresTo(at(s, share(s, place.position)));
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
        share(chosen, place.position),
        oneWay || place.side != Side.LEFT,
        !oneWay && place.side != Side.RIGHT);
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
