package city.nhip.engine.planning.lighting;

import java.util.Arrays;
import java.util.Random;

/**
 * Makes a plan feasible: sweeps in which each group takes its best program against the others, with
 * weights that grow on what stays broken.
 */
final class Repair {
  private static final int MOST_SWEEPS = 80;
  private static final double HARDER = 2;
  private static final double HARDEST_SHARE = 1;
  private static final double SEVERE = 30;
  private static final double[] SHARES = {0.7, 0.5, 0.35, 0.2, 0};

  private final NightLayout night;
  private final LimitWeights weights;
  private final GroupTurn turn;
  private final Random random;
  private final Pace pace;

  Repair(NightLayout night, LimitWeights weights, GroupTurn turn, Random random, Pace pace) {
    this.night = night;
    this.weights = weights;
    this.turn = turn;
    this.random = random;
    this.pace = pace;
  }

  /**
   * @param everyGroup whether sweeps visit all groups at their prices, or only those at broken limits
   * @return whether all limits hold now
   */
  boolean run(LightState state, boolean everyGroup) {
    int[] all = new int[night.size];
    for (int g = 0; g < all.length; g++) {
      all[g] = g;
    }
    int broken = state.broken();
    boolean[] near = new boolean[night.size];
    for (int sweep = 0; sweep < MOST_SWEEPS && broken > 0 && !pace.over(); sweep++) {
      Replanner.shuffle(all, random);
      if (!everyGroup) {
        mark(state, near);
      }
      long evaluations = 0;
      for (int i = 0; i < all.length && ((i & 63) != 0 || !pace.stopped()); i++) {
        if (everyGroup || near[all[i]]) {
          turn.improve(state, all[i], everyGroup ? HARDEST_SHARE : 0, 1);
          evaluations++;
        }
      }
      pace.count(evaluations);
      broken = state.broken();
      weights.press(state, HARDER);
    }
    if (everyGroup) {
      settle(state, all);
    }
    return broken == 0;
  }

  /** Lets all groups feel less and less of the prices, so that they take what room is left. */
  private void settle(LightState state, int[] all) {
    for (double share : SHARES) {
      Replanner.shuffle(all, random);
      for (int i = 0; i < all.length && ((i & 63) != 0 || !pace.stopped()); i++) {
        turn.improve(state, all[i], share, SEVERE);
      }
      pace.count(all.length);
    }
  }

  /** Marks the groups that take part in a broken limit. */
  private void mark(LightState state, boolean[] near) {
    Arrays.fill(near, false);
    for (int s = 0; s < night.sums.length; s++) {
      if (state.brokenRows(s) > 0) {
        for (int g : night.sums[s].groups()) {
          near[g] = true;
        }
      }
    }
    for (Pair pair : night.pairs) {
      if (pair.broken(state.levels[pair.bright], state.levels[pair.dark]) > 0) {
        near[pair.bright] = true;
        near[pair.dark] = true;
      }
    }
    for (Crossing crossing : night.crossings) {
      if (state.brokenSlots(crossing) > 0) {
        for (int g : crossing.groups) {
          near[g] = true;
        }
      }
    }
  }
}
