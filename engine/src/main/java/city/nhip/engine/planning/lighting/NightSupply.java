package city.nhip.engine.planning.lighting;

import java.util.Arrays;

/**
 * What the supplies of a night do by a plan that exists.
 *
 * @param files the supplies
 * @param known watts by supply and slot, above 0 where the battery gives
 * @param fixed the first slot that a plan may still change
 */
record NightSupply(LightingSupplies files, int[][] known, int fixed) {
  /** Batteries at rest. */
  static NightSupply idle(LightingSupplies files, NightGrid grid, int fixed) {
    return new NightSupply(files, new int[files.supplies().size()][grid.slots()], fixed);
  }

  int count() {
    return files.supplies().size();
  }

  LightingSupplies.Supply supply(int s) {
    return files.supplies().get(s);
  }

  static int solarWatts(LightingSupplies.Supply supply, NightGrid grid, int slot) {
    return supply.solarWatts(grid.local(slot).getHour());
  }

  /** What the batteries and panels of some cabinets are known to give in a slot, W. */
  double watts(java.util.function.Predicate<String> cabinets, NightGrid grid, int slot) {
    double watts = 0;
    for (int s = 0; s < count(); s++) {
      if (cabinets.test(supply(s).cabinet())) {
        watts += known[s][slot] + solarWatts(supply(s), grid, slot);
      }
    }
    return watts;
  }

  static int[][] copy(int[][] programs) {
    return Arrays.stream(programs).map(int[]::clone).toArray(int[][]::new);
  }
}
