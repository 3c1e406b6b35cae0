package city.nhip.engine.planning.signals;

import java.util.List;

/**
 * A lane graph with signals and the vehicles that want through it. Neutral: SUMO files and a city's
 * folder both become one.
 *
 * @param begin second of the day at which it starts
 * @param end second at which counting ends, after {@code begin}
 */
public record SignalNetwork(
    List<Link> links,
    List<Movement> movements,
    List<Intersection> intersections,
    List<List<Integer>> routes,
    List<Trip> trips,
    int begin,
    int end) {
  /**
   * A street between two junctions, one direction.
   *
   * @param lengthMetres above 0
   * @param travelMillis at free flow, at least 1
   * @param lanes 1 or more
   * @param storage vehicles that one lane holds, at least 1
   */
  public record Link(String id, double lengthMetres, int travelMillis, int lanes, int storage) {
    public Link {
      if (!(lengthMetres > 0) || travelMillis < 1 || lanes < 1 || storage < 1) {
        throw new IllegalArgumentException(
            "Link %s has length %s m, %d ms, %d lanes, storage %d. All must be above 0."
                .formatted(id, lengthMetres, travelMillis, lanes, storage));
      }
    }
  }

  /**
   * The way from one lane over a junction into a lane of the next link.
   *
   * @param intersection index, or -1 where no signal stands
   * @param signal index among the intersection's signals, or -1
   * @param headwayMillis between vehicles at saturation: 3,600,000 / saturation flow in veh/h
   * @param crossMillis over the junction
   * @param bay vehicles that may wait inside the junction for a gap
   * @param minor without a signal: yields to {@code yieldsTo}
   * @param yieldsTo movements that go first while this one's green is a yielding one
   */
  public record Movement(
      int fromLink,
      int fromLane,
      int toLink,
      int toLane,
      int intersection,
      int signal,
      int headwayMillis,
      int crossMillis,
      int bay,
      boolean minor,
      List<Integer> yieldsTo) {
    public Movement {
      yieldsTo = List.copyOf(yieldsTo);
      if (headwayMillis < 100 || crossMillis < 0 || bay < 0) {
        throw new IllegalArgumentException(
            "A movement has headway %d ms, crossing %d ms, bay %d. Give 100 ms or more, and nothing"
                    .formatted(headwayMillis, crossMillis, bay)
                + " negative.");
      }
    }
  }

  /**
   * One vehicle.
   *
   * @param route index among the routes
   * @param departs second of the day at which it wants in
   */
  public record Trip(int route, int departs) {}

  public SignalNetwork {
    links = List.copyOf(links);
    movements = List.copyOf(movements);
    intersections = List.copyOf(intersections);
    routes = routes.stream().map(List::copyOf).toList();
    trips = List.copyOf(trips);
    if (end <= begin) {
      throw new IllegalArgumentException(
          "The period ends at %d s, not after its begin at %d s.".formatted(end, begin));
    }
  }

  List<Timing> today() {
    return intersections.stream().map(Intersection::today).toList();
  }
}
