package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * What a time-of-use price saves: the night planned once more at its mean price, and both billed by
 * the hours.
 */
final class HoursIgnored {
  /** Enough to come as near the optimum as the plan that it is compared with. */
  private static final long EVALUATIONS_A_GROUP = 120;

  private HoursIgnored() {}

  /** Empty under a flat price, and where no plan was found. */
  static Optional<byte[][]> plan(
      LightingPlan start, LightingSolution solution, SolveLimits limits, SolveControl control) {
    if (start.setting().files().tariffs().tariff().flat()
        || !solution.feasible()
        || control.cancelled()) {
      return Optional.empty();
    }
    LightingProblem problem = start.problem();
    NightGrid grid = start.setting().grid();
    double cost = Arrays.stream(problem.costPerWattSlot()).sum();
    double hours = 0;
    for (int t = 0; t < problem.slots(); t++) {
      hours += grid.hours(t);
    }
    int[] mean = new int[problem.slots()];
    for (int t = 0; t < mean.length; t++) {
      mean[t] = (int) Math.round(cost / hours * grid.hours(t));
    }
    LightingProblem flat =
        new LightingProblem(
            problem.name(),
            problem.slots(),
            problem.slotMinutes(),
            problem.percents(),
            mean,
            problem.shortfallMultiplier(),
            problem.groups(),
            problem.couplings());
    LightingSolution other =
        LightingSolver.solve(
            flat,
            Optional.of(solution.levels()),
            SolveLimits.ofEvaluations(EVALUATIONS_A_GROUP * problem.groups().size(), limits.seed()),
            SolveControl.UNWATCHED,
            levels -> new byte[0]);
    return other.feasible() ? Optional.of(other.levels()) : Optional.empty();
  }

  /** The saving, and the energy at each price from which anyone can compute it. */
  static Localized note(LightingPlan plan, byte[][] ignoring) {
    Map<Double, Double> planned = energy(plan);
    Map<Double, Double> other = energy(plan.with(ignoring));
    double saved = 0;
    StringJoiner sum = new StringJoiner(" + ");
    for (Map.Entry<Double, Double> price : other.entrySet()) {
      double now = planned.getOrDefault(price.getKey(), 0.0);
      saved += price.getKey() * (price.getValue() - now);
      sum.add(
          String.format(
              Locale.ROOT, "%.0f x (%.3f - %.3f)", price.getKey(), price.getValue(), now));
    }
    return Say.of(
        "Giá theo giờ: so với kế hoạch không xét giờ, dời và giảm ở giờ đắt bớt %.0f VND = %s (VND/kWh x kWh).",
        "Time-of-use: beside a plan that ignores the hours, using less in dear ones saves %.0f VND = %s (VND/kWh x kWh).",
        saved,
        sum);
  }

  /** kWh by price, VND/kWh. */
  private static Map<Double, Double> energy(LightingPlan plan) {
    NightGrid grid = plan.setting().grid();
    LightingTariffs.Tariff tariff = plan.setting().files().tariffs().tariff();
    Map<Double, Double> energy = new TreeMap<>();
    for (int t = 0; t < grid.slots(); t++) {
      double watts = -plan.relief(t);
      for (int g = 0; g < plan.levels().length; g++) {
        watts += plan.watts(g, t);
      }
      energy.merge(tariff.at(grid.local(t)), watts * grid.hours(t) / 1_000, Double::sum);
    }
    return energy;
  }
}
