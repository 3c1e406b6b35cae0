package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Localized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the solver's problem of a night, and keeps every limit within what can be reached. */
final class NightProblem {
  /** Room above the least power that can be reached: adjacency and dwell need some. */
  private static final double ROOM = 1.03;

  private static final int[] SHORTFALL = {0, 1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 66, 78, 91};

  private final NightSetting setting;
  private final LightingNetwork network;
  private final NightGrid grid;
  private final NightGroups night;
  private final List<Coupling> couplings = new ArrayList<>();
  private final List<PowerLimit> kept = new ArrayList<>();
  private final List<Localized> notes = new ArrayList<>();

  private NightProblem(NightSetting setting) {
    this.setting = setting;
    this.network = setting.network();
    this.grid = setting.grid();
    this.night = new NightGroups(setting, Bystanders.of(setting, new NightGroups(setting)));
    notes.addAll(night.notes);
  }

  static LightingPlan of(NightSetting setting) {
    NightProblem it = new NightProblem(setting);
    it.cabinets();
    it.curtailments();
    it.budgets();
    it.adjacency();
    it.conflictAreas();
    LightingProblem problem =
        new LightingProblem(
            setting.scope() + " " + setting.grid().evening(),
            it.grid.slots(),
            NightGrid.SLOT_MINUTES,
            it.network.levels().stream().mapToInt(Integer::intValue).toArray(),
            it.costPerWattSlot(),
            Arrays.copyOf(SHORTFALL, Math.max(SHORTFALL.length, it.network.levels().size())),
            it.night.groups,
            it.couplings);
    return new LightingPlan(
        setting.with(it.kept, it.notes),
        problem,
        it.night.classes,
        setting.past().levels(),
        Optional.empty(),
        Optional.empty());
  }

  /** Energy and carbon, mVND per watt and slot; less where the lamps burn a part of it. */
  private int[] costPerWattSlot() {
    LightingTariffs tariffs = setting.files().tariffs();
    double carbon = tariffs.emission().gramsPerKwh() / 1_000 * tariffs.carbonVndPerKg().value();
    int[] cost = new int[grid.slots()];
    for (int t = 0; t < cost.length; t++) {
      cost[t] = (int) Math.round((tariffs.tariff().at(grid.local(t)) + carbon) * grid.hours(t));
    }
    return cost;
  }

  private void cabinets() {
    for (LightingNetwork.Cabinet cabinet : network.cabinets()) {
      int[] groups = night.where(group -> group.cabinet().equals(cabinet.id()));
      if (groups.length > 0) {
        long[] limits = new long[slotsLeft()];
        Arrays.fill(limits, cabinet.capWatts());
        lower("cabinet", cabinet.id(), groups, limits);
        couple("cabinet", cabinet.id(), groups, limits);
      }
    }
  }

  private void curtailments() {
    setting.limits().stream()
        .filter(limit -> limit.kind().equals("curtailment"))
        .map(PowerLimit::asset)
        .distinct()
        .forEach(
            asset -> {
              int[] groups = night.where(group -> asset.equals("*") || group.zone().equals(asset));
              if (groups.length > 0) {
                long[] limits = new long[slotsLeft()];
                Arrays.fill(limits, Integer.MAX_VALUE);
                lower("curtailment", asset, groups, limits);
                coupleCalled(asset, groups, limits);
              }
            });
  }

  private int slotsLeft() {
    return grid.slots() - setting.past().firstFree();
  }

  /** Takes the limits of a while in, as far as the lamps can follow. */
  private void lower(String kind, String asset, int[] groups, long[] limits) {
    int first = setting.past().firstFree();
    boolean beyond = false;
    for (int row = 0; row < limits.length; row++) {
      int t = first + row;
      long asked = limits[row];
      for (PowerLimit limit : setting.limits()) {
        if (limit.kind().equals(kind)
            && limit.asset().equals(asset)
            && grid.within(t, limit.from(), limit.until())) {
          asked = Math.min(asked, limit.watts());
        }
      }
      long least = 0;
      for (int g : groups) {
        least += night.leastWatts(g, t);
      }
      beyond |= least > asked;
      boolean forAWhile = asked < limits[row];
      limits[row] = least > asked ? (long) Math.ceil(least * ROOM) : asked;
      if (forAWhile) {
        keep(kind, asset, (int) limits[row], t);
      }
    }
    if (beyond) {
      notes.add(
          Say.of(
              "Giới hạn của %s thấp hơn mức sáng tối thiểu hoặc mức có thể giảm kịp; kế hoạch chỉ giảm tới mức đó.",
              "The limit of %s is below the least light, or below what can be reached in time; the plan goes down to that only.",
              asset));
    }
  }

  /** Adds a slot to the last kept limit of the asset, or begins a new one. */
  private void keep(String kind, String asset, int watts, int t) {
    PowerLimit last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
    if (last != null
        && last.kind().equals(kind)
        && last.asset().equals(asset)
        && last.watts() == watts
        && last.until().equals(grid.start(t))) {
      kept.set(kept.size() - 1, new PowerLimit(kind, asset, watts, last.from(), grid.start(t + 1)));
    } else {
      kept.add(new PowerLimit(kind, asset, watts, grid.start(t), grid.start(t + 1)));
    }
  }

