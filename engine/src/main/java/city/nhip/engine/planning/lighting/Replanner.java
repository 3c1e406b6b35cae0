package city.nhip.engine.planning.lighting;

import java.util.Random;

/**
 * Plans a few groups anew together: they first feel the prices and light weights, then ever less of
 * the prices and heavier weights, until only the objective and the limits are left. What comes out
 * no better is undone. One thread.
 */
final class Replanner {
  private static final int ROUNDS = 8;
  private static final int PRICED_ROUNDS = 5;

  /** One in so many attempts may break more, while limits are broken anyway. */
  private static final int WILD = 8;

  private static final double HARDER = 2.2;

  private final GroupTurn turn;
  private long evaluations;

  Replanner(GroupTurn turn) {
    this.turn = turn;
  }

  long evaluations() {
    return evaluations;
  }

  /**
   * @param region indexes of groups; reordered
   * @return whether the plan is better now: fewer broken limits, or a lower value; while limits are
   *     broken, it may also drift to another plan that breaks as many, rarely more
   */
  boolean attempt(LightState state, int[] region, Random random) {
    byte[][] before = new byte[region.length][];
    int[] groups = region.clone();
    double valueBefore = 0;
    int brokenBefore = 0;
    for (int i = 0; i < groups.length; i++) {
      before[i] = state.levels[groups[i]].clone();
      valueBefore += state.value(groups[i]);
      brokenBefore += state.broken(groups[i]);
    }
    if (brokenBefore > 0 && random.nextBoolean()) {
      turn.kick(state, region[random.nextInt(region.length)], random);
    }
    double pricedShare = 0.4 + 0.8 * random.nextDouble();
    double severity = 0.3 + random.nextDouble();
    boolean changed = true;
    for (int round = 0; round < ROUNDS && (changed || round <= PRICED_ROUNDS); round++) {
      shuffle(region, random);
      double share = round < PRICED_ROUNDS ? pricedShare * (1 - round / (double) PRICED_ROUNDS) : 0;
      changed = false;
      for (int g : region) {
        changed |= turn.improve(state, g, share, severity);
        evaluations++;
      }
      severity *= HARDER;
    }
    double value = 0;
    int broken = 0;
    for (int g : groups) {
      value += state.value(g);
      broken += state.broken(g);
    }
    boolean drifts = brokenBefore > 0 && (broken == brokenBefore || random.nextInt(WILD) == 0);
    if (broken < brokenBefore || drifts || (broken == brokenBefore && value <= valueBefore)) {
      return broken < brokenBefore || value < valueBefore;
    }
    for (int i = 0; i < groups.length; i++) {
      state.take(groups[i]);
      System.arraycopy(before[i], 0, state.levels[groups[i]], 0, before[i].length);
      state.put(groups[i]);
    }
    return false;
  }

  static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
