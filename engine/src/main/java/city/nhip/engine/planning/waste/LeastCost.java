package city.nhip.engine.planning.waste;

import city.nhip.engine.planning.waste.LeastWays.Measure;
import city.nhip.engine.planning.waste.LeastWays.Rate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What any plan must cost at least that leaves as little to overflow: the ways to and between the
 * stops by {@link LoadCuts}, their service and tipping fees, as many trucks as the work takes hours
 * for, and each one's last way home. Windows, driving hours and breaks are not thought of; a stop
 * that may be left is left where that is cheaper.
 */
public final class LeastCost {
  /** Beyond, it takes too long. */
  private static final int MOST_STOPS = 2_000;

  /** Looks at a way between two places. */
  private static final double MOST_LOOKS = 60e6;

  private static final int FEWEST_ROUNDS = 10;
  private static final int MOST_ROUNDS = 500;

  private final WastePlan plan;
  private final FlatProblem flat;
  private final WasteProblem problem;
  private final LeastWays ways;
  private final long overflow;

  private LeastCost(WastePlan plan) {
    this.plan = plan;
    this.flat = plan.flat();
    this.problem = flat.problem;
    this.ways = new LeastWays(flat);
    this.overflow = plan.leftOut().stream().mapToLong(stop -> penalty(stop)).sum();
  }

  /**
   * In the unit of cost; empty where the plan breaks a rule, or has so many stops that it would
   * take too long. No plan is better: none that keeps all rules and has no more overflow costs
   * less.
   */
  public static OptionalLong of(WastePlan plan) {
    boolean kept =
        plan.timelines().stream().allMatch(Timeline::feasible)
            && plan.leftOut().stream()
                .allMatch(stop -> plan.problem().stops().get(stop).skip().isPresent());
    return kept && plan.problem().stops().size() <= MOST_STOPS
        ? new LeastCost(plan).find()
        : OptionalLong.empty();
  }

  private OptionalLong find() {
    Measure cost =
        new Measure(
            problem.trucks().stream()
                .map(it -> new Rate(it.prices().perDistance(), it.prices().perTime()))
                .toList(),
            true);
    double least = 0;
    for (Fleet fleet : fleets()) {
      least += least(fleet, cost);
    }
    least = Math.floor(least * (1 - 1e-9));
    return least > 0 ? OptionalLong.of((long) least) : OptionalLong.empty();
  }

  /** Stops, and the trucks that serve no others. */
  private record Fleet(int[] stops, List<Integer> trucks) {}

  /** Where no truck may serve one of these stops and one of those, each are planned alone. */
  private List<Fleet> fleets() {
    List<BitSet> apart = new ArrayList<>();
    for (int stop = 0; stop < flat.stops; stop++) {
      BitSet together = new BitSet();
      ways.taking(stop).forEach(together::set);
      for (BitSet other : List.copyOf(apart)) {
        if (other.intersects(together)) {
          together.or(other);
          apart.remove(other);
        }
      }
      apart.add(together);
    }
    return apart.stream()
        .map(
            trucks ->
                new Fleet(
                    IntStream.range(0, flat.stops)
                        .filter(stop -> trucks.isEmpty() == ways.taking(stop).isEmpty())
                        .filter(stop -> trucks.isEmpty() || trucks.get(ways.taking(stop).get(0)))
                        .toArray(),
                    trucks.stream().boxed().toList()))
        .toList();
  }

  private double least(Fleet fleet, Measure cost) {
    int[] stops = fleet.stops();
    if (fleet.trucks().isEmpty()) {
      return Arrays.stream(stops).mapToDouble(this::leaving).sum();
    }
    int[] owed = Arrays.stream(stops).filter(stop -> !mayLeave(stop)).toArray();
    double service = Arrays.stream(stops).mapToDouble(stop -> ways.service(stop, cost)).sum();
    double trucks = trucks(owed, fleet, cost);
    double trips = cuts(stops, cost).best(rounds(stops.length));
    return service + trucks + trips;
  }

  private static int rounds(int stops) {
    return (int)
        Math.max(FEWEST_ROUNDS, Math.min(MOST_ROUNDS, MOST_LOOKS / (stops * (double) stops + 1)));
  }

  /** Trucks that must go out for the work's hours: their fixed costs, and the last way of each. */
  private double trucks(int[] owed, Fleet fleet, Measure cost) {
    if (owed.length == 0) {
      return 0;
    }
    Measure hours =
        new Measure(Collections.nCopies(problem.trucks().size(), new Rate(0, 1)), false);
    double work = Arrays.stream(owed).mapToDouble(stop -> ways.service(stop, hours)).sum();
    work += flat.congested ? 0 : cuts(owed, hours).best(rounds(owed.length));
    double home = ways.lastWay(hours);
    long[] shifts =
        fleet.trucks().stream()
            .map(problem.trucks()::get)
            .mapToLong(truck -> Math.max(0, (long) truck.shift().latest() - truck.start().time()))
            .sorted()
            .toArray();
    long[] fixed =
        fleet.trucks().stream()
            .mapToLong(truck -> problem.trucks().get(truck).prices().fixed())
            .sorted()
            .toArray();
    double least = 0;
    for (int truck = 0; truck < fixed.length && (truck == 0 || work > 0); truck++) {
      work -= Math.max(0, shifts[shifts.length - 1 - truck] - home);
      least += fixed[truck] + ways.lastWay(cost);
    }
    return least;
  }

  private LoadCuts cuts(int[] of, Measure measure) {
    double[][] there = ways.between(of, measure);
    int yard = of.length;
    for (int i = 0; i < yard; i++) {
      if (mayLeave(of[i])) {
        double left = (leaving(of[i]) - ways.service(of[i], measure)) / 2;
        there[i][yard] = Math.min(there[i][yard], left);
        there[yard][i] = Math.min(there[yard][i], left);
      }
    }
    return new LoadCuts(there, ways.loads(of), ways.room());
  }

  private boolean mayLeave(int stop) {
    return problem.stops().get(stop).skip().filter(s -> s.penalty() <= overflow).isPresent();
  }

  private long leaving(int stop) {
    return problem.stops().get(stop).skip().map(Stop.Skip::cost).orElse(0L);
  }

  private long penalty(int stop) {
    return problem.stops().get(stop).skip().map(Stop.Skip::penalty).orElse(0L);
  }
}
