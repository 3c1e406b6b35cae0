package city.nhip.engine.planning.waste;

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

  /** By distance and by time. */
  private record Rate(long perDistance, long perTime) {}

  /**
   * What is counted: cost, or hours.
   *
   * @param rates by truck
   */
  private record Measure(List<Rate> rates, boolean fees) {}

  private final WastePlan plan;
  private final FlatProblem flat;
  private final WasteProblem problem;
  private final long overflow;

  private LeastCost(WastePlan plan) {
    this.plan = plan;
    this.flat = plan.flat();
    this.problem = flat.problem;
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
      taking(stop).forEach(together::set);
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
                        .filter(stop -> trucks.isEmpty() == taking(stop).isEmpty())
                        .filter(stop -> trucks.isEmpty() || trucks.get(taking(stop).get(0)))
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
    double service = Arrays.stream(stops).mapToDouble(stop -> service(stop, cost)).sum();
    double trucks = trucks(owed, fleet, cost);
    double ways = cuts(stops, cost).best(rounds(stops.length));
    return service + trucks + ways;
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
    double work = Arrays.stream(owed).mapToDouble(stop -> service(stop, hours)).sum();
    work += flat.congested ? 0 : cuts(owed, hours).best(rounds(owed.length));
    double home = lastWay(hours);
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
      least += fixed[truck] + lastWay(cost);
    }
    return least;
  }

  /** A truck that has collected what fills or weighs anything tips before it goes home. */
  private double lastWay(Measure measure) {
    boolean tips = IntStream.range(0, flat.stops).noneMatch(this::weightless);
    double least = tips && flat.sites > 0 ? LoadCuts.NEVER : 0;
    for (int site = flat.stops; site < flat.stops + flat.sites; site++) {
      for (int depot : flat.depotPlace) {
        least = Math.min(least, way(site, depot, measure.rates()));
      }
    }
    return least;
  }

  private boolean weightless(int stop) {
    return flat.volume[stop] == 0 && flat.mass[stop] == 0;
  }

  private LoadCuts cuts(int[] of, Measure measure) {
    List<List<Rate>> taken = Arrays.stream(of).mapToObj(stop -> taking(stop, measure)).toList();
    double[] in = new double[of.length];
    double[] out = new double[of.length];
    for (int i = 0; i < of.length; i++) {
      in[i] = in(of[i], taken.get(i));
      out[i] = out(of[i], taken.get(i), measure.fees());
    }
    int yard = of.length;
    double[][] there = new double[yard + 1][yard + 1];
    for (int i = 0; i < yard; i++) {
      there[yard][i] = in[i];
      there[i][yard] = out[i];
      for (int j = 0; j < yard; j++) {
        List<Rate> both = new ArrayList<>(taken.get(i));
        both.retainAll(taken.get(j));
        there[i][j] = i == j ? 0 : way(of[i], of[j], both);
      }
    }
    for (int i = 0; i < yard; i++) {
      if (mayLeave(of[i])) {
        double left = (leaving(of[i]) - service(of[i], measure)) / 2;
        there[i][yard] = Math.min(there[i][yard], left);
        there[yard][i] = Math.min(there[yard][i], left);
      }
    }
    return new LoadCuts(there, loads(of), room());
  }

  /** What is tipped together: each stream by volume, all by mass. */
  private long[] room() {
    int streams = streams();
    long[] room = new long[streams + 1];
    for (Truck truck : problem.trucks()) {
      for (int stream = 0; stream < streams; stream++) {
        int compartment = truck.compartmentFor(stream);
        if (compartment >= 0) {
          room[stream] = Math.max(room[stream], truck.compartments().get(compartment).volume());
        }
      }
      room[streams] = Math.max(room[streams], truck.payload());
    }
    return Arrays.stream(room).map(most -> Math.max(1, most)).toArray();
  }

  /** What fits in no truck is left out, or the plan is none: it fills one at most. */
  private long[][] loads(int[] of) {
    long[] room = room();
    long[][] loads = new long[room.length][of.length];
    for (int i = 0; i < of.length; i++) {
      Stop stop = problem.stops().get(of[i]);
      loads[stop.stream()][i] = Math.min(room[stop.stream()], stop.volume());
      loads[room.length - 1][i] = Math.min(room[room.length - 1], stop.mass());
    }
    return loads;
  }

  private int streams() {
    return 1 + problem.stops().stream().mapToInt(Stop::stream).max().orElse(0);
  }

  /** The first way of a load, that ends at a stop. */
  private double in(int stop, List<Rate> rates) {
    double least = LoadCuts.NEVER;
    for (int start : flat.startPlace) {
      least = Math.min(least, way(start, stop, rates));
    }
    for (int site = flat.stops; site < flat.stops + flat.sites; site++) {
      least = Math.min(least, way(site, stop, rates));
    }
    return least;
  }

  /** The last way of a load, with its tipping; what weighs and fills nothing needs none. */
  private double out(int stop, List<Rate> rates, boolean fees) {
    double least = LoadCuts.NEVER;
    for (int site = 0; site < flat.sites; site++) {
      DisposalSite at = problem.sites().get(site);
      double tipping = least(rates, 0, at.tipping()) + (fees ? at.fee() + dearer(stop, at) : 0);
      least = Math.min(least, way(stop, flat.stops + site, rates) + tipping);
    }
    if (flat.sites == 0 || weightless(stop)) {
      for (int depot : flat.depotPlace) {
        least = Math.min(least, way(stop, depot, rates));
      }
    }
    return least;
  }

  private double way(int from, int to, List<Rate> rates) {
    // In a rush a way takes longer, or shorter: then only its length is sure.
    return least(rates, flat.distance(from, to), flat.congested ? 0 : flat.time(from, to));
  }

  private static double least(List<Rate> rates, int distance, int time) {
    double least = LoadCuts.NEVER;
    for (Rate rate : rates) {
      least =
          Math.min(least, rate.perDistance() * (double) distance + rate.perTime() * (double) time);
    }
    return least;
  }

  /** Trucks that may serve a stop. */
  private List<Integer> taking(int stop) {
    Stop it = problem.stops().get(stop);
    return IntStream.range(0, problem.trucks().size())
        .filter(t -> problem.trucks().get(t).compartmentFor(it.stream()) >= 0)
        .filter(t -> it.trucks().isEmpty() || it.trucks().contains(t))
        .boxed()
        .toList();
  }

  private List<Rate> taking(int stop, Measure measure) {
    return taking(stop).stream().map(measure.rates()::get).distinct().toList();
  }

  /** Where it is tipped at a site that asks for more than the least. */
  private double dearer(int stop, DisposalSite at) {
    Stop it = problem.stops().get(stop);
    return at.streams().contains(it.stream())
        ? (at.feePerMass() - fee(it)) * (double) it.mass()
        : 0;
  }

  private long fee(Stop stop) {
    return problem.sites().stream()
        .filter(site -> site.streams().contains(stop.stream()))
        .mapToLong(DisposalSite::feePerMass)
        .min()
        .orElse(0);
  }

  /** Of a stop that is served: its crew's time, and the least fee for its waste. */
  private double service(int stop, Measure measure) {
    Stop it = problem.stops().get(stop);
    return least(measure.rates(), 0, it.service())
        + (measure.fees() ? fee(it) * (double) it.mass() : 0);
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
