package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Localized;
import java.util.ArrayList;
import java.util.List;

/** What each battery and the panels beside it do in a night, in words. */
final class SupplyNotes {
  private static final double KILO = 1_000;

  private SupplyNotes() {}

  static List<Localized> of(LightingPlan plan) {
    NightSetting setting = plan.setting();
    List<Localized> notes = new ArrayList<>();
    for (int s = 0; s < plan.given().length; s++) {
      notes.add(of(plan, setting.supply().supply(s), s));
    }
    if (!notes.isEmpty()) {
      String source = setting.files().supplies().source();
      notes.add(Say.of("Số liệu ắc quy: %s.", "Batteries' figures: %s.", source));
    }
    return notes;
  }

  private static Localized of(LightingPlan plan, LightingSupplies.Supply supply, int s) {
    NightGrid grid = plan.setting().grid();
    int[] given = plan.given()[s];
    double out = 0;
    double in = 0;
    double saved = 0;
    for (int t = 0; t < given.length; t++) {
      double hours = grid.hours(t) / KILO;
      out += Math.max(0, given[t]) * hours;
      in += Math.max(0, -given[t]) * hours;
      saved +=
          plan.supply().relief(s, plan.given(), plan.levels(), t)
              * hours
              * plan.setting().files().tariffs().tariff().at(grid.local(t));
    }
    double end = BatteryProgram.wattHours(supply.battery(), grid, given, given.length) / KILO;
    return Say.of(
        "Ắc quy của %s cấp %.1f kWh, nạp %.1f kWh, còn %.1f kWh lúc tắt đèn; tiền điện bớt %.0f VND.",
        "The battery of %s gives %.1f kWh, takes %.1f kWh and holds %.1f kWh when the lamps go off; the bill is %.0f VND less.",
        supply.cabinet(),
        out,
        in,
        end,
        saved);
  }
}
