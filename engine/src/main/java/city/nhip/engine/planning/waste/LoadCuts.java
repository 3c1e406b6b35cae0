package city.nhip.engine.planning.waste;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A lower bound on the ways of trucks that set out from one place, the yard, collect and come back,
 * as often as their loads ask for. Every stop is met once, so two ways lead to it; and whatever
 * group of stops is looked at, as many loads must enter and leave it as its waste fills. The groups
 * are those that grow together along the shortest ways, each counted for as long as it grows.
 * Prices on the stops raise the bound (Held and Karp 1970; rounded capacity cuts: Laporte, Nobert
 * and Desrochers 1985), and so do prices on leaving a place that are paid back on reaching it: they
 * make there and back alike, and come to nothing over a whole round. True for any prices.
 */
final class LoadCuts {
  /** At least so much means that no truck goes that way. */
  static final double NEVER = 1e11;

  /** The last step of the prices, as a share of the first. */
  private static final double LAST_STEP = 5e-4;

  /** Share of a step that looks at this round, not the one before. */
  private static final double NEW = 0.7;

  private static final double CAREFUL = 0.4;

  /** From a place to another; the yard comes after the last stop. */
  private final double[][] ways;

  /** The same ways by where they lead: row by row is how memory is quick. */
  private final double[][] back;

  /** By kind of load, then stop. */
  private final long[][] loads;

  /** By kind of load: what one truck takes between two visits to the yard. */
  private final long[] room;

  private final int stops;
  private final double[] prices;

  /** By stop: how often ways to it count in the bound. */
  private final int[] uses;

  /** By place: the price of leaving it. */
  private final double[] leaving;

  /** By place: how much oftener it is left than reached. */
  private final int[] departures;

  // The tree of shortest ways, by the stop that each way was added for.
  private final int[] parent;
  private final double[] length;
  private final boolean[] reached;

  // Groups that have grown together.
  private final int[] group;
  private final int[] members;
  private final long[][] held;

  LoadCuts(double[][] ways, long[][] loads, long[] room) {
    this.ways = ways;
    this.loads = loads;
    this.room = room;
    stops = ways.length - 1;
    back = new double[stops + 1][stops + 1];
    for (int u = 0; u <= stops; u++) {
      for (int v = 0; v <= stops; v++) {
        back[v][u] = ways[u][v];
      }
    }
    prices = new double[stops + 1];
    uses = new int[stops + 1];
    leaving = new double[stops + 1];
    departures = new int[stops + 1];
    balance();
    parent = new int[stops + 1];
    length = new double[stops + 1];
    reached = new boolean[stops + 1];
    group = new int[stops + 1];
    members = new int[stops + 1];
    held = new long[loads.length][stops + 1];
  }

  /**
   * @return no plan's ways come to less
   */
  double best(int rounds) {
    if (stops == 0) {
      return 0;
    }
    double best = Double.NEGATIVE_INFINITY;
    double[] before = new double[stops];
    double[] driftBefore = new double[stops + 1];
    double far = 0;
    for (int round = 0; round < rounds; round++) {
      raiseBelowZero();
      double found = found();
      best = Math.max(best, found);
      far = round == 0 ? Math.abs(found) / stops : far * Math.pow(LAST_STEP, 1.0 / rounds);
      for (int u = 0; u < stops; u++) {
        double amiss = uses[u] - 2;
        prices[u] += far * (NEW * amiss + (1 - NEW) * before[u]);
        before[u] = amiss;
      }
      for (int u = 0; u <= stops; u++) {
        leaving[u] += CAREFUL * far * (NEW * departures[u] + (1 - NEW) * driftBefore[u]);
        driftBefore[u] = departures[u];
      }
    }
    return best;
  }

  /** To begin with, what is harder to reach than to leave pays for both at once. */
  private void balance() {
    for (int u = 0; u <= stops; u++) {
      double harder = 0;
      int pairs = 0;
      for (int v = 0; v <= stops; v++) {
        if (ways[u][v] < NEVER && ways[v][u] < NEVER) {
          harder += ways[v][u] - ways[u][v];
          pairs++;
        }
      }
      leaving[u] = harder / 2 / Math.max(1, pairs);
    }
  }

