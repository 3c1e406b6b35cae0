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

  private FullCabinets() {}

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
    List<Finding> full = new ArrayList<>();
    if (setting.findings().all().stream().noneMatch(LightingFindings::raises)) {
      return full;
    }
    NightGroups night = new NightGroups(setting);
    byte[][] least = LeastLevels.of(setting, night.groups, new SharedLight(setting, night).limits);
    NightGrid grid = setting.grid();
    for (LightingNetwork.Cabinet cabinet : setting.network().cabinets()) {
      int[] groups = setting.network().where(group -> group.cabinet().equals(cabinet.id()));
      int began = -1;
      for (int t = setting.past().firstFree(); t <= grid.slots(); t++) {
        boolean letGo = t < grid.slots() && letGo(setting, night, least, cabinet, groups, t);
        if (letGo && began < 0) {
          began = t;
        } else if (!letGo && began >= 0) {
          full.add(
              new Finding(
                  LightingFindings.FULL, cabinet.id(), 1, grid.start(began), grid.start(t)));
          began = -1;
        }
      }
    }
    return full;
  }

  private static boolean letGo(
      NightSetting setting,
      NightGroups night,
      byte[][] least,
      LightingNetwork.Cabinet cabinet,
      int[] groups,
      int t) {
    double leastWatts = 0;
    double askedWatts = 0;
    boolean raised = false;
    for (int g : groups) {
      ControlGroup group = night.groups.get(g);
      SlotClass asked = night.classes[g][t];
      leastWatts += group.watts()[least[g][t]];
      askedWatts += group.watts()[GroupLamps.lowest(group.centilux(), asked.wanted())];
      raised |= asked.raised();
    }
    long cap = setting.watts("cabinet", cabinet.id(), cabinet.capWatts(), t);
    return raised && leastWatts * SharedPower.ROOM > cap && askedWatts * AROUND > cap;
  }
}
