package city.nhip.engine.planning.lighting;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Makes a plan feasible: sweeps in which each group takes its best program against the others, with
 * weights that grow on what stays broken.
 */
final class Repair {
  private static final int MOST_SWEEPS = 80;
  private static final int SETTLING_SWEEPS = 8;

  /** Broken rows per group from which on all groups are asked. */
  private static final double FEW = 0.02;

  private static final double HARDER = 2;
  private static final double SEVERE = 30;
  private static final double[] SHARES = {0.7, 0.5, 0.35, 0.2, 0};

  private final NightLayout night;
  private final LimitWeights weights;
  private final Crew crew;
  private final Pace pace;
  private final Consumer<LightState> reached;

  /**
   * @param reached is told of each feasible plan on the way
   */
  Repair(
      NightLayout night, LimitWeights weights, Crew crew, Pace pace, Consumer<LightState> reached) {
    this.reached = reached;
    this.night = night;
    this.weights = weights;
    this.crew = crew;
    this.pace = pace;
  }

  /**
   * @param everyGroup whether sweeps visit all groups at their prices, or only those at broken
   *     limits
   */
  void run(LightState state, boolean everyGroup, Random random) {
    press(state, everyGroup ? 1 : 0, 1, everyGroup, MOST_SWEEPS, random);
    boolean[] all = new boolean[night.size];
    Arrays.fill(all, true);
    for (int i = 0; i < SHARES.length && everyGroup && !pace.over(); i++) {
      sweep(state, all, SHARES[i], SEVERE, random);
      press(state, SHARES[i], SEVERE, false, SETTLING_SWEEPS, random);
    }
  }

  /** Sweeps and makes what is broken heavier, until nothing is. */
  private void press(
      LightState state,
      double share,
      double severity,
      boolean everyGroup,
      int most,
      Random random) {
    boolean[] visited = new boolean[night.size];
    Broken broken = crew.broken(state);
    for (int i = 0; i < most && broken.rows() > 0 && !pace.over(); i++) {
      boolean all = everyGroup && broken.rows() > FEW * night.size;
      Arrays.fill(visited, all);
      if (!all) {
        mark(broken, visited);
      }
      sweep(state, visited, share, severity, random);
      broken = crew.broken(state);
      weights.press(state, broken, HARDER);
    }
    if (broken.rows() == 0) {
      reached.accept(state);
    }
  }

  private void sweep(
      LightState state, boolean[] visited, double share, double severity, Random random) {
    crew.work(
        state,
        random,
        (turn, view, groups, own) -> {
          int[] order = groups.clone();
          Replanner.shuffle(order, own);
          long evaluations = 0;
          for (int i = 0; i < order.length && ((i & 63) != 0 || !pace.stopped()); i++) {
            if (visited[order[i]]) {
              turn.improve(view, order[i], share, severity);
              evaluations++;
            }
          }
          return evaluations;
        });
  }

  /** Marks the groups that take part in a broken limit, and their neighbours. */
  private void mark(Broken broken, boolean[] near) {
    for (int s : broken.sums()) {
      for (int g : night.sums[s].groups()) {
        near[g] = true;
      }
    }
    for (Pair pair : broken.pairs()) {
      markAround(pair.bright, near);
      markAround(pair.dark, near);
    }
    for (Crossing crossing : broken.crossings()) {
      for (int g : crossing.groups) {
        markAround(g, near);
      }
    }
  }

  private void markAround(int g, boolean[] near) {
    near[g] = true;
    for (Pair pair : night.pairsOf[g]) {
      near[pair.bright] = true;
      near[pair.dark] = true;
    }
  }
}
