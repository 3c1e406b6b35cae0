package city.nhip.engine.planning.lighting;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * From prices to a feasible plan near the bound: some price steps, a repair of the groups' programs
 * at these prices, more price steps, then small regions planned anew, time and again. Long, since
 * its three ways (a night, a plan mended, a call answered) share one plan, its weights and prices.
 */
final class LightSearch implements AutoCloseable {
  /** Is told of each better feasible plan, in the solving thread. */
  interface Better {
    void found(byte[][] plan, long value);
  }

  private static final int FIRST_STEPS = 40;
  private static final double FIRST_STEPS_END = 0.12;
  private static final double STEPS_END = 0.4;

  /** Where the first repair took long, the prices' share of what is left. */
  private static final double LATE_STEPS_SHARE = 0.3;

  private static final int LATER_STEPS = 4;
  private static final int FEWEST_ATTEMPTS = 100;
  private static final double HARDER = 1.5;
  private static final double AMENDING_END = 0.7;
  private static final double PROVING_END = 0.9;
  private static final double FIRST_GUESS = 1.06;

  private final NightLayout night;
  private final Pace pace;
  private final Workers workers;
  private final LightPrices prices;
  private final LimitWeights weights;
  private final Random random;
  private final Better better;
  private final float[][] priced;
  private final Crew crew;
  private final Regions regions;
  private LightState state;
  private byte[][] best = new byte[0][];
  private long bestValue = Long.MAX_VALUE;
  private double pricedAt = Double.NEGATIVE_INFINITY;

  LightSearch(NightLayout night, long seed, int threads, Pace pace, Better better) {
    this.night = night;
    this.pace = pace;
    this.better = better;
    this.workers = new Workers(threads);
    LevelRange range = LevelRange.of(night);
    this.prices = new LightPrices(night, range, workers);
    this.random = new Random(seed);
    this.weights = new LimitWeights(night, prices);
    this.priced = new float[night.size][night.slots * night.levels];
    this.crew = new Crew(night, weights, priced, workers, pace);
    this.regions = new Regions(night);
    this.state = new LightState(night, new byte[night.size][night.slots]);
  }

  /**
   * @param start a plan to start from, if it proves the better one; mended first, since what it
   *     breaks is often little
   * @param sure asked where no feasible plan is found
   */
  void run(Optional<byte[][]> start, Supplier<Optional<byte[][]>> sure) {
    Optional<LightState> mended =
        start.map(ProgramRules.fitting(night)).map(plan -> repaired(plan, false));
    priceSteps(FIRST_STEPS, FIRST_STEPS_END);
    state = repaired(prices.programs(), true);
    mended.ifPresent(this::takeBetter);
    double left = 1 - pace.progress();
    priceSteps(Integer.MAX_VALUE, Math.max(STEPS_END, 1 - (1 - LATE_STEPS_SHARE) * left));
    takeBetter(repaired(prices.programs(), true));
    if (!found()) {
      sure.get().ifPresent(this::fallBack);
    }
    boolean[] all = new boolean[night.size];
    Arrays.fill(all, true);
    while (!pace.over()) {
      replan(all);
      if (!prices.settled()) {
        priceSteps(LATER_STEPS, 1);
        feelPrices(1e-5);
      }
    }
  }

  /** Keeps to a plan: only what it breaks is changed, and only what changed is planned anew. */
  void amend(byte[][] inForce) {
    priceSteps(1, 1);
    weights.reluctant();
    state = repaired(ProgramRules.fitting(night).apply(inForce), false);
    boolean[] changed = new boolean[night.size];
    for (int g = 0; g < night.size; g++) {
      changed[g] = g >= inForce.length || !Arrays.equals(state.levels[g], inForce[g]);
    }
    while (!pace.over() && pace.progress() < AMENDING_END) {
      replan(changed);
    }
    priceSteps(Integer.MAX_VALUE, 1);
  }

  /**
   * Brings a plan in force below limits that it breaks by few groups, then plans those anew. Where
   * the limits are too low: as far down as it goes with all else kept.
   */
  void shed(byte[][] inForce) {
    state = new LightState(night, copy(inForce));
    weights.shed(state);
    new Shedding(state, new GroupTurn(night, weights, priced), inForce).run();
    weights.start(prices);
    if (crew.broken(state).rows() == 0) {
      keep(state);
    } else {
      weights.reluctant();
      LightState mended = repaired(state.levels, false);
      state = found() ? mended : state;
    }
    boolean[] changed = new boolean[night.size];
    boolean any = false;
    for (int g = 0; g < night.size; g++) {
      changed[g] = !Arrays.equals(state.levels[g], inForce[g]);
      any |= changed[g];
    }
    while (any && found() && !pace.over() && pace.progress() < AMENDING_END) {
      replan(changed);
    }
  }

