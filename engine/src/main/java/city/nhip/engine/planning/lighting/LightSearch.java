package city.nhip.engine.planning.lighting;

import java.util.Random;
import java.util.function.BooleanSupplier;

/** From prices to a feasible plan near the bound: anytime, and the same for the same seed. */
final class LightSearch {
  private final LightingProblem problem;
  private final LightPrices prices;
  private final Random random;
  private byte[][] best = new byte[0][];
  private long bestValue = Long.MAX_VALUE;
  private long evaluations;

  LightSearch(LightingProblem problem, long seed, boolean parallel) {
    this.problem = problem;
    this.prices = new LightPrices(problem, parallel);
    this.random = new Random(seed);
  }

  double bound() {
    return prices.bound();
  }

  double[][] prices() {
    return prices.bestPrices();
  }

  /** The groups' programs at the last prices: no feasible plan, where none was found. */
  byte[][] last() {
    return prices.programs;
  }

  long evaluations() {
    return evaluations;
  }

  /** The best feasible plan; empty rows where there is none yet. */
  byte[][] best() {
    return best;
  }

  boolean found() {
    return bestValue < Long.MAX_VALUE;
  }

  long bestValue() {
    return bestValue;
  }

  /** Rounds of price steps and repair until told to stop; calls {@code better} at each gain. */
  void run(BooleanSupplier stop, Runnable better) {
    int round = 0;
    while (!stop.getAsBoolean()) {
      int steps = round == 0 ? 25 : 10;
      for (int i = 0; i < steps && !stop.getAsBoolean(); i++) {
        prices.step(found() ? bestValue : Math.max(1, prices.bound()) * 1.03);
        evaluations += problem.groups().size();
      }
      repair(stop, better);
      round++;
    }
  }

  private void repair(BooleanSupplier stop, Runnable better) {
    byte[][] levels = new byte[prices.programs.length][];
    for (int g = 0; g < levels.length; g++) {
      levels[g] = prices.programs[g].clone();
    }
    LightState state = new LightState(problem, levels, prices.bestPrices());
    int[] order = new int[levels.length];
    for (int g = 0; g < order.length; g++) {
      order[g] = g;
    }
    for (int sweep = 0; sweep < 30 && !stop.getAsBoolean(); sweep++) {
      shuffle(order);
      int changed = 0;
      for (int i = 0; i < order.length && ((i & 63) != 0 || !stop.getAsBoolean()); i++) {
        changed += state.improve(order[i]) ? 1 : 0;
        evaluations++;
      }
      if (state.broken() == 0) {
        keep(state, better);
        if (changed * 200 < order.length) {
          return;
        }
      } else {
        state.pressBrokenLimits();
      }
    }
  }

  private void keep(LightState state, Runnable better) {
    long value = problem.objective(state.levels);
    if (value < bestValue) {
      bestValue = value;
      best = new byte[state.levels.length][];
      for (int g = 0; g < best.length; g++) {
        best[g] = state.levels[g].clone();
      }
      better.run();
    }
  }

  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
