package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Groups that a new plan has no reason to touch. Where a limit on power is called, as few groups as
 * can carry it are asked, those that can give most first; the rest keeps its program.
 */
final class Bystanders {
  /** More than asked is looked for: ramps and neighbours take a part of it. */
  private static final double RESERVE = 1.25;

  private final NightSetting setting;
  private final NightGroups night;
  private final boolean[] keeps;

  private Bystanders(NightSetting setting, NightGroups night) {
    this.setting = setting;
    this.night = night;
    this.keeps = new boolean[night.groups.size()];
  }

  /**
   * @return by group; all false where no plan of this night is in force
   */
  static boolean[] of(NightSetting setting, NightGroups night) {
    Bystanders it = new Bystanders(setting, night);
    if (setting.past().planned()) {
      it.quiet();
      setting.network().cabinets().forEach(c -> it.ask("cabinet", c.id(), c.capWatts()));
      setting.limits().stream()
          .filter(limit -> limit.kind().equals("curtailment"))
          .map(PowerLimit::asset)
          .distinct()
          .forEach(asset -> it.ask("curtailment", asset, Integer.MAX_VALUE));
    }
    return it.keeps;
  }

  /** Its plan knew already when limits and classes end; only what is new wakes a group. */
  private void quiet() {
    for (int g = 0; g < keeps.length; g++) {
      LightingNetwork.Group group = setting.network().groups().get(g);
      keeps[g] = setting.fresh().about(group).all().isEmpty();
    }
  }

  /** Wakes groups until the plan in force could be brought below the limit in every slot. */
  private void ask(String kind, String asset, int standing) {
    int[] members =
        setting
            .network()
            .where(
                group ->
                    kind.equals("cabinet")
                        ? group.cabinet().equals(asset)
                        : asset.equals("*") || group.zone().equals(asset));
    for (int t = setting.past().firstFree(); t < setting.grid().slots(); t++) {
      wake(members, t, setting.watts(kind, asset, standing, t));
    }
  }

  private void wake(int[] members, int t, long limit) {
    double missing = -RESERVE * limit;
    List<Integer> asleep = new ArrayList<>();
    long load = 0;
    for (int g : members) {
      load += watts(g, t);
      if (keeps[g]) {
        asleep.add(g);
      } else {
        missing -= gives(g, t);
      }
    }
    if (load <= limit) {
      return;
    }
    missing += RESERVE * load;
    asleep.sort(Comparator.comparingInt((Integer g) -> gives(g, t)).reversed());
    for (int g : asleep) {
      if (missing <= 0) {
        return;
      }
      keeps[g] = false;
      missing -= gives(g, t);
    }
  }

  private int watts(int g, int t) {
    return night.groups.get(g).watts()[setting.past().levels()[g][t]];
  }

  private int gives(int g, int t) {
    return Math.max(0, watts(g, t) - night.leastWatts(g, t));
  }
}
