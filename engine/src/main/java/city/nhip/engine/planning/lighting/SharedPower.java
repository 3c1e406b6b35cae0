package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Localized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A night's shared limits on power: cabinets, calls to shed load, energy budgets. What is called
 * for a while, or asked of a whole night, is kept within what can be reached; what a cabinet's
 * cable carries is not, but for runs that must go on.
 */
final class SharedPower {
  /** Above the least power that can be reached: the search needs some room. */
  static final double ROOM = 1.03;

  private final NightSetting setting;
  private final LightingNetwork network;
  private final NightGrid grid;
  private final List<ControlGroup> groups;
  private final byte[][] least;
  private final SupplyPlan supply;
  private final int first;
  final List<Coupling> couplings = new ArrayList<>();

  /** What is left of the setting's limits. */
  final List<PowerLimit> kept = new ArrayList<>();

  final List<Localized> notes = new ArrayList<>();

  /**
   * @param least level indexes of about the least power, by group and slot
   */
  SharedPower(NightSetting setting, List<ControlGroup> groups, byte[][] least, SupplyPlan supply) {
    this.setting = setting;
    this.network = setting.network();
    this.grid = setting.grid();
    this.groups = groups;
    this.least = least;
    this.supply = supply;
    this.first = setting.past().firstFree();
    cabinets();
    curtailments();
    budgets();
  }

  private void cabinets() {
    for (LightingNetwork.Cabinet cabinet : network.cabinets()) {
      int[] members = network.where(group -> group.cabinet().equals(cabinet.id()));
      if (members.length > 0) {
        add("cabinet", cabinet.id(), members, cabinet.capWatts());
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
              int[] members =
                  network.where(group -> asset.equals("*") || group.zone().equals(asset));
              if (members.length > 0) {
                add("curtailment", asset, members, Integer.MAX_VALUE);
              }
            });
  }

  /** One limit over the slots in which it says anything. */
  private void add(String kind, String asset, int[] members, int standing) {
    int from = first;
    int to = grid.slots();
    long[] limits = new long[to - from];
    long[] spare = new long[limits.length];
    boolean beyond = false;
    long missing = 0;
    for (int row = 0; row < limits.length; row++) {
      int t = first + row;
      long support = supply.support(kind, asset, t);
      long called = setting.watts(kind, asset, standing, t);
      long asked = called < Integer.MAX_VALUE ? called + support : called;
      spare[row] = supply.spare(kind, asset, t);
      long least = watts(members, t);
      long reached = (long) Math.ceil(ROOM * least);
      beyond |= reached > asked * ROOM;
      // Until runs that go on may end, nothing can be done about a cable that they overload.
      boolean overloaded = t < setting.firstShared() && least > standing + support;
      long most = overloaded ? Integer.MAX_VALUE : standing + support;
      limits[row] = Math.max(asked, Math.min(most, reached));
      missing = Math.max(missing, limits[row] - asked);
      if (called < standing) {
        keep(kind, asset, (int) Math.max(0, limits[row] - support), t);
      }
    }
    if (beyond) {
      notes.add(
          Say.of(
              "Giới hạn của %s thấp hơn mức sáng tối thiểu hoặc mức có thể giảm kịp; kế hoạch chỉ giảm tới mức đó, có lúc còn cao hơn %.1f kW.",
              "The limit of %s is below the least light, or below what can be reached in time; the plan goes down to that only, at times %.1f kW above it.",
              asset,
              missing / 1_000.0));
    }
    while (from < to && limits[from - first] == Integer.MAX_VALUE) {
      from++;
    }
    while (to > from && limits[to - 1 - first] == Integer.MAX_VALUE) {
      to--;
    }
    if (from < to) {
      couplings.add(
          new Coupling(
              kind,
              asset,
              from,
              to,
              members,
              shares(members),
              Arrays.copyOfRange(limits, from - first, to - first),
              Arrays.copyOfRange(spare, from - first, to - first)));
    }
  }

  private long watts(int[] members, int t) {
    long watts = 0;
    for (int g : members) {
      watts += groups.get(g).watts()[least[g][t]];
    }
    return watts;
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

  private int[][] shares(int[] members) {
    return Arrays.stream(members).mapToObj(g -> groups.get(g).watts()).toArray(int[][]::new);
  }

  /** In watt-slots over the whole night, what is burnt already included. */
  private void budgets() {
    for (LightingNetwork.Budget budget : network.budgets()) {
      int[] members = network.where(group -> group.zone().equals(budget.zone()));
      long asked = budget.kilowattHours() * 1_000L * 60 / NightGrid.SLOT_MINUTES;
      long reached = 0;
      for (int t = 0; t < grid.slots(); t++) {
        long watts = watts(members, t);
        reached += t < first ? watts : (long) Math.ceil(ROOM * watts);
      }
      if (reached > asked) {
        notes.add(
            Say.of(
                "Ngân sách điện đêm của %s (%d kWh) không đủ cho mức sáng tối thiểu.",
                "The night's energy budget of %s (%d kWh) is too small for the least light.",
                budget.zone(),
                budget.kilowattHours()));
      }
      if (members.length > 0) {
        couplings.add(
            new Coupling(
                "budget",
                budget.zone(),
                0,
                grid.slots(),
                members,
                shares(members),
                new long[] {Math.max(asked, reached)}));
      }
    }
  }
}
