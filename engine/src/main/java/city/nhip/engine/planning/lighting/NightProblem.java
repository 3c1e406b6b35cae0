package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Builds the solver's problem of a night, and keeps every limit within what can be reached. */
final class NightProblem {
  private static final int[] SHORTFALL = {0, 1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 66, 78, 91};

  private NightProblem() {}

  static LightingPlan of(NightSetting asked) {
    NightSetting setting = FullCabinets.relieved(asked);
    NightGroups night = new NightGroups(setting);
    SharedLight light = new SharedLight(setting, night);
    byte[][] least = LeastLevels.of(setting, night.groups, light.limits);
    int[] cost = costPerWattSlot(setting);
    SupplyPlan supply = new SupplyPlan(setting, cost, night.groups, least);
    SharedPower power = new SharedPower(setting, night.groups, least, supply);
    night.keep(Bystanders.of(setting, night));
    List<Coupling> couplings = new ArrayList<>(power.couplings);
    couplings.addAll(light.limits);
    LightingProblem problem =
        new LightingProblem(
            setting.scope() + " " + setting.grid().evening(),
            setting.grid().slots(),
            NightGrid.SLOT_MINUTES,
            setting.network().levels().stream().mapToInt(Integer::intValue).toArray(),
            cost,
            Arrays.copyOf(SHORTFALL, Math.max(SHORTFALL.length, setting.network().levels().size())),
            night.groups,
            couplings);
    List<Localized> notes = new ArrayList<>(night.notes);
    notes.addAll(power.notes);
    light.note().ifPresent(notes::add);
    full(setting).ifPresent(notes::add);
    return new LightingPlan(
        setting.with(power.kept, notes),
        problem,
        night.classes,
        setting.past().levels(),
        supply,
        supply.dispatched(problem, setting.past().levels()),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<Localized> full(NightSetting setting) {
    List<String> full =
        setting.findings().all().stream()
            .filter(finding -> finding.kind().equals(LightingFindings.FULL))
            .map(finding -> finding.asset())
            .distinct()
            .toList();
    return full.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Say.of(
                "Tủ không tải nổi cấp sáng hơn đang được yêu cầu, giữ cấp thường lệ: %s.",
                "These cabinets cannot carry the brighter classes that are asked and keep their usual ones: %s.",
                Names.some(full)));
  }

  /** Energy and carbon, mVND per watt and slot; less where the lamps burn a part of it. */
  private static int[] costPerWattSlot(NightSetting setting) {
    LightingTariffs tariffs = setting.files().tariffs();
    NightGrid grid = setting.grid();
    double carbon = tariffs.emission().gramsPerKwh() / 1_000 * tariffs.carbonVndPerKg().value();
    int[] cost = new int[grid.slots()];
    for (int t = 0; t < cost.length; t++) {
      cost[t] = (int) Math.round((tariffs.tariff().at(grid.local(t)) + carbon) * grid.hours(t));
    }
    return cost;
  }
}
