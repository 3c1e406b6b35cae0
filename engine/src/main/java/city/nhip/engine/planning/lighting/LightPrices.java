package city.nhip.engine.planning.lighting;

import java.util.Arrays;
import java.util.List;

/**
 * Prices on all shared limits. At any prices, the groups' best programs alone and the crossings'
 * cheapest combinations cost together no more than the best feasible plan: that is the proven
 * bound. Steps along the limits' excess raise it (Polyak's step, with memory).
 */
final class LightPrices {
  private static final double FIRST_STEP = 0.25;
  private static final double SHORTER = 0.8;
  private static final double SHORTEST = 1e-5;

  /** A short memory finds the prices' size, a long one then settles them. */
  private static final double EARLY_MEMORY = 0.7;

  private static final double MEMORY = 0.85;
  private static final int EARLY_LOOKS = 30;

  /** Looks without a better bound before steps get shorter. */
  private static final int EARLY_PATIENCE = 8;

  private static final int PATIENCE = 20;
  private static final double SHORT_STEP = 0.1;

  /** Below it, mVND, whole multiples of the grain add up in a double without rounding. */
  private static final double EXACT = 1L << 42;

  private final NightLayout night;
  private final Workers workers;
  private final SumPrices sums;
  private final List<SharedPrices> all;
  private final ProgramSearch[] searches;
  private final double[][] costs;
  private final byte[][] programs;
  private double bound = Double.NEGATIVE_INFINITY;
  private double step = FIRST_STEP;
  private int sinceBetter;
  private int looks;

  LightPrices(NightLayout night, LevelRange range, Workers workers) {
    this.night = night;
    this.workers = workers;
    this.sums = new SumPrices(night, workers);
    this.all =
        List.of(sums, new PairPrices(night, workers), new CrossingPrices(night, range, workers));
    this.searches = new ProgramSearch[workers.count()];
    this.costs = new double[workers.count()][night.slots * night.levels];
    for (int worker = 0; worker < searches.length; worker++) {
      searches[worker] = new ProgramSearch(night);
    }
    this.programs = new byte[night.size][night.slots];
  }

  /** The best bound so far, mVND; a whole number, since every plan's value is one. */
  double bound() {
    return bound;
  }

  /** Whether no prices have been looked at yet. */
  boolean fresh() {
    return looks == 0;
  }

  boolean settled() {
    return step < SHORTEST;
  }

  /** The groups' best programs at the prices last looked at. */
  byte[][] programs() {
    return programs;
  }

  /** By coupling of the problem and row, mVND per unit of share; 0 where none is kept. */
  double[][] prices() {
    double[][] prices = new double[night.problem.couplings().size()][];
    for (int c = 0; c < prices.length; c++) {
      prices[c] = new double[night.problem.couplings().get(c).rows()];
    }
    for (int s = 0; s < night.sums.length; s++) {
      prices[night.sumIndex[s]] = sums.kept(s).clone();
    }
    return prices;
  }

  double[] sumPrices(int s) {
    return sums.kept(s);
  }

  /**
   * One look at the current prices and one step to new ones.
   *
   * @param target about what the best plan costs, mVND
   */
  void step(double target) {
    double value = look();
    if (value > bound) {
      sinceBetter = value > bound + Math.abs(bound) * 2e-6 ? 0 : sinceBetter + 1;
      bound = value;
      all.forEach(SharedPrices::keep);
    } else {
      sinceBetter++;
    }
    if (sinceBetter > (step > SHORT_STEP ? EARLY_PATIENCE : PATIENCE)) {
      step *= SHORTER;
      sinceBetter = 0;
    }
    double memory = looks++ < EARLY_LOOKS ? EARLY_MEMORY : MEMORY;
    double squares = all.stream().mapToDouble(prices -> prices.aim(programs, memory)).sum();
    if (squares > 0) {
      double length = step * Math.max(target - value, Math.abs(value) * 1e-6) / squares;
      all.forEach(prices -> prices.move(length));
    }
  }

  /** Takes the best prices again and gives each group its program at them. */
  void recall() {
    all.forEach(SharedPrices::restore);
    look();
  }

  /** Adds what the current prices make of a group's levels. */
  void charge(int g, double[] cost) {
    for (SharedPrices prices : all) {
      prices.charge(g, cost);
    }
  }

  /** Solves every group at the current prices; returns the bound that they prove, rounded down. */
  private double look() {
    double[] values = new double[night.size];
    workers.each(night.size, (worker, g) -> values[g] = solve(worker, g));
    double value = Arrays.stream(values).sum();
    double size = Arrays.stream(values).map(Math::abs).sum();
    for (SharedPrices prices : all) {
      double worth = prices.worth();
      value += worth;
      size += Math.abs(worth);
    }
    double margin = size < EXACT ? 0 : size * Math.ulp(1.0) * (night.size + night.rows());
    return Math.ceil(value - margin - SharedPrices.GRAIN / 2);
  }

  private double solve(int worker, int g) {
    double[] cost = costs[worker];
    System.arraycopy(night.cost[g], 0, cost, 0, cost.length);
    charge(g, cost);
    return searches[worker].solve(night.problem.groups().get(g), cost, programs[g]);
  }
}
