package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import city.nhip.engine.planning.waste.city.StreetGraph.Snapped;
import city.nhip.engine.planning.waste.city.StreetGraph.Way;
import city.nhip.engine.planning.waste.city.StreetGraph.Ways;
import city.nhip.engine.planning.waste.city.WasteContainers.Side;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The quickest ways over a city's streets, one Dijkstra a stop. Traffic keeps to the right: a stop
 * on one side of its section is reached, and left, in that side's direction only.
 */
final class RoadTravel {
  private static final double STRAIGHT_KMH = 30;
  private static final double KMH = 3.6;

  /** A day: so long are ways that a vehicle may not drive, for no shift to hold one. */
  private static final int NEVER_SECONDS = 86_400;

  private final Roads roads;
  private final WasteFleet.Travel travel;
  private final Set<String> closed;
  private final Set<String> forbidden;
  private final StreetGraph streets;

  /**
   * @param section of roads.json; empty takes the nearest one
   */
  record Place(Position position, String section, Side side) {
    static Place of(Position position) {
      return new Place(position, "", Side.EITHER);
    }
  }

  /**
   * @param closed sections that nobody may pass now
   * @param forbidden sections that vehicles of this profile may never enter
   */
  RoadTravel(Roads roads, WasteFleet.Travel travel, Set<String> closed, Set<String> forbidden) {
    this.roads = roads;
    this.travel = travel;
    this.closed = closed;
    this.forbidden = forbidden;
    this.streets = new StreetGraph(roads, travel, closed, forbidden);
  }

  /**
   * @throws IllegalArgumentException when a place names a section that the city has not
   */
  TravelMatrix between(List<Place> places) {
    int size = places.size();
    int[] metres = new int[size * size];
    int[] seconds = new int[size * size];
    BitSet wayless = new BitSet();
    List<Snapped> stops = places.stream().map(streets.places::snap).toList();
    for (int i = 0; i < size; i++) {
      Ways ways = stops.get(i).offStreet() ? Ways.none(0) : streets.ways(stops.get(i));
      for (int j = 0; j < size; j++) {
        if (i != j) {
          Way way = streets.way(ways, stops.get(i), stops.get(j));
          if (way.none()) {
            wayless.set(i * size + j);
            way = straightLine(places.get(i).position(), places.get(j).position());
          }
          seconds[i * size + j] = (int) Math.round(way.seconds());
          metres[i * size + j] = (int) Math.round(way.metres());
        }
      }
    }
    // What is reached from the first place on the streets, and back, is reached from all such.
    int first =
        IntStream.range(0, size).filter(i -> !stops.get(i).offStreet()).findFirst().orElse(0);
    Set<Integer> straight =
        IntStream.range(0, size)
            .filter(
                i ->
                    stops.get(i).offStreet()
                        || wayless.get(first * size + i)
                        || wayless.get(i * size + first))
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Integer> unreached =
        forbidden.isEmpty() ? Set.of() : reachedByOthers(first, straight, places);
    straight.removeAll(unreached);
    for (int i : unreached) {
      for (int j = 0; j < size; j++) {
        never(seconds, wayless, i * size + j);
        never(seconds, wayless, j * size + i);
      }
    }
    return new TravelMatrix(
        size, metres, seconds, straight, unreached, new StreetWays(streets, places, stops));
  }

  private static void never(int[] seconds, BitSet wayless, int way) {
    if (wayless.get(way)) {
      seconds[way] = NEVER_SECONDS;
    }
  }

  /** Of those without a way, the ones that a vehicle without limits would reach. */
  private Set<Integer> reachedByOthers(int first, Set<Integer> wayless, List<Place> places) {
    StreetGraph all = new StreetGraph(roads, travel, closed, Set.of());
    Snapped start = all.places.snap(places.get(first));
    Ways from = start.offStreet() ? Ways.none(0) : all.ways(start);
    Set<Integer> reached = new TreeSet<>();
    for (int i : wayless) {
      Snapped end = all.places.snap(places.get(i));
      if (!end.offStreet()
          && !all.way(from, start, end).none()
          && !all.way(all.ways(end), end, start).none()) {
        reached.add(i);
      }
    }
    return reached;
  }

  private Way straightLine(Position one, Position other) {
    double metres = one.metresTo(other);
    return new Way(metres * KMH / (STRAIGHT_KMH * travel.shareOfPermittedSpeed()), metres, -1);
  }
}
