package city.nhip.engine.planning.lighting;

import java.util.Arrays;
import java.util.List;

/**
 * About the least that a plan can draw whatever limits on power ask: floors, ramps, neighbours and
 * conflict areas, over whole runs of the least length. Starts at the floors; levels only ever go
 * up, so it ends, with programs that keep every limit on light. A limit on power at or above what
 * they draw can be kept.
 */
final class LeastLevels {
  private final NightPast past;
  private final List<ControlGroup> groups;
  private final List<Coupling> light;
  private final int slots;
  private final int dwell;

  /** First slot of each run, and the night's end. */
  private final int[] starts;

  /** First slot in which the group may change. */
  private final int[] free;

  /** By group and run. */
  private final byte[][] levels;

  private LeastLevels(NightSetting setting, List<ControlGroup> groups, List<Coupling> light) {
    this.past = setting.past();
    this.groups = groups;
    this.light = light;
    this.slots = setting.grid().slots();
    this.dwell = setting.dwellSlots();
    this.starts = starts(setting.firstShared());
    this.free = new int[groups.size()];
    this.levels = new byte[groups.size()][starts.length - 1];
    for (int g = 0; g < free.length; g++) {
      free[g] = past.firstChange(g, dwell);
      for (int run = 0; run < levels[g].length; run++) {
        levels[g][run] = lowest(g, run);
      }
    }
  }

  /**
   * @param couplings those on light are kept
   * @return level index by group and slot; the past as it was
   */
  static byte[][] of(NightSetting setting, List<ControlGroup> groups, List<Coupling> couplings) {
    List<Coupling> light = couplings.stream().filter(LeastLevels::onLight).toList();
    LeastLevels it = new LeastLevels(setting, groups, light);
    it.settle();
    boolean joined = true;
    while (joined) {
      joined = false;
      for (int g = 0; g < it.free.length; g++) {
        while (it.changes(g) > groups.get(g).maxChanges() && it.join(g)) {
          joined = true;
        }
      }
      it.settle();
    }
    byte[][] plan = new byte[groups.size()][];
    Arrays.setAll(plan, it::program);
    return plan;
  }

  private static boolean onLight(Coupling coupling) {
    return coupling.kind().equals("adjacency") || coupling.kind().equals("junction");
  }

  /** Runs of the least length; the last one as long as is left. */
  private int[] starts(int from) {
    int runs = Math.max(1, (slots - from) / dwell);
    int[] all = new int[runs + 1];
    for (int run = 0; run < runs; run++) {
      all[run] = from + run * dwell;
    }
    all[runs] = slots;
    return all;
  }

  /** The lowest level that is allowed in each slot of a run. */
  private byte lowest(int g, int run) {
    ControlGroup group = groups.get(g);
    int top = group.watts().length - 1;
    int from = run == 0 ? free[g] : Math.max(free[g], starts[run]);
    byte level = 0;
    for (int t = from; t < starts[run + 1]; t++) {
      int one = group.floor()[t];
      while (one < top && group.extra().length > 0 && forbidden(group, t, one)) {
        one++;
      }
      level = (byte) Math.max(level, one);
    }
    return level;
  }

  private static boolean forbidden(ControlGroup group, int t, int level) {
    return group.extra()[t][level] >= ControlGroup.NEVER;
  }

  /** Up until ramps and shared limits hold. */
  private void settle() {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int g = 0; g < free.length; g++) {
        moved |= ramps(g);
      }
      for (int run = 0; run + 1 < starts.length; run++) {
        for (Coupling limit : light) {
          moved |= starts[run] < slots && raise(limit, run);
        }
      }
    }
  }

  private boolean ramps(int g) {
    ControlGroup group = groups.get(g);
    byte[] own = levels[g];
    boolean moved = past.firstFree() > 0 && up(own, 0, running(g) - group.rampDown());
    for (int run = 1; run < own.length; run++) {
      moved |= up(own, run, own[run - 1] - group.rampDown());
    }
    for (int run = own.length - 1; run > 0; run--) {
      moved |= up(own, run - 1, own[run] - group.rampUp());
    }
    return moved;
  }

  private static boolean up(byte[] own, int run, int atLeast) {
    boolean below = own[run] < atLeast;
    own[run] = (byte) Math.max(own[run], atLeast);
    return below;
  }

  private int running(int g) {
    return past.levels()[g][past.firstFree() - 1];
  }

  private boolean raise(Coupling limit, int run) {
    long most = Long.MAX_VALUE;
    for (int t = starts[run]; t < starts[run + 1]; t++) {
      most = Math.min(most, limit.limits()[limit.row(t)]);
    }
    boolean moved = false;
    int best = 0;
    while (best >= 0 && load(limit, run) > most) {
      best = cheapest(limit, run);
      if (best >= 0) {
        levels[limit.groups()[best]][run]++;
        moved = true;
      }
    }
    return moved;
  }

  private long load(Coupling limit, int run) {
    long load = 0;
    for (int place = 0; place < limit.groups().length; place++) {
      load += limit.shares()[place][levels[limit.groups()[place]][run]];
    }
    return load;
  }

  /** The place whose next level brings most for a watt; -1 where none brings anything. */
  private int cheapest(Coupling limit, int run) {
    int best = -1;
    double most = 0;
    for (int place = 0; place < limit.groups().length; place++) {
      int g = limit.groups()[place];
      int level = levels[g][run];
      int[] shares = limit.shares()[place];
      if (level + 1 < shares.length) {
        int[] watts = groups.get(g).watts();
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

  private int changes(int g) {
    byte[] own = levels[g];
    int changes = past.changes(g);
    changes += past.firstFree() > 0 && free[g] < slots && own[0] != running(g) ? 1 : 0;
    for (int run = 1; run < own.length; run++) {
      changes += own[run] != own[run - 1] ? 1 : 0;
    }
    return changes;
  }

  /** Lifts the runs of one level that need least for it to the level before or after them. */
  private boolean join(int g) {
    byte[] own = levels[g];
    int from = -1;
    int least = Integer.MAX_VALUE;
    for (int run = 1; run < own.length; run++) {
      int rise = Math.abs(own[run] - own[run - 1]);
      if (rise > 0 && rise < least) {
        least = rise;
        from = own[run] < own[run - 1] ? run : run - 1;
      }
    }
    if (from < 0) {
      return false;
    }
    byte level = own[from];
    int to = from;
    while (from > 0 && own[from - 1] == level) {
      from--;
    }
    while (to < own.length && own[to] == level) {
      to++;
    }
    Arrays.fill(own, from, to, (byte) (level + least));
    return true;
  }

  private byte[] program(int g) {
    byte[] program = past.levels()[g].clone();
    for (int t = past.firstFree(); t < free[g]; t++) {
      program[t] = (byte) running(g);
    }
    for (int run = 0; run < levels[g].length; run++) {
      int from = run == 0 ? free[g] : Math.max(free[g], starts[run]);
      Arrays.fill(program, from, Math.max(from, starts[run + 1]), levels[g][run]);
    }
    return program;
  }
}
