package city.nhip.engine.planning.lighting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Prices on the shared limits. At any prices of 0 or above, the groups' best programs alone cost no
 * more than the best feasible plan: that is the proven bound. Subgradient steps raise it.
 */
final class LightPrices {
  private final LightingProblem problem;
  private final List<int[]>[] memberships;
  private final ThreadLocal<ProgramSearch> searches;
  private final boolean parallel;

  /** By coupling and row, mVND per unit of share. */
  final double[][] prices;

  /** The groups' best programs at the last prices looked at. */
  final byte[][] programs;

  private double[][] bestPrices;
  private double bound = Double.NEGATIVE_INFINITY;
  private double step = 1;
  private int sinceBetter;

  LightPrices(LightingProblem problem, boolean parallel) {
    this.problem = problem;
    this.parallel = parallel;
    this.memberships = problem.memberships();
    this.searches = ThreadLocal.withInitial(() -> new ProgramSearch(problem));
    this.prices = new double[problem.couplings().size()][];
    for (int c = 0; c < prices.length; c++) {
      prices[c] = new double[problem.couplings().get(c).rows()];
    }
    this.bestPrices = copy(prices);
    this.programs = new byte[problem.groups().size()][problem.slots()];
  }

  /** The best bound so far, mVND. */
  double bound() {
    return bound;
  }

  double[][] bestPrices() {
    return bestPrices;
  }

  /**
   * One look at the current prices, one step to new ones.
   *
   * @param target a value that the optimum does not exceed by much: the best plan known, mVND
   */
  void step(double target) {
    double value = price();
    if (value > bound) {
      sinceBetter = value > bound + Math.abs(bound) * 1e-6 ? 0 : sinceBetter + 1;
      bound = value;
      bestPrices = copy(prices);
    } else {
      sinceBetter++;
    }
    if (sinceBetter > 8) {
      step *= 0.6;
      sinceBetter = 0;
      for (int c = 0; c < prices.length; c++) {
        System.arraycopy(bestPrices[c], 0, prices[c], 0, prices[c].length);
      }
      price();
    }
    move(target);
  }

  /** Solves every group at the current prices; returns the bound that they prove. */
  private double price() {
    double[] values = new double[programs.length];
    IntStream groups = IntStream.range(0, programs.length);
    (parallel ? groups.parallel() : groups)
        .forEach(
            g -> values[g] = searches.get().solve(problem.groups().get(g), cost(g), programs[g]));
    double value = Arrays.stream(values).sum();
    for (int c = 0; c < prices.length; c++) {
      Coupling coupling = problem.couplings().get(c);
      for (int row = 0; row < prices[c].length; row++) {
        value -= prices[c][row] * coupling.limits()[row];
      }
    }
    return value;
  }

  private double[][] cost(int g) {
    ControlGroup group = problem.groups().get(g);
    double[][] cost = new double[problem.slots()][problem.percents().length];
    for (int t = 0; t < cost.length; t++) {
      for (int l = 0; l < cost[t].length; l++) {
        cost[t][l] = l < group.floor()[t] ? ProgramSearch.FORBIDDEN : problem.slotCost(group, t, l);
      }
    }
    for (int[] membership : memberships[g]) {
      Coupling coupling = problem.couplings().get(membership[0]);
      int[] shares = coupling.shares()[membership[1]];
      double[] price = prices[membership[0]];
      for (int t = coupling.from(); t < coupling.to(); t++) {
        double one = price[coupling.wholeNight() ? 0 : t - coupling.from()];
        if (one > 0) {
          for (int l = 0; l < shares.length; l++) {
            cost[t][l] += one * shares[l];
          }
        }
      }
    }
    return cost;
  }

  /** Polyak's step along the excess over each limit, each kind scaled by its own size. */
  private void move(double target) {
    double value = Math.max(bound, Double.NEGATIVE_INFINITY);
    double squares = 0;
    double[][] excess = new double[prices.length][];
    double[] scale = new double[prices.length];
    for (int c = 0; c < prices.length; c++) {
      Coupling coupling = problem.couplings().get(c);
      excess[c] = new double[prices[c].length];
      scale[c] = 0;
      for (int place = 0; place < coupling.groups().length; place++) {
        byte[] program = programs[coupling.groups()[place]];
        int[] shares = coupling.shares()[place];
        scale[c] += Math.abs((double) shares[shares.length - 1]);
        for (int t = coupling.from(); t < coupling.to(); t++) {
          excess[c][coupling.wholeNight() ? 0 : t - coupling.from()] += shares[program[t]];
        }
      }
      scale[c] *= coupling.wholeNight() ? problem.slots() : 1;
      for (int row = 0; row < excess[c].length; row++) {
        excess[c][row] -= coupling.limits()[row];
        if (excess[c][row] < 0 && prices[c][row] == 0) {
          excess[c][row] = 0;
        }
        double relative = excess[c][row] / scale[c];
        squares += relative * relative;
      }
    }
    if (squares == 0) {
      return;
    }
    double length = step * Math.max(target - value, Math.abs(value) * 1e-5) / squares;
    for (int c = 0; c < prices.length; c++) {
      for (int row = 0; row < prices[c].length; row++) {
        prices[c][row] =
            Math.max(0, prices[c][row] + length * excess[c][row] / (scale[c] * scale[c]));
      }
    }
  }

  private static double[][] copy(double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = rows[i].clone();
    }
    return copy;
  }
}
