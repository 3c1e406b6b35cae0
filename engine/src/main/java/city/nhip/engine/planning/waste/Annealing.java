package city.nhip.engine.planning.waste;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Slack induction by string removals (Christiaens and Vanden Berghe 2020): ruin, recreate, and
 * accept by simulated annealing. Mutable, for one thread.
 */
final class Annealing {
  /** First and last temperature, in mean costs of the way from one stop to the next. */
  private static final double HOT = 1;

  /** Ways to a disposal site are many times as long as those between stops. */
  private static final double HOT_WITH_SITES = 4;

  private static final double COLD = 0.01;

  /** Of the budget, at most so much goes to doing with fewer trucks. */
  private static final double FLEET_SHARE = 0.3;

  private static final double FLEET_HEAT = 0.3;

  /** So many steps a stop bring a start from nothing near what it can reach. */
  private static final double STEPS_A_START = 1_500;

  /** A start takes no smaller share of a budget: more than it takes to know the speed. */
  private static final double SHORTEST_START = 0.025;

  /** Share of the budget after which it is known how many steps it has. */
  private static final double SPEED_KNOWN = 0.02;

  /** Where half a budget has room for fewer, one long chain ends better. */
  private static final int LEAST_STARTS = 8;

  /** And with fewer steps than so many times the square of the stops. */
  private static final double ONE_CHAIN = 60;

  private static final int MOST_STARTS = 10;

  /** So many steps for each stop around which a child is searched. */
  private static final double STEPS_A_CHILD = 120;

  private static final double CHILD_HEAT = 0.05;

  private final Routes routes;
  private final Dice dice;
  private final StringRuin ruin;
  private final Recreation recreation;
  private final double hot;
  private final double cold;
  private double temperature;
  private long steps;
  private final FleetReduction fleet;
  private final double fleetShare;
  private final boolean oneStart;
  private final boolean timed;
  private boolean reducing;

  /** Share of the budget that went to doing with fewer trucks. */
  private double reducedUntil;

  /** From nothing; 0 until it is known how long the budget is. */
  private int starts;

  private double stepsAStop;

  /** Shares of the budget at which this start, or the search from this child, begins and ends. */
  private double begin;

  private double end = 1;
  private int cycle;
  private final PlanPool pool;
  private PlanPool.@Nullable Child child;

  private final int[] bestNext;
  private long bestCost;
  private final boolean[] changedSinceBest;

  /**
   * @param warm where the routes hold a plan that is worth keeping near: starts cooler
   */
  Annealing(Routes routes, long seed, boolean timed, boolean warm) {
    this.routes = routes;
    this.dice = new Dice(seed);
    this.timed = timed;
    this.ruin = new StringRuin(routes, dice);
    this.recreation = new Recreation(routes, dice, timed);
    this.fleet = new FleetReduction(routes, dice, ruin, recreation);
    this.bestNext = new int[routes.stops + routes.trucks];
    this.changedSinceBest = new boolean[routes.trucks];
    routes.begin();
    recreation.run(routes.absents, Double.MAX_VALUE);
    double mean = meanArc();
    hot = (warm ? 0.1 * HOT : routes.flat.sites > 0 ? HOT_WITH_SITES : HOT) * mean;
    cold = COLD * mean;
    temperature = hot;
    fleetShare = FleetReduction.pays(routes) ? FLEET_SHARE : 0;
    oneStart = warm || fleetShare > 0 || routes.kinds > 1 || routes.stops < 2;
    pool = new PlanPool(routes.neighbours, dice, MOST_STARTS);
    Arrays.fill(changedSinceBest, true);
    keepBest();
  }

  private double meanArc() {
    double sum = 0;
    int served = 0;
    for (int u = 0; u < routes.stops; u++) {
      if (routes.route[u] >= 0) {
        Truck.Prices prices = routes.flat.problem.trucks().get(routes.route[u]).prices();
        sum +=
            prices.perDistance() * (double) routes.arc[u]
                + prices.perTime() * (double) routes.arcTime[u];
        served++;
      }
    }
    return Math.max(1e-3, sum / Math.max(1, served));
  }

  long steps() {
    return steps;
  }

  long bestCost() {
    return Math.min(bestCost, pool.bestCost());
  }

  /**
   * @param spent share of the budget, 0 to 1
   */
  void cool(double spent) {
    boolean early = spent < fleetShare && !(fleet.atLeast() && routes.absents == 0);
    if (reducing && !early && routes.absents > 0) {
      goOnFrom(best());
    }
    if (reducing && !early) {
      Arrays.fill(changedSinceBest, true);
      routes.mostUsed = Integer.MAX_VALUE;
    }
    reducing = early;
    if (early) {
      reducedUntil = spent;
      temperature = FLEET_HEAT * hot;
    } else {
      anneal(spent, (spent - reducedUntil) / (1 - reducedUntil));
    }
  }

  /**
   * Where all trucks are alike, a long budget is cut into starts from nothing and searches around
   * what is new in children of two of the plans so found: one chain that cools slowly ends no
   * better than a short one.
   *
   * @param share of the annealing's part of the budget
   */
  private void anneal(double spent, double share) {
    if (starts == 0 && spent >= SPEED_KNOWN) {
      stepsAStop = steps / spent / routes.stops;
      starts = oneStart ? 1 : starts(stepsAStop, routes.stops);
      end = starts > 1 ? startLength() : 1;
    }
    while (share >= end && end < 1) {
      cycle++;
      begin = end;
      end = Math.min(1, begin + nextCycle());
    }
    double from = child == null ? hot : CHILD_HEAT * hot;
    temperature = from * Math.pow(cold / from, (share - begin) / (end - begin));
  }

