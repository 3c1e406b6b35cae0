package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Localized;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a shared limit on power costs tonight, by its prices.
 *
 * @param nextVnd what one kW more over the whole night would save (one kWh more, for a budget), VND
 * @param tonightVnd at most so much cheaper would the night be without the limit, VND
 * @param tightMinutes how long the limit binds
 */
record LimitPrice(String kind, String id, double nextVnd, double tonightVnd, int tightMinutes) {
  private static final int MOST_NOTES = 5;
  private static final double MILLI = 1_000;

  /** Every limit on power that has a price, dearest first. */
  static List<LimitPrice> of(LightingPlan plan, LightingSolution solution) {
    List<LimitPrice> prices = new ArrayList<>();
    List<Coupling> couplings = plan.problem().couplings();
    LightingPlan wanted = plan.with(wanted(plan.problem()));
    for (int c = 0; c < couplings.size(); c++) {
      Coupling coupling = couplings.get(c);
      if (coupling.kind().equals("adjacency") || coupling.kind().equals("junction")) {
        continue;
      }
      long[] free = LightingScore.loads(wanted, coupling);
      double next = 0;
      double tonight = 0;
      int tight = 0;
      for (int row = 0; row < free.length; row++) {
        double price = solution.prices()[c][row];
        // A watt of cap, or a kWh of budget (in watt-slots).
        next += price * (coupling.wholeNight() ? 60.0 / NightGrid.SLOT_MINUTES : 1);
        tonight += price * Math.max(0, free[row] - coupling.limits()[row]) / MILLI;
        tight += price > 0 ? 1 : 0;
      }
      if (next > 0) {
        // mVND per W are VND per kW.
        prices.add(
            new LimitPrice(
                coupling.kind(),
                coupling.id(),
                next,
                tonight,
                coupling.wholeNight() ? 0 : tight * NightGrid.SLOT_MINUTES));
      }
    }
    prices.sort(Comparator.comparingDouble(LimitPrice::nextVnd).reversed());
    return prices;
  }

  /** All groups at their class: what they would draw without shared limits. */
  private static byte[][] wanted(LightingProblem problem) {
    byte[][] levels = new byte[problem.groups().size()][problem.slots()];
    for (int g = 0; g < levels.length; g++) {
      for (int t = 0; t < levels[g].length; t++) {
        levels[g][t] = (byte) problem.groups().get(g).required()[t];
      }
    }
    return levels;
  }

  static List<Localized> notes(LightingPlan plan, LightingSolution solution) {
    return of(plan, solution).stream()
        .filter(price -> price.nextVnd() >= 1)
        .limit(MOST_NOTES)
        .map(LimitPrice::note)
        .toList();
  }

  Localized note() {
    if (kind.equals("budget")) {
      return Say.of(
          "Ngân sách điện của %s tốn nhiều nhất %.0f VND đêm nay (ước tính); thêm 1 kWh sẽ bớt %.0f VND.",
          "The energy budget of %s costs %.0f VND at most tonight (an estimate); one kWh more would save %.0f VND.",
          id,
          tonightVnd,
          nextVnd);
    }
    return Say.of(
        "Giới hạn công suất %s siết %d phút, tốn nhiều nhất %.0f VND đêm nay (ước tính); thêm 1 kW sẽ bớt %.0f VND.",
        "The power limit of %s binds for %d minutes and costs %.0f VND at most tonight (an estimate); the next kW would save %.0f VND.",
        id,
        tightMinutes,
        tonightVnd,
        nextVnd);
  }
}