  /** Groups grow from nothing: no priced way may be shorter. */
  private void raiseBelowZero() {
    for (int u = 0; u < stops; u++) {
      prices[u] = Math.max(prices[u], prices[u] - priced(u, stops));
    }
    for (int u = 0; u < stops; u++) {
      for (int v = u + 1; v < stops; v++) {
        double priced = priced(u, v);
        if (priced < 0) {
          prices[u] -= priced / 2;
          prices[v] -= priced / 2;
        }
      }
    }
  }

  private double priced(int u, int v) {
    return shorter(u, v) + prices[u] + prices[v];
  }

  /** Of there and back. */
  private double shorter(int u, int v) {
    double there = ways[u][v] + leaving[u] - leaving[v];
    double here = back[u][v] + leaving[v] - leaving[u];
    return Math.min(there, here);
  }

  private double there(int u, int v) {
    return ways[u][v] + leaving[u] - leaving[v];
  }

  /** The bound at these prices; {@link #uses} and {@link #departures} tell what it rests on. */
  private double found() {
    grow();
    Integer[] order = IntStream.range(0, stops).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(u -> length[u]));
    Arrays.fill(uses, 0);
    Arrays.fill(departures, 0);
    for (int u = 0; u <= stops; u++) {
      group[u] = u;
      members[u] = u < stops ? 1 : 0;
      for (int kind = 0; kind < loads.length; kind++) {
        held[kind][u] = u < stops ? loads[kind][u] : 0;
      }
    }
    long[] outside = new long[loads.length];
    for (int kind = 0; kind < loads.length; kind++) {
      outside[kind] = Arrays.stream(loads[kind]).sum();
    }
    int left = stops;
    double sum = 0;
    for (int u : order) {
      int one = find(u);
      int other = find(parent[u]);
      int yard = find(stops);
      int cut;
      if (one == yard || other == yard) {
        int joining = one == yard ? other : one;
        cut = trips(joining) + trips(outside, left);
        left -= members[joining];
        for (int kind = 0; kind < loads.length; kind++) {
          outside[kind] -= held[kind][joining];
        }
        join(joining, yard);
        cut -= trips(outside, left);
      } else {
        cut = trips(one) + trips(other);
        join(one, other);
        cut -= trips(other);
      }
      sum += cut * length[u];
      uses[u] += cut;
      uses[parent[u]] += cut;
      boolean there = there(u, parent[u]) < there(parent[u], u);
      departures[u] += there ? cut : -cut;
      departures[parent[u]] -= there ? cut : -cut;
    }
    double paid = 0;
    for (int u = 0; u < stops; u++) {
      paid += prices[u];
    }
    return sum - 2 * paid;
  }

  /** Prim's algorithm, from the yard. */
  private void grow() {
    Arrays.fill(reached, false);
    Arrays.fill(length, Double.POSITIVE_INFINITY);
    int last = stops;
    for (int count = 0; count < stops; count++) {
      reached[last] = true;
      int nearest = -1;
      for (int u = 0; u < stops; u++) {
        if (!reached[u]) {
          double way = shorter(last, u) + prices[u] + prices[last];
          if (way < length[u]) {
            length[u] = way;
            parent[u] = last;
          }
          if (nearest < 0 || length[u] < length[nearest]) {
            nearest = u;
          }
        }
      }
      last = nearest;
    }
  }

  private int find(int stop) {
    int at = stop;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }

  private void join(int one, int into) {
    group[one] = into;
    members[into] += members[one];
    for (long[] kind : held) {
      kind[into] += kind[one];
    }
  }

  /** Loads that a group fills, at least one. */
  private int trips(int of) {
    long most = 1;
    for (int kind = 0; kind < room.length; kind++) {
      most = Math.max(most, (held[kind][of] + room[kind] - 1) / room[kind]);
    }
    return (int) most;
  }

  private int trips(long[] load, int members) {
    long most = members > 0 ? 1 : 0;
    for (int kind = 0; kind < room.length && members > 0; kind++) {
      most = Math.max(most, (load[kind] + room[kind] - 1) / room[kind]);
    }
    return (int) most;
  }
}