  /**
   * @return so many from nothing
   */
  static int starts(double stepsAStop, int stops) {
    int half = (int) (stepsAStop / STEPS_A_START / 2);
    boolean few = half < LEAST_STARTS || stepsAStop < ONE_CHAIN * stops;
    return few ? 1 : Math.min(MOST_STARTS, half);
  }

  private double startLength() {
    return Math.max(SHORTEST_START, STEPS_A_START / stepsAStop);
  }

  /**
   * @return the share of the budget that it is given
   */
  private double nextCycle() {
    pool.add(new PlanPool.Member(bestOfCycle(), bestCost), child);
    double length = startLength();
    if (cycle < starts || pool.exhausted()) {
      child = null;
      ruin.everywhere();
      routes.load(Collections.nCopies(routes.trucks, List.of()));
    } else {
      child = pool.child();
      routes.load(child.orders());
      ruin.around(child.around());
      length = STEPS_A_CHILD / stepsAStop * child.around().length / routes.stops;
    }
    recreation.run(routes.absents, Double.MAX_VALUE);
    Arrays.fill(changedSinceBest, true);
    keepBest();
    return length;
  }

  void step() {
    steps++;
    if (reducing) {
      reduce();
    } else {
      improve();
    }
  }

  private void reduce() {
    if (routes.absents == 0) {
      fleet.emptyOne();
    }
    if (fleet.step(temperature) && routes.cost < bestCost) {
      Arrays.fill(changedSinceBest, true);
      keepBest();
    }
  }

  private void improve() {
    routes.begin();
    int before = routes.absents;
    ruin.run();
    routes.settle();
    double limit = routes.costBefore() - temperature * Math.log(dice.unit());
    recreation.run(routes.absents - before, limit + routes.leeway());
    routes.finish(limit);
    if (routes.cost >= limit) {
      routes.rollback();
      return;
    }
    for (int i = 0; i < routes.touches; i++) {
      changedSinceBest[routes.touched[i]] = true;
    }
    if (routes.cost < bestCost) {
      keepBest();
    }
  }

  private void keepBest() {
    for (int t = 0; t < routes.trucks; t++) {
      if (changedSinceBest[t]) {
        routes.polish(t);
        changedSinceBest[t] = false;
        int last = routes.stops + t;
        for (int v = routes.next[routes.start(t)]; v != routes.end(t); v = routes.next[v]) {
          if (v < routes.stops) {
            bestNext[last] = v;
            last = v;
          }
        }
        bestNext[last] = Routes.NOWHERE;
      }
    }
    bestCost = routes.cost;
  }

  /** The best plan so far: by truck, the stops in order. */
  List<List<Integer>> best() {
    return pool.bestCost() < bestCost ? pool.best() : bestOfCycle();
  }

  /** Of this start, or from this child. */
  private List<List<Integer>> bestOfCycle() {
    return orders(bestNext);
  }

  /**
   * @param following by node, the next stop; what is none ends a route
   */
  private List<List<Integer>> orders(int[] following) {
    List<List<Integer>> orders = new ArrayList<>();
    for (int t = 0; t < routes.trucks; t++) {
      List<Integer> order = new ArrayList<>();
      for (int v = following[routes.start(t)]; v >= 0 && v < routes.stops; v = following[v]) {
        order.add(v);
      }
      orders.add(order);
    }
    return orders;
  }

  /**
   * Whether one plan is searched from the start of the budget to its end, and parts of it can be.
   * With hours routes lie across each other: those end better searched as wholes.
   */
  boolean canShare() {
    return starts == 1 && !oneStart && !timed;
  }

  /** The plan that it is at: by truck, the stops in order. */
  List<List<Integer>> current() {
    return orders(routes.next);
  }

  /**
   * Goes on from a plan of several chains.
   *
   * @param best the best that they found together
   * @param held by truck: whether another chain has it
   * @param absents whether it may serve what the plan leaves out
   */
  void share(List<List<Integer>> plan, List<List<Integer>> best, boolean[] held, boolean absents) {
    goOnFrom(best);
    goOnFrom(plan);
    routes.hold(held);
    ruin.around(stopsOf(plan, held));
    routes.absents = absents ? routes.absents : 0;
  }

  private static int[] stopsOf(List<List<Integer>> plan, boolean[] held) {
    return IntStream.range(0, held.length)
        .filter(truck -> !held[truck])
        .mapToObj(plan::get)
        .flatMap(List::stream)
        .mapToInt(stop -> stop)
        .toArray();
  }

  /** Takes over another chain's best plan. */
  void adopt(Annealing other) {
    if (starts > 1) {
      pool.add(new PlanPool.Member(other.best(), other.bestCost()), null);
    } else {
      goOnFrom(other.best());
    }
  }

  private void goOnFrom(List<List<Integer>> orders) {
    routes.load(orders);
    Arrays.fill(changedSinceBest, true);
    if (routes.cost < bestCost) {
      keepBest();
    }
  }
}
