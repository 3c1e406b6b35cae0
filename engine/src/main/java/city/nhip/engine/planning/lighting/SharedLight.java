package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A night's shared limits on light: neighbours that differ too much, conflict areas. */
final class SharedLight {
  private final NightSetting setting;
  private final LightingNetwork network;
  private final NightGroups night;
  private final Map<String, Integer> places;
  private final int from;

  private SharedLight(NightSetting setting, NightGroups night) {
    this.setting = setting;
    this.network = setting.network();
    this.night = night;
    this.places = network.places();
    this.from = setting.firstShared();
  }

  static List<Coupling> of(NightSetting setting, NightGroups night) {
    SharedLight it = new SharedLight(setting, night);
    List<Coupling> all = new ArrayList<>();
    if (it.from < setting.grid().slots()) {
      it.network.adjacency().forEach(pair -> it.neighbours(pair, all));
      it.network.conflictAreas().forEach(area -> all.add(it.area(area)));
    }
    return all;
  }

  private int place(String group) {
    return places.getOrDefault(group, -1);
  }

  private void neighbours(LightingNetwork.Pair pair, List<Coupling> all) {
    int ratio = network.control().adjacentRatioPercent();
    int a = place(pair.one());
    int b = place(pair.other());
    for (int[] way : new int[][] {{a, b}, {b, a}}) {
      all.add(
          new Coupling(
              "adjacency",
              network.groups().get(way[0]).id() + " / " + network.groups().get(way[1]).id(),
              from,
              setting.grid().slots(),
              way,
              new int[][] {
                times(night.groups.get(way[0]).centilux(), 100),
                times(night.groups.get(way[1]).centilux(), -ratio)
              },
              new long[setting.grid().slots() - from]));
    }
  }

  private static int[] times(int[] values, int factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  private Coupling area(LightingNetwork.ConflictArea area) {
    Map<Integer, Integer> arms = new LinkedHashMap<>();
    for (LightingNetwork.Arm arm : area.arms()) {
      int g = place(arm.group());
      LightingNetwork.Group group = network.groups().get(g);
      int out = group.failed() + setting.findings().about(group).lampsOut();
      double working = Math.max(1, group.luminaires() - out) / (double) group.luminaires();
      arms.merge(g, (int) Math.floor(100 * arm.lux() * working), Integer::sum);
    }
    int[] groups = arms.keySet().stream().mapToInt(Integer::intValue).toArray();
    int[][] shares = new int[groups.length][];
    long most = 0;
    for (int i = 0; i < groups.length; i++) {
      int e = arms.getOrDefault(groups[i], 0);
      shares[i] = times(network.levels().stream().mapToInt(Integer::intValue).toArray(), -e);
      most += 100L * e;
    }
    long[] limits = new long[setting.grid().slots() - from];
    for (int row = 0; row < limits.length; row++) {
      limits[row] = -Math.min(100L * areaClass(area, groups, from + row).centilux(), most);
    }
    return new Coupling(
        "junction", area.id(), from, setting.grid().slots(), groups, shares, limits);
  }

  /**
   * A conflict area is eased only as far as the least eased of its arms; where a cabinet cannot
   * carry the brighter class that is asked of an arm, as far as that arm.
   */
  private LightClass areaClass(LightingNetwork.ConflictArea area, int[] arms, int t) {
    int least = Integer.MAX_VALUE;
    int letGo = Integer.MIN_VALUE;
    for (int g : arms) {
      LightClass design = LightClass.of(network.groups().get(g).lightingClass());
      SlotClass slot = night.classes[g][t];
      int darker = slot.wanted().number() - design.number();
      least = Math.min(least, darker);
      letGo = slot.letGo() ? Math.max(letGo, darker) : letGo;
    }
    return LightClass.of(area.lightingClass()).darker(Math.max(least, letGo));
  }
}
