package city.nhip.scenarios.benchmark.lighting;

import city.nhip.scenarios.instance.lighting.AlsNight;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Checks an als-1 schedule by the words of the format alone; shares no code with the solver. */
public final class AlsChecker {
  private final AlsNight night;
  private final Map<String, String> schedule;
  private final Map<String, Integer> broken = new TreeMap<>();
  private final Map<String, AlsNight.Group> groups = new HashMap<>();
  private long objective;

  private AlsChecker(AlsNight night, Map<String, String> schedule) {
    this.night = night;
    this.schedule = schedule;
    night.groups().forEach(group -> groups.put(group.id(), group));
  }

  /**
   * @param schedule one digit a slot, by group id
   */
  public static AlsVerdict check(AlsNight night, Map<String, String> schedule) {
    AlsChecker checker = new AlsChecker(night, schedule);
    if (!checker.readable()) {
      return new AlsVerdict(Map.of("format", 1), 0);
    }
    night.groups().forEach(checker::group);
    checker.limits();
    return new AlsVerdict(checker.broken, checker.objective);
  }

  private boolean readable() {
    String digits = "[0-" + (night.levels().length - 1) + "]{" + night.slots() + "}";
    return schedule.keySet().equals(groups.keySet())
        && schedule.values().stream().allMatch(levels -> levels.matches(digits));
  }

  private int level(String group, int t) {
    return schedule.getOrDefault(group, "").charAt(t) - '0';
  }

  private AlsNight.Group get(String id) {
    AlsNight.Group group = groups.get(id);
    if (group == null) {
      throw new IllegalArgumentException("There is no group " + id + " in this night.");
    }
    return group;
  }

  private void group(AlsNight.Group group) {
    int changes = 0;
    int run = 1;
    for (int t = 0; t < night.slots(); t++) {
      int level = level(group.id(), t);
      int below = Math.max(0, group.req().charAt(t) - '0' - level);
      objective += (long) night.costPerWattSlot()[t] * group.powerW()[level];
      objective += group.shortfallCost() * night.shortfallMultiplier()[below];
      require(level >= group.floor().charAt(t) - '0', "floor");
      if (t > 0) {
        int step = level - level(group.id(), t - 1);
        require(step <= group.rampUp() && -step <= group.rampDown(), "ramp");
        if (step != 0) {
          require(run >= group.minDwell(), "dwell");
          changes++;
          run = 0;
        }
        run++;
      }
    }
    require(run >= group.minDwell(), "dwell");
    require(changes <= group.maxChanges(), "changes");
    objective += group.changeCost() * changes;
  }

  private void limits() {
    Map<String, String> zoneOf = new HashMap<>();
    night.cabinets().forEach(cabinet -> zoneOf.put(cabinet.id(), cabinet.zone()));
    Map<String, long[]> loads = new HashMap<>();
    for (AlsNight.Group group : night.groups()) {
      String zone = zoneOf.getOrDefault(group.cabinet(), "");
      for (String place : new String[] {"cabinet " + group.cabinet(), "zone " + zone, "zone *"}) {
        long[] load = loads.computeIfAbsent(place, key -> new long[night.slots()]);
        for (int t = 0; t < load.length; t++) {
          load[t] += group.powerW()[level(group.id(), t)];
        }
      }
    }
    long[] none = new long[night.slots()];
    for (int t = 0; t < night.slots(); t++) {
      for (AlsNight.Cabinet cabinet : night.cabinets()) {
        long load = loads.getOrDefault("cabinet " + cabinet.id(), none)[t];
        require(load <= cabinet.capW()[t], "cabinet");
      }
      for (AlsNight.Curtailment event : night.curtailments()) {
        long load = loads.getOrDefault("zone " + event.zone(), none)[t];
        require(t < event.from() || t >= event.to() || load <= event.limitW(), "curtailment");
      }
      neighbours(t);
    }
    for (AlsNight.Zone zone : night.zones()) {
      long used = 0;
      for (long load : loads.getOrDefault("zone " + zone.id(), none)) {
        used += load * night.slotMinutes();
      }
      require(used <= zone.energyBudgetWh() * 60, "budget");
    }
  }

  private void neighbours(int t) {
    night
        .adjacency()
        .forEach(
            pair -> {
              long one = get(pair.get(0)).lux()[level(pair.get(0), t)];
              long other = get(pair.get(1)).lux()[level(pair.get(1), t)];
              long brighter = Math.max(one, other);
              long darker = Math.min(one, other);
              require(100 * brighter <= night.maxRatioPercent() * darker, "adjacency");
            });
    for (AlsNight.Junction junction : night.junctions()) {
      long light = 0;
      for (AlsNight.Arm arm : junction.arms()) {
        light += (long) arm.e() * night.levels()[level(arm.group(), t)];
      }
      require(light >= 100L * junction.req()[t], "junction");
    }
  }

  private void require(boolean holds, String constraint) {
    if (!holds) {
      broken.merge(constraint, 1, Integer::sum);
    }
  }
}
