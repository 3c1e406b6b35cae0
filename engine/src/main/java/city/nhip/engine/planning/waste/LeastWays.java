package city.nhip.engine.planning.waste;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What ways, service and tipping cost at least, whichever truck that may drives them. */
final class LeastWays {
  /** By distance and by time. */
  record Rate(long perDistance, long perTime) {}

  /**
   * What is counted: cost, or hours.
   *
   * @param rates by truck
   */
  record Measure(List<Rate> rates, boolean fees) {}

  private final FlatProblem flat;
  private final WasteProblem problem;

  LeastWays(FlatProblem flat) {
    this.flat = flat;
    this.problem = flat.problem;
  }

  /** A truck that has collected what fills or weighs anything tips before it goes home. */
  double lastWay(Measure measure) {
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

  /**
   * Cost of the ways between stops, and last in each row and column from and to where loads end.
   *
   * @param of the stops
   */
  double[][] between(int[] of, Measure measure) {
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
    return there;
  }

  /** What is tipped together: each stream by volume, all by mass. */
  long[] room() {
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
  long[][] loads(int[] of) {
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
  List<Integer> taking(int stop) {
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
  double service(int stop, Measure measure) {
    Stop it = problem.stops().get(stop);
    return least(measure.rates(), 0, it.service())
        + (measure.fees() ? fee(it) * (double) it.mass() : 0);
  }
}
