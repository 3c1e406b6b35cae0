package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.List;

/**
 * A lane graph with signals and the vehicles that want through it. Neutral: SUMO files and a city's
 * folder both become one.
 *
 * @param gapOut whether greens end early when nobody comes; a plan's greens are maxima then
 * @param begin second of the day at which it starts
 * @param end second at which counting ends, after {@code begin}
 */
public record SignalNetwork(
    List<Link> links,
    List<Movement> movements,
    List<Intersection> intersections,
    List<List<Integer>> routes,
    List<Trip> trips,
    Driving driving,
    boolean gapOut,
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
   * @param gapMillis shorter gaps in a stream with the right of way are not taken
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
      int gapMillis,
      int bay,
      boolean minor,
      List<Integer> yieldsTo) {
    public Movement {
      yieldsTo = List.copyOf(yieldsTo);
      if (headwayMillis < 100 || crossMillis < 0 || gapMillis < 0 || bay < 0) {
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

  /**
   * How vehicles behave, where it does not depend on the place.
   *
   * @param startMillis the k-th headway of a queue that starts is this, or its movement's where
   *     that is longer; from the first behind the first vehicle
   * @param launchMillis that the k-th vehicle of a queue that starts loses behind the stop line,
   *     until it is as fast as others; from the first one
   * @param waveMillisPerVehicle in which the room that a vehicle leaves at a queue's head moves one
   *     vehicle back
   * @param entryMillis between two vehicles that enter the network on a lane
   * @param entersOnFirstLane whether all that enter on a link start there from standing and need
   *     room on its first lane; else they spread, at speed
   */
  public record Driving(
      List<Integer> startMillis,
      List<Integer> launchMillis,
      int waveMillisPerVehicle,
      int entryMillis,
      boolean entersOnFirstLane) {
    /** Drivers who keep 1 s and speed up by 2 m/s2. */
    public static final Driving USUAL =
        new Driving(
            List.of(2_700, 2_300, 2_100, 2_000),
            List.of(3_500, 1_400, 800, 400),
            1_100,
            1_500,
            false);

    public Driving {
      startMillis = List.copyOf(startMillis);
      launchMillis = List.copyOf(launchMillis);
      if (waveMillisPerVehicle < 0 || entryMillis < 100) {
        throw new IllegalArgumentException(
            "Drivers start %d ms after each other and enter every %d ms. Give"
                    .formatted(waveMillisPerVehicle, entryMillis)
                + " nothing negative, and 100 ms or more between entries.");
      }
    }
  }

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

  /** The same network with signals that end a green early when nobody comes, or that do not. */
  public SignalNetwork gapOut(boolean ends) {
    return new SignalNetwork(
        links, movements, intersections, routes, trips, driving, ends, begin, end);
  }

  /** The same network with other vehicles on the same routes. */
  SignalNetwork with(List<Trip> others) {
    return new SignalNetwork(
        links, movements, intersections, routes, others, driving, gapOut, begin, end);
  }

  /** The same network with other vehicles and routes, in another period. */
  public SignalNetwork with(List<List<Integer>> ways, List<Trip> others, int from, int until) {
    return new SignalNetwork(
        links, movements, intersections, ways, others, driving, gapOut, from, until);
  }

  /**
   * The same network, where no cycle may be longer than Webster's for these vehicles with the
   * fewest stages. A longer one serves them better only where they are known well: it makes others
   * wait long.
   *
   * @param atLeast seconds that any cycle may have, 30 to 140
   */
  public SignalNetwork withShortCycles(int atLeast) {
    List<Timing> webster = SignalStarts.webster(SignalPlan.today(this), true);
    List<Intersection> within = new ArrayList<>();
    for (int site = 0; site < webster.size(); site++) {
      within.add(intersections.get(site).within(Math.max(atLeast, webster.get(site).cycle())));
    }
    return new SignalNetwork(links, movements, within, routes, trips, driving, gapOut, begin, end);
  }

  List<Timing> today() {
    return intersections.stream().map(Intersection::today).toList();
  }
}
