package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Puts a city's groups into the numbers of a night: power, light, required levels, floors. */
final class NightGroups {
  private static final long MILLI = 1_000;

  /** How much heavier a change weighs where nothing asks for it. */
  private static final int UNASKED = 30;

  private final NightSetting setting;
  private final LightingNetwork network;
  private final int slots;
  private final List<LightingCalendar.Easing> easings;

  /** By group and slot. */
  final SlotClass[][] classes;

  final int[][] required;
  final List<ControlGroup> groups = new ArrayList<>();
  final List<Localized> notes = new ArrayList<>();

  NightGroups(NightSetting setting) {
    this.setting = setting;
    this.network = setting.network();
    this.slots = setting.grid().slots();
    this.easings = setting.files().calendar().easings(setting.grid().evening());
    int count = network.groups().size();
    this.classes = new SlotClass[count][slots];
    this.required = new int[count][slots];
    GroupLamps[] lamps = new GroupLamps[count];
    int[][] centilux = new int[count][];
    TreeSet<String> dim = new TreeSet<>();
    for (int g = 0; g < count; g++) {
      LightingNetwork.Group group = network.groups().get(g);
      LightingFindings about = setting.findings().about(group);
      lamps[g] = new GroupLamps(network, group, about.lampsOut(), setting.grid().evening());
      centilux[g] = lamps[g].centilux();
      for (int t = 0; t < slots; t++) {
        classes[g][t] = SlotClass.of(group, setting.grid(), t, easings, about);
        required[g][t] = lowest(centilux[g], group, classes[g][t].wanted());
        if (brightest(centilux[g]) < classes[g][t].wanted().centilux()) {
          dim.add(group.id());
        }
      }
    }
    compensate(centilux, dim);
    for (int g = 0; g < count; g++) {
      groups.add(group(g, lamps[g], centilux[g]));
    }
  }

  /** Makes the groups dear to change that nothing asks to. */
  void keep(boolean[] bystanders) {
    for (int g = 0; g < bystanders.length; g++) {
      if (bystanders[g]) {
        ControlGroup group = groups.get(g);
        groups.set(g, group.with(extra(g, group.floor(), UNASKED)));
      }
    }
  }

  private static int brightest(int[] centilux) {
    return centilux[centilux.length - 1];
  }

  private int lowest(int[] centilux, LightingNetwork.Group group, LightClass lightClass) {
    return Math.max(
        network.levels().indexOf(group.minimumPercent()), GroupLamps.lowest(centilux, lightClass));
  }

  /** Where lamps are out and the rest cannot reach the class, neighbours give a level more. */
  private void compensate(int[][] centilux, TreeSet<String> dim) {
    if (dim.isEmpty()) {
      return;
    }
    Map<String, Integer> places = network.places();
    TreeSet<String> helping = new TreeSet<>();
    for (LightingNetwork.Pair pair : network.adjacency()) {
      for (String[] way : new String[][] {{pair.one(), pair.other()}, {pair.other(), pair.one()}}) {
        int dark = places.getOrDefault(way[0], -1);
        int helper = places.getOrDefault(way[1], -1);
        for (int t = 0; t < slots && dim.contains(way[0]) && !dim.contains(way[1]); t++) {
          if (brightest(centilux[dark]) < classes[dark][t].wanted().centilux()) {
            required[helper][t] = Math.min(network.levels().size() - 1, required[helper][t] + 1);
            helping.add(way[1]);
          }
        }
      }
    }
    notes.add(
        Say.of(
            "Không đạt cấp chiếu sáng dù sáng hết mức: %s; nhóm kề sáng thêm một mức: %s.",
            "Below the class even at full light: %s; neighbours give one level more: %s.",
            Names.some(dim),
            Names.some(helping)));
  }

  private ControlGroup group(int g, GroupLamps lamps, int[] centilux) {
    LightingNetwork.Group group = network.groups().get(g);
    LightingNetwork.Control control = network.control();
    NightPast past = setting.past();
    int dwell = setting.dwellSlots();
    int[] floor = new int[slots];
    for (int t = 0; t < slots; t++) {
      floor[t] = Math.min(required[g][t], lowest(centilux, group, classes[g][t].floor()));
    }
    // The past and the run that must go on are as they are.
    int held = past.firstChange(g, dwell);
    for (int t = 0; t < held; t++) {
      floor[t] = Math.min(floor[t], past.levels()[g][t]);
    }
    return new ControlGroup(
        group.id(),
        cabinet(group.cabinet()),
        lamps.watts(),
        centilux,
        required[g],
        floor,
        past.changes(g) + control.maxChanges(),
        Math.min(dwell, slots),
        control.rampUpSteps(),
        control.rampDownSteps(),
        MILLI * network.costs().changeVnd(),
        MILLI * network.costs().shortfallVndPerLuminaireSlot() * lamps.working(),
        extra(g, floor, 1));
  }

  private int cabinet(String id) {
    for (int c = 0; c < network.cabinets().size(); c++) {
      if (network.cabinets().get(c).id().equals(id)) {
        return c;
      }
    }
    throw new IllegalArgumentException("No cabinet " + id);
  }

  /** The past, the weight of a plan in force, and what a person ordered. */
  private long[][] extra(int g, int[] floor, int weight) {
    LightingNetwork.Group group = network.groups().get(g);
    NightPast past = setting.past();
    List<LightingCalendar.Override> orders =
        setting.files().calendar().overrides().stream()
            .filter(
                o -> List.of("*", group.zone(), group.cabinet(), group.id()).contains(o.target()))
            .toList();
    if (past.firstFree() == 0 && !past.planned() && orders.isEmpty()) {
      return new long[0][];
    }
    int levels = network.levels().size();
    long stability =
        past.planned()
            ? MILLI * network.costs().stabilityVndPerLuminaireSlot() * group.luminaires() * weight
            : 0;
    long[][] extra = new long[slots][levels];
    for (int t = 0; t < slots; t++) {
      for (int l = 0; l < levels; l++) {
        if (l != past.levels()[g][t]) {
          extra[t][l] = t < past.firstFree() ? ControlGroup.NEVER : stability;
        }
      }
      if (t >= past.firstChange(g, setting.dwellSlots())) {
        for (LightingCalendar.Override order : orders) {
          if (setting.grid().within(t, order.from(), order.until())) {
            obey(order, extra[t], floor[t]);
          }
        }
      }
    }
    return extra;
  }

  private void obey(LightingCalendar.Override order, long[] extra, int floor) {
    boolean least = order.kind().equals("at-least-percent");
    for (int l = floor; l < extra.length; l++) {
      int percent = network.levels().get(l);
      boolean top = l == extra.length - 1;
      boolean wrong =
          least ? percent < order.value() && !top : percent > order.value() && l > floor;
      if (wrong) {
        extra[l] = ControlGroup.NEVER;
      }
    }
  }

  /** The lowest level that a group can have in a slot, given what it does now. */
  int reachable(int g, int t) {
    ControlGroup group = groups.get(g);
    NightPast past = setting.past();
    if (past.firstFree() == 0) {
      return group.floor()[t];
    }
    int running = past.levels()[g][past.firstFree() - 1];
    int first = past.firstChange(g, setting.dwellSlots());
    int steps = t < first ? 0 : 1 + (t - first) / setting.dwellSlots();
    return Math.max(group.floor()[t], running - steps * group.rampDown());
  }

  /**
   * @return whole watts of a group's lowest reachable level in a slot
   */
  int leastWatts(int g, int t) {
    int level = Math.min(reachable(g, t), groups.get(g).watts().length - 1);
    return groups.get(g).watts()[level];
  }
}
