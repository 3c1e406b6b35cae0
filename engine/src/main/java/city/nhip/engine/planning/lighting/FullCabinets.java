package city.nhip.engine.planning.lighting;

import city.nhip.engine.planning.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a cabinet cannot carry the brighter classes that rules ask, they are let go: a fuse that
 * blows lights nothing.
 */
final class FullCabinets {
  /** Letting go in one cabinet can ask more of another; each round lets go some more. */
  private static final int MOST_ROUNDS = 4;

  /** What neighbours and whole runs take at most above the classes that are asked. */
  private static final double AROUND = 1.1;

  private final NightSetting setting;
  private final NightGroups night;
  private final byte[][] least;
  private final List<Finding> full = new ArrayList<>();

  private FullCabinets(NightSetting setting) {
    this.setting = setting;
    this.night = new NightGroups(setting);
    this.least = LeastLevels.of(setting, night.groups, new SharedLight(setting, night).limits);
  }

  /** The setting with a finding for each while in which a cabinet cannot carry what is asked. */
  static NightSetting relieved(NightSetting asked) {
    NightSetting setting = asked;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<Finding> full = full(setting);
      if (full.isEmpty()) {
        break;
      }
      setting = setting.with(setting.findings().with(full));
    }
    return setting;
  }

  private static List<Finding> full(NightSetting setting) {
    if (setting.findings().all().stream().noneMatch(LightingFindings::raises)) {
      return List.of();
    }
    FullCabinets it = new FullCabinets(setting);
    setting.network().cabinets().forEach(it::cabinet);
    return it.full;
  }

  private void cabinet(LightingNetwork.Cabinet cabinet) {
    int[] groups = setting.network().where(group -> group.cabinet().equals(cabinet.id()));
    NightGrid grid = setting.grid();
    int first = setting.past().firstFree();
    boolean[] beyond = new boolean[grid.slots()];
    for (int t = first; t < beyond.length; t++) {
      beyond[t] = watts(groups, t) > cap(cabinet, t);
    }
    int began = -1;
    for (int t = first; t <= beyond.length; t++) {
      boolean letGo = t < beyond.length && letGo(cabinet, groups, beyond, t);
      if (letGo && began < 0) {
        began = t;
      } else if (!letGo && began >= 0) {
        full.add(
            new Finding(LightingFindings.FULL, cabinet.id(), 1, grid.start(began), grid.start(t)));
        began = -1;
      }
    }
  }

  /** Where it is beyond the cap, or would be with some room; in runs around it as well. */
  private boolean letGo(LightingNetwork.Cabinet cabinet, int[] groups, boolean[] beyond, int t) {
    boolean raised = false;
    double asked = 0;
    for (int g : groups) {
      ControlGroup group = night.groups.get(g);
      SlotClass slot = night.classes[g][t];
      raised |= slot.raised();
      asked += group.watts()[GroupLamps.lowest(group.centilux(), slot.wanted())];
    }
    int around = 2 * setting.dwellSlots() - 1;
    boolean near = false;
    for (int u = Math.max(0, t - around); u <= Math.min(beyond.length - 1, t + around); u++) {
      near |= beyond[u];
    }
    long cap = cap(cabinet, t);
    boolean tight = watts(groups, t) * SharedPower.ROOM > cap && asked * AROUND > cap;
    return raised && (tight || near);
  }

  private double watts(int[] groups, int t) {
    double watts = 0;
    for (int g : groups) {
      watts += night.groups.get(g).watts()[least[g][t]];
    }
    return watts;
  }

  private long cap(LightingNetwork.Cabinet cabinet, int t) {
    return setting.watts("cabinet", cabinet.id(), cabinet.capWatts(), t);
  }
}
