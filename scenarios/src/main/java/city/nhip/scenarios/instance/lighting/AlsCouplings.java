package city.nhip.scenarios.instance.lighting;

import city.nhip.engine.planning.lighting.Coupling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The shared limits of an als-1 night, each as sums of the groups' shares. */
final class AlsCouplings {
  private final AlsNight night;
  private final Map<String, Integer> groups = new HashMap<>();
  private final List<Coupling> couplings = new ArrayList<>();

  AlsCouplings(AlsNight night) {
    this.night = night;
    night.groups().forEach(group -> groups.put(group.id(), groups.size()));
  }

  List<Coupling> list() {
    Map<String, List<Integer>> byCabinet = new LinkedHashMap<>();
    for (int g = 0; g < night.groups().size(); g++) {
      byCabinet.computeIfAbsent(night.groups().get(g).cabinet(), id -> new ArrayList<>()).add(g);
    }
    Map<String, List<Integer>> byZone = new LinkedHashMap<>();
    for (AlsNight.Cabinet cabinet : night.cabinets()) {
      List<Integer> members = byCabinet.getOrDefault(cabinet.id(), List.of());
      byZone.computeIfAbsent(cabinet.zone(), id -> new ArrayList<>()).addAll(members);
      long[] caps = Arrays.stream(cabinet.capW()).asLongStream().toArray();
      power("cabinet", cabinet.id(), 0, night.slots(), members, caps);
    }
    byZone.put("*", IntStream.range(0, night.groups().size()).boxed().toList());
    for (AlsNight.Curtailment event : night.curtailments()) {
      long[] limits = new long[event.to() - event.from()];
      Arrays.fill(limits, event.limitW());
      List<Integer> members = byZone.getOrDefault(event.zone(), List.of());
      power("curtailment", event.id(), event.from(), event.to(), members, limits);
    }
    for (AlsNight.Zone zone : night.zones()) {
      budget(zone, byZone.getOrDefault(zone.id(), List.of()));
    }
    night.adjacency().forEach(pair -> adjacency(pair.get(0), pair.get(1)));
    night.junctions().forEach(this::junction);
    return couplings;
  }

  private void power(
      String kind, String id, int from, int to, List<Integer> members, long[] limits) {
    int[][] shares =
        members.stream().map(g -> night.groups().get(g).powerW()).toArray(int[][]::new);
    couplings.add(new Coupling(kind, id, from, to, indexes(members), shares, limits));
  }

  /** In watt-minutes, so that a slot of any length stays an integer. */
  private void budget(AlsNight.Zone zone, List<Integer> members) {
    int[][] shares =
        members.stream()
            .map(g -> times(night.groups().get(g).powerW(), night.slotMinutes()))
            .toArray(int[][]::new);
    long[] limit = {Math.multiplyExact(zone.energyBudgetWh(), 60L)};
    couplings.add(
        new Coupling("budget", zone.id(), 0, night.slots(), indexes(members), shares, limit));
  }

  private void adjacency(String one, String other) {
    int a = groups.getOrDefault(one, 0);
    int b = groups.getOrDefault(other, 0);
    brighter(a, b);
    brighter(b, a);
  }

  private void brighter(int a, int b) {
    AlsNight.Group bright = night.groups().get(a);
    AlsNight.Group dark = night.groups().get(b);
    int[][] shares = {times(bright.lux(), 100), times(dark.lux(), -night.maxRatioPercent())};
    couplings.add(
        new Coupling(
            "adjacency",
            bright.id() + " / " + dark.id(),
            0,
            night.slots(),
            new int[] {a, b},
            shares,
            new long[night.slots()]));
  }

  private void junction(AlsNight.Junction junction) {
    List<Integer> members =
        junction.arms().stream().map(arm -> groups.getOrDefault(arm.group(), 0)).toList();
    int[][] shares =
        junction.arms().stream().map(arm -> times(night.levels(), -arm.e())).toArray(int[][]::new);
    long[] limits = Arrays.stream(junction.req()).mapToLong(clx -> -100L * clx).toArray();
    couplings.add(
        new Coupling(
            "junction", junction.id(), 0, night.slots(), indexes(members), shares, limits));
  }

  private static int[] times(int[] values, int factor) {
    return Arrays.stream(values).map(value -> Math.multiplyExact(value, factor)).toArray();
  }

  private static int[] indexes(List<Integer> members) {
    return members.stream().mapToInt(Integer::intValue).toArray();
  }
}
