package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A night's shared limits on light: neighbours that differ too much, conflict areas. */
final class SharedLight {
  private final NightSetting setting;
  private final LightingNetwork network;
  private final NightGroups night;
  private final Map<String, Integer> places;
  private final int from;

  final List<Coupling> limits = new ArrayList<>();

  /** Groups too dark to be followed by their neighbours, by id. */
  private final TreeSet<String> tooDark = new TreeSet<>();

  SharedLight(NightSetting setting, NightGroups night) {
    this.setting = setting;
    this.network = setting.network();
    this.night = night;
    this.places = network.places();
    this.from = setting.firstShared();
    if (from < setting.grid().slots()) {
      network.adjacency().forEach(this::neighbours);
      network.conflictAreas().forEach(area -> limits.add(area(area)));
    }
  }

  Optional<Localized> note() {
    return tooDark.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Say.of(
                "Mất nhiều đèn đến mức sáng hết cũng không theo kịp nhóm kề, nên nhóm kề sáng như thường: %s.",
                "These groups lost so many lamps that they cannot follow their neighbours even at full light; the neighbours stay bright: %s.",
                Names.some(tooDark)));
  }

  private int place(String group) {
    return places.getOrDefault(group, -1);
  }

  private void neighbours(LightingNetwork.Pair pair) {
    int ratio = network.control().adjacentRatioPercent();
    int a = place(pair.one());
    int b = place(pair.other());
    for (int[] way : new int[][] {{a, b}, {b, a}}) {
      if (parted(way[0], way[1])) {
        tooDark.add(network.groups().get(way[1]).id());
        continue;
      }
      limits.add(
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

  /** Whether one has lost so many lamps tonight that even at full light it cannot follow. */
  private boolean parted(int bright, int dark) {
    return setting.findings().about(network.groups().get(dark)).lampsOut() > 0
        && 100L * full(bright) > (long) network.control().adjacentRatioPercent() * full(dark);
  }

  private int full(int g) {
    int[] centilux = night.groups.get(g).centilux();
    return centilux[centilux.length - 1];
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
