package city.nhip.engine.planning.lighting;

import java.util.Arrays;

/**
 * What the lamps did in the slots that have begun, and would go on doing without a new plan.
 *
 * @param firstFree first slot that a plan may still change
 * @param levels level index by group and slot: the plan in force, or the controllers' fallback
 * @param planned whether a plan of this night is in force
 */
record NightPast(int firstFree, byte[][] levels, boolean planned) {
  /** All groups at their fallback level. */
  static NightPast fallback(LightingNetwork network, NightGrid grid, int firstFree) {
    byte[][] levels = new byte[network.groups().size()][grid.slots()];
    for (int g = 0; g < levels.length; g++) {
      int fallback = network.levels().indexOf(network.groups().get(g).fallbackPercent());
      Arrays.fill(levels[g], (byte) fallback);
    }
    return new NightPast(firstFree, levels, false);
  }

  /**
   * @return the first slot in which the group may take another level: the run that goes on must
   *     have its least length, and so must the one that follows before the night is over
   */
  int firstChange(int g, int dwellSlots) {
    if (firstFree == 0 || firstFree == levels[g].length) {
      return firstFree;
    }
    int began = firstFree - 1;
    while (began > 0 && levels[g][began - 1] == levels[g][began]) {
      began--;
    }
    return changeable(Math.max(firstFree, began + dwellSlots), dwellSlots, levels[g].length);
  }

  /** A slot, or the end of the night where too little of it is left for a run. */
  static int changeable(int slot, int dwellSlots, int slots) {
    return slots - slot < dwellSlots ? slots : slot;
  }

  int changes(int g) {
    int changes = 0;
    for (int t = 1; t < firstFree; t++) {
      changes += levels[g][t] != levels[g][t - 1] ? 1 : 0;
    }
    return changes;
  }
}
