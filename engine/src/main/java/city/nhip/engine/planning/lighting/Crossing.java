package city.nhip.engine.planning.lighting;

import java.util.Arrays;

/**
 * A conflict area lit by a few groups together: in each slot only some combinations of their levels
 * are enough. Kept as combinations, not as a sum with one price, because a sum would let half a
 * level count.
 */
final class Crossing {
  static final int MOST_ARMS = 4;

  final int index;

  /** Among the problem's couplings. */
  final int coupling;

  final int from;
  final int to;
  final int[] groups;

  /** What each arm takes off the limit, by level, rising. */
  final int[][] light;

  /** By slot from {@link #from}. */
  final long[] needed;

  Crossing(Coupling coupling, int index, int couplingIndex) {
    this.index = index;
    this.coupling = couplingIndex;
    this.from = coupling.from();
    this.to = coupling.to();
    this.groups = coupling.groups();
    this.light = new int[groups.length][];
    for (int arm = 0; arm < light.length; arm++) {
      light[arm] = Arrays.stream(coupling.shares()[arm]).map(share -> -share).toArray();
    }
    this.needed = Arrays.stream(coupling.limits()).map(limit -> -limit).toArray();
  }

  /** In how many slots the groups' programs do not light it enough. */
  int broken(byte[][] programs) {
    int broken = 0;
    for (int t = from; t < to; t++) {
      long lit = 0;
      for (int arm = 0; arm < groups.length; arm++) {
        lit += light[arm][programs[groups[arm]][t]];
      }
      broken += lit < needed[t - from] ? 1 : 0;
    }
    return broken;
  }

  static boolean fits(Coupling coupling) {
    return !coupling.wholeNight()
        && coupling.groups().length <= MOST_ARMS
        && Arrays.stream(coupling.shares()).allMatch(Crossing::falling);
  }

  private static boolean falling(int[] shares) {
    for (int l = 1; l < shares.length; l++) {
      if (shares[l] > shares[l - 1]) {
        return false;
      }
    }
    return true;
  }
}