  /** Only raises the bound, beside a feasible plan. */
  void prove(byte[][] feasible) {
    bestValue = night.problem.objective(feasible);
    best = feasible;
    priceSteps(Integer.MAX_VALUE, PROVING_END);
  }

  private void priceSteps(int most, double end) {
    for (int i = 0; i < most && (prices.fresh() || goesOn(end)); i++) {
      double guess = Math.abs(prices.bound()) * (FIRST_GUESS - 1);
      double target =
          bestValue < Long.MAX_VALUE
              ? bestValue
              : Double.isInfinite(prices.bound()) ? firstGuess() : prices.bound() + guess;
      prices.step(target);
      pace.count(night.size);
    }
  }

  private boolean goesOn(double end) {
    return !prices.settled() && pace.progress() < end && !pace.over();
  }

  /** What all groups at their required levels would cost, mVND. */
  private double firstGuess() {
    double sum = 0;
    for (ControlGroup group : night.problem.groups()) {
      for (int t = 0; t < night.slots; t++) {
        sum += night.problem.slotCost(group, t, group.required()[t]);
      }
    }
    return sum;
  }

  private LightState repaired(byte[][] programs, boolean everyGroup) {
    if (everyGroup) {
      prices.recall();
      pace.count(night.size);
      feelPrices(0);
    }
    LightState repaired = new LightState(night, copy(programs));
    weights.start(prices);
    new Repair(night, weights, crew, pace, this::keep).run(repaired, everyGroup, random);
    weights.start(prices);
    return crew.broken(repaired).rows() > 0 && found()
        ? new LightState(night, copy(best))
        : repaired;
  }

  private void fallBack(byte[][] sure) {
    LightState other = new LightState(night, ProgramRules.fitting(night).apply(sure));
    if (crew.broken(other).rows() == 0) {
      keep(other);
    }
    takeBetter(other);
  }

  private void takeBetter(LightState other) {
    int broken = crew.broken(state).rows();
    int othersBroken = crew.broken(other).rows();
    boolean lower = night.problem.objective(other.levels) < night.problem.objective(state.levels);
    if (othersBroken < broken || (othersBroken == broken && lower)) {
      state = other;
    }
  }

  /** Lays the prices out by group, slot and level, where the bound has risen enough. */
  private void feelPrices(double atLeast) {
    double bound = prices.bound();
    if (bound - pricedAt > atLeast * Math.abs(bound)) {
      pricedAt = bound;
      if (atLeast > 0) {
        prices.recall();
        pace.count(night.size);
        weights.start(prices);
      }
      double[][] costs = new double[workers.count()][night.slots * night.levels];
      workers.each(
          night.size,
          (worker, g) -> {
            double[] cost = costs[worker];
            Arrays.fill(cost, 0);
            prices.charge(g, cost);
            for (int i = 0; i < cost.length; i++) {
              priced[g][i] = (float) cost[i];
            }
          });
    }
  }

  /**
   * @param open the groups that may change
   */
  private void replan(boolean[] open) {
    int attempts = Math.max(FEWEST_ATTEMPTS, night.size / 8);
    crew.work(
        state,
        random,
        (turn, view, part, own) -> {
          int[] groups = Arrays.stream(part).filter(g -> open[g]).toArray();
          Replanner replanner = new Replanner(turn);
          boolean broken = true;
          for (int i = 0; i < attempts && groups.length > 0 && !pace.stopped(); i++) {
            int[] region = broken ? regions.pickBroken(view, groups, own) : new int[0];
            broken = region.length > 0;
            int[] wanted = broken ? region : regions.pick(groups, own);
            replanner.attempt(view, Arrays.stream(wanted).filter(g -> open[g]).toArray(), own);
          }
          return replanner.evaluations();
        });
    Broken broken = crew.broken(state);
    if (broken.rows() > 0) {
      weights.press(state, broken, HARDER);
    } else {
      keep(state);
    }
  }

  private void keep(LightState feasible) {
    long value = night.problem.objective(feasible.levels);
    if (value < bestValue) {
      bestValue = value;
      best = copy(feasible.levels);
      better.found(best, value);
    }
  }

  private static byte[][] copy(byte[][] programs) {
    byte[][] copy = new byte[programs.length][];
    Arrays.setAll(copy, g -> programs[g].clone());
    return copy;
  }

  boolean found() {
    return bestValue < Long.MAX_VALUE;
  }

  /** The best feasible plan; where none was found, the last one with the least broken. */
  byte[][] plan() {
    return found() ? best : state.levels;
  }

  double bound() {
    return prices.bound();
  }

  double[][] prices() {
    return prices.prices();
  }

  @Override
  public void close() {
    workers.close();
  }
}
