package city.nhip.engine.safety;

import java.util.function.IntUnaryOperator;

/**
 * About the least light that a city can be at in a slot: each group at some level of its own or
 * above, no lower than ramps reach by then, and brighter where neighbours or conflict areas need
 * it.
 */
final class LightingLeast {
  private final LightingNight night;
  private final LightingSharedLight light;
  private final int slot;
  private final int top;

  /** Level index by group. */
  final int[] levels;

  /**
   * @param own the least level index of a group by itself
   */
  LightingLeast(LightingNight night, int slot, IntUnaryOperator own) {
    this.night = night;
    this.light = new LightingSharedLight(night);
    this.slot = slot;
    this.top = night.site.network().levels().size() - 1;
    this.levels = new int[night.groups.size()];
    for (int g = 0; g < levels.length; g++) {
      levels[g] = Math.max(own.applyAsInt(g), reached(g));
    }
    boolean moved = slot >= night.shared();
    while (moved) {
      moved = false;
      for (LightingSite.Pair pair : night.site.network().adjacency()) {
        moved |= follow(night.place(pair.one()), night.place(pair.other()));
        moved |= follow(night.place(pair.other()), night.place(pair.one()));
      }
      for (LightingSite.Area area : night.site.network().conflictAreas()) {
        moved |= fill(area);
      }
    }
  }

  /** What runs and ramps leave of the running level. */
  private int reached(int g) {
    if (night.first == 0) {
      return 0;
    }
    int running = night.levels[g][night.first - 1];
    int steps = slot < night.shared() ? 0 : 1 + (slot - night.shared()) / night.dwell;
    return running - steps * night.site.network().control().rampDownSteps();
  }

  private boolean follow(int bright, int dark) {
    boolean moved = false;
    while (levels[dark] < top && light.tooDark(bright, levels[bright], dark, levels[dark])) {
      levels[dark]++;
      moved = true;
    }
    return moved;
  }

  private boolean fill(LightingSite.Area area) {
    boolean moved = false;
    double needed = light.needed(area, slot);
    while (light.given(area, g -> levels[g]) < needed) {
      int best = -1;
      double most = 0;
      for (LightingSite.Arm arm : area.arms()) {
        int g = night.place(arm.group());
        if (levels[g] < top) {
          double watts = night.watts(g, levels[g] + 1) - night.watts(g, levels[g]);
          double lux = arm.lux() * night.working[g] / night.groups.get(g).luminaires();
          best = lux / Math.max(1, watts) > most ? g : best;
          most = Math.max(most, lux / Math.max(1, watts));
        }
      }
      if (best < 0) {
        return moved;
      }
      levels[best]++;
      moved = true;
    }
    return moved;
  }

  double watts(int[] members) {
    double watts = 0;
    for (int g : members) {
      watts += night.watts(g, levels[g]);
    }
    return watts;
  }
}
