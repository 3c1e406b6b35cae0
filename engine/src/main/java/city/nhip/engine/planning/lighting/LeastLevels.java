package city.nhip.engine.planning.lighting;

import java.util.Arrays;
import java.util.List;

/**
 * About the least that a plan can draw whatever limits on power ask: floors, what can be reached in
 * time, neighbours and conflict areas, over whole runs. A limit on power at or above it can be
 * kept.
 */
final class LeastLevels {
  private final NightSetting setting;
  private final NightGroups night;
  private final List<Coupling> light;
  private final byte[][] levels;
  private final int from;
  private final int slots;

  private LeastLevels(NightSetting setting, NightGroups night, List<Coupling> light) {
    this.setting = setting;
    this.night = night;
    this.light = light;
    this.from = setting.firstShared();
    this.slots = setting.grid().slots();
    this.levels = new byte[night.groups.size()][slots];
  }

  /**
   * @param light the shared limits on light
   * @return level index by group and slot; the past as it was
   */
  static byte[][] of(NightSetting setting, NightGroups night, List<Coupling> light) {
    LeastLevels it = new LeastLevels(setting, night, light);
    for (int g = 0; g < it.levels.length; g++) {
      for (int t = 0; t < it.slots; t++) {
        it.levels[g][t] =
            t < setting.past().firstFree()
                ? setting.past().levels()[g][t]
                : (byte) night.reachable(g, t);
      }
    }
    int run = setting.dwellSlots();
    for (int start = it.from; start < it.slots; start += run) {
      it.run(start, Math.min(it.slots, start + run));
    }
    return it.levels;
  }

  /** One run of the least length, the same for all groups: up until the shared limits hold. */
  private void run(int start, int end) {
    for (byte[] group : levels) {
      byte most = 0;
      for (int t = start; t < end; t++) {
        most = (byte) Math.max(most, group[t]);
      }
      Arrays.fill(group, start, end, most);
    }
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Coupling limit : light) {
        moved |= raise(limit, start, end);
      }
    }
  }

  private boolean raise(Coupling limit, int start, int end) {
    long most = Long.MAX_VALUE;
    for (int t = start; t < end; t++) {
      most = Math.min(most, limit.limits()[limit.row(t)]);
    }
    boolean moved = false;
    int best = 0;
    while (best >= 0 && load(limit, start) > most) {
      best = cheapest(limit, start);
      if (best >= 0) {
        byte[] group = levels[limit.groups()[best]];
        Arrays.fill(group, start, end, (byte) (group[start] + 1));
        moved = true;
      }
    }
    return moved;
  }

  private long load(Coupling limit, int t) {
    long load = 0;
    for (int place = 0; place < limit.groups().length; place++) {
      load += limit.shares()[place][levels[limit.groups()[place]][t]];
    }
    return load;
  }

  /** The place whose next level brings most for a watt; -1 where none brings anything. */
  private int cheapest(Coupling limit, int t) {
    int best = -1;
    double most = 0;
    for (int place = 0; place < limit.groups().length; place++) {
      int g = limit.groups()[place];
      int level = levels[g][t];
      int[] shares = limit.shares()[place];
      if (level + 1 < shares.length) {
        int[] watts = night.groups.get(g).watts();
        double gain = shares[level] - shares[level + 1];
        double perWatt = gain / Math.max(1, watts[level + 1] - watts[level]);
        if (perWatt > most) {
          most = perWatt;
          best = place;
        }
      }
    }
    return best;
  }
}
