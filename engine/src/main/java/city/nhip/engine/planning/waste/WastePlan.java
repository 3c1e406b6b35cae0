package city.nhip.engine.planning.waste;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/**
 * A problem and an order of stops for each truck. Where trucks tip and rest follows from the order.
 * Mutable, the solver's own; to everyone else it never changes.
 */
@PlanningSolution
public final class WastePlan {
  private final FlatProblem flat;

  @ValueRangeProvider(id = "stops")
  @ProblemFactCollectionProperty
  private final List<PlannedStop> stops;

  /** One a truck, then that of the stops left out. */
  @PlanningEntityCollectionProperty private final List<TruckRoute> routes;

  @PlanningScore private @Nullable HardMediumSoftLongScore score;

  @SuppressWarnings({"NullAway", "unused"}) // for the solver's cloner, which fills the fields
  private WastePlan() {
    flat = null;
    stops = List.of();
    routes = new ArrayList<>();
  }

  /**
   * @param known routes of the same problem: who keeps the order keeps the day
   */
  private WastePlan(
      FlatProblem flat,
      List<PlannedStop> stops,
      List<List<Integer>> orders,
      List<TruckRoute> known) {
    this.flat = flat;
    this.stops = stops;
    this.routes = new ArrayList<>();
    int trucks = flat.problem.trucks().size();
    if (orders.size() != trucks) {
      throw new IllegalArgumentException(
          "There are %d routes for %d trucks. Give one each.".formatted(orders.size(), trucks));
    }
    RouteDecoder decoder = new RouteDecoder(flat);
    List<List<PlannedStop>> planned = stopsOf(orders);
    for (int truck = 0; truck < trucks; truck++) {
      boolean same = !known.isEmpty() && indexes(known.get(truck)).equals(orders.get(truck));
      int[] order = orders.get(truck).stream().mapToInt(Integer::intValue).toArray();
      Timeline day = same ? known.get(truck).timeline() : decoder.decode(truck, order);
      routes.add(TruckRoute.of(truck, planned.get(truck), day));
    }
    routes.add(TruckRoute.leftOut(planned.get(trucks)));
  }

  /** The stops of each truck, then those that are left out. */
  List<List<PlannedStop>> stopsOf(List<List<Integer>> orders) {
    BitSet served = new BitSet();
    List<List<PlannedStop>> of = new ArrayList<>();
    for (List<Integer> order : orders) {
      for (int stop : order) {
        if (stop < 0 || stop >= stops.size() || served.get(stop)) {
          throw new IllegalArgumentException(
              "Stop %d is unknown or served twice. Give each of 0 to %d once at most."
                  .formatted(stop, stops.size() - 1));
        }
        served.set(stop);
      }
      of.add(order.stream().map(stops::get).toList());
    }
    of.add(stops.stream().filter(stop -> !served.get(stop.index())).toList());
    return of;
  }

  /** Nothing is collected yet. */
  public static WastePlan of(WasteProblem problem) {
    List<PlannedStop> stops = new ArrayList<>();
    for (Stop stop : problem.stops()) {
      stops.add(new PlannedStop(stops.size(), stop));
    }
    return new WastePlan(
        new FlatProblem(problem),
        stops,
        Collections.nCopies(problem.trucks().size(), List.of()),
        List.of());
  }

  /**
   * The same problem with other routes: by truck, indexes of stops in order. What none serves is
   * left out.
   *
   * @throws IllegalArgumentException when a stop is unknown or served twice
   */
  public WastePlan with(List<List<Integer>> orders) {
    return new WastePlan(flat, stops, orders, routes);
  }

  public WasteProblem problem() {
    return flat.problem;
  }

  /** Whether no truck does anything. */
  public boolean isEmpty() {
    return orders().stream().allMatch(List::isEmpty);
  }

  /** By truck, indexes of stops in order. */
  public List<List<Integer>> orders() {
    return routes.stream().filter(r -> !r.isLeftOut()).map(WastePlan::indexes).toList();
  }

  /** Indexes of the stops that no truck serves. */
  public List<Integer> leftOut() {
    return routes.stream().filter(TruckRoute::isLeftOut).flatMap(r -> indexes(r).stream()).toList();
  }

  /** By truck. */
  public List<Timeline> timelines() {
    return routes.stream().filter(r -> !r.isLeftOut()).map(TruckRoute::timeline).toList();
  }

  private static List<Integer> indexes(TruckRoute route) {
    return route.stops().stream().map(PlannedStop::index).toList();
  }

  FlatProblem flat() {
    return flat;
  }

  List<PlannedStop> stops() {
    return stops;
  }

  List<TruckRoute> routes() {
    return routes;
  }

  /** As the solver left it; null before. */
  @Nullable HardMediumSoftLongScore score() {
    return score;
  }
}
