package city.nhip.engine.planning.lighting;

import java.util.Arrays;

/**
 * Two groups of which one, the bright, may be at a level only if the other, the dark, is at a
 * certain level or above, the same in every slot from one on. Written as steps: bright at {@code
 * when[i]} or above asks for dark at {@code then[i]} or above; together they say exactly which
 * levels go together, which a sum of illuminances with a price would blur.
 */
final class Pair {
  final int index;

  /** Among the problem's couplings. */
  final int coupling;

  final int bright;
  final int dark;

  /** The first slot in which it holds. */
  final int from;

  final int[] when;
  final int[] then;

  /** By level of the bright group the least level of the dark one; past the highest: never. */
  final int[] least;

  /** By level of the dark group the highest level of the bright one. */
  final int[] most;

  Pair(Coupling coupling, int index, int couplingIndex) {
    this.index = index;
    this.coupling = couplingIndex;
    this.from = coupling.from();
    int place = rising(coupling.shares()[0]) ? 0 : 1;
    this.bright = coupling.groups()[place];
    this.dark = coupling.groups()[1 - place];
    int[] more = coupling.shares()[place];
    int[] less = coupling.shares()[1 - place];
    long limit = coupling.limits()[0];
    this.least = new int[more.length];
    this.most = new int[more.length];
    Arrays.fill(most, -1);
    int steps = 0;
    for (int l = 0; l < more.length; l++) {
      int level = 0;
      while (level < less.length && (long) more[l] + less[level] > limit) {
        level++;
      }
      least[l] = level;
      steps += level > (l == 0 ? 0 : least[l - 1]) ? 1 : 0;
      for (int d = level; d < less.length; d++) {
        most[d] = l;
      }
    }
    this.when = new int[steps];
    this.then = new int[steps];
    for (int l = more.length - 1; l >= 0; l--) {
      if (least[l] > (l == 0 ? 0 : least[l - 1])) {
        when[--steps] = l;
        then[steps] = least[l];
      }
    }
  }

  /** In how many slots two programs do not go together. */
  int broken(byte[] brightProgram, byte[] darkProgram) {
    int broken = 0;
    for (int t = from; t < brightProgram.length; t++) {
      broken += darkProgram[t] < least[brightProgram[t]] ? 1 : 0;
    }
    return broken;
  }

  static boolean fits(Coupling coupling, int slots) {
    if (coupling.wholeNight()
        || coupling.groups().length != 2
        || coupling.to() != slots
        || Arrays.stream(coupling.limits()).anyMatch(limit -> limit != coupling.limits()[0])) {
      return false;
    }
    int[] one = coupling.shares()[0];
    int[] other = coupling.shares()[1];
    return (rising(one) && falling(other)) || (falling(one) && rising(other));
  }

  private static boolean rising(int[] shares) {
    for (int l = 1; l < shares.length; l++) {
      if (shares[l] <= shares[l - 1]) {
        return false;
      }
    }
    return true;
  }

  private static boolean falling(int[] shares) {
    for (int l = 1; l < shares.length; l++) {
      if (shares[l] >= shares[l - 1]) {
        return false;
      }
    }
    return true;
  }
}