  /** Only over the slots of the call. */
  private void coupleCalled(String asset, int[] groups, long[] limits) {
    int from = 0;
    int to = limits.length;
    while (from < to && limits[from] == Integer.MAX_VALUE) {
      from++;
    }
    while (to > from && limits[to - 1] == Integer.MAX_VALUE) {
      to--;
    }
    if (from < to) {
      int first = setting.past().firstFree();
      couplings.add(
          new Coupling(
              "curtailment",
              asset,
              first + from,
              first + to,
              groups,
              watts(groups),
              Arrays.copyOfRange(limits, from, to)));
    }
  }

  private void couple(String kind, String id, int[] groups, long[] limits) {
    if (limits.length > 0) {
      couplings.add(
          new Coupling(
              kind, id, setting.past().firstFree(), grid.slots(), groups, watts(groups), limits));
    }
  }

  private int[][] watts(int[] groups) {
    int[][] watts = new int[groups.length][];
    for (int i = 0; i < groups.length; i++) {
      watts[i] = night.groups.get(groups[i]).watts();
    }
    return watts;
  }

  /** In watt-slots over the whole night, what is burnt already included. */
  private void budgets() {
    int first = setting.past().firstFree();
    for (LightingNetwork.Budget budget : network.budgets()) {
      int[] groups = night.where(group -> group.zone().equals(budget.zone()));
      long asked = budget.kilowattHours() * 1_000L * 60 / NightGrid.SLOT_MINUTES;
      double least = 0;
      for (int g : groups) {
        for (int t = 0; t < grid.slots(); t++) {
          least +=
              t < first
                  ? night.groups.get(g).watts()[setting.past().levels()[g][t]]
                  : night.leastWatts(g, t);
        }
      }
      if (least > asked) {
        notes.add(
            Say.of(
                "Ngân sách điện đêm của %s (%d kWh) không đủ cho mức sáng tối thiểu.",
                "The night's energy budget of %s (%d kWh) is too small for the least light.",
                budget.zone(),
                budget.kilowattHours()));
      }
      if (groups.length > 0) {
        couplings.add(
            new Coupling(
                "budget",
                budget.zone(),
                0,
                grid.slots(),
                groups,
                watts(groups),
                new long[] {least > asked ? (long) Math.ceil(ROOM * least) : asked}));
      }
    }
  }

  private void adjacency() {
    Map<String, Integer> index = index();
    int from = firstShared();
    int ratio = network.control().adjacentRatioPercent();
    for (LightingNetwork.Pair pair : network.adjacency()) {
      int a = index.getOrDefault(pair.one(), -1);
      int b = index.getOrDefault(pair.other(), -1);
      for (int[] way : new int[][] {{a, b}, {b, a}}) {
        if (from < grid.slots()) {
          couplings.add(
              new Coupling(
                  "adjacency",
                  network.groups().get(way[0]).id() + " / " + network.groups().get(way[1]).id(),
                  from,
                  grid.slots(),
                  way,
                  new int[][] {
                    times(night.groups.get(way[0]).centilux(), 100),
                    times(night.groups.get(way[1]).centilux(), -ratio)
                  },
                  new long[grid.slots() - from]));
        }
      }
    }
  }

  private void conflictAreas() {
    Map<String, Integer> index = index();
    int from = firstShared();
    for (LightingNetwork.ConflictArea area : network.conflictAreas()) {
      Map<Integer, Integer> arms = new LinkedHashMap<>();
      for (LightingNetwork.Arm arm : area.arms()) {
        LightingNetwork.Group group = network.groups().get(index.getOrDefault(arm.group(), -1));
        int out = group.failed() + setting.findings().about(group).lampsOut();
        double working = Math.max(1, group.luminaires() - out) / (double) group.luminaires();
        arms.merge(
            index.getOrDefault(arm.group(), -1),
            (int) Math.floor(100 * arm.lux() * working),
            Integer::sum);
      }
      int[] groups = arms.keySet().stream().mapToInt(Integer::intValue).toArray();
      int[][] shares = new int[groups.length][];
      long most = 0;
      for (int i = 0; i < groups.length; i++) {
        int e = arms.getOrDefault(groups[i], 0);
        shares[i] = network.levels().stream().mapToInt(percent -> -e * percent).toArray();
        most += 100L * e;
      }
      if (from < grid.slots()) {
        long[] limits = new long[grid.slots() - from];
        for (int row = 0; row < limits.length; row++) {
          limits[row] = -Math.min(100L * areaClass(area, groups, from + row).centilux(), most);
        }
        couplings.add(
            new Coupling("junction", area.id(), from, grid.slots(), groups, shares, limits));
      }
    }
  }

  /** A conflict area is eased only as far as the least eased of its arms. */
  private LightClass areaClass(LightingNetwork.ConflictArea area, int[] arms, int t) {
    int darker = Integer.MAX_VALUE;
    for (int g : arms) {
      LightClass design = LightClass.of(network.groups().get(g).lightingClass());
      darker = Math.min(darker, night.classes[g][t].wanted().number() - design.number());
    }
    return LightClass.of(area.lightingClass()).darker(darker);
  }

  /** Shared limits on light hold from when every group may have left its running level. */
  private int firstShared() {
    int first = setting.past().firstFree();
    return first == 0 ? 0 : Math.min(grid.slots(), first + setting.dwellSlots() - 1);
  }

  private Map<String, Integer> index() {
    Map<String, Integer> index = new HashMap<>();
    for (int g = 0; g < network.groups().size(); g++) {
      index.put(network.groups().get(g).id(), g);
    }
    return index;
  }

  private static int[] times(int[] values, int factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }
}
