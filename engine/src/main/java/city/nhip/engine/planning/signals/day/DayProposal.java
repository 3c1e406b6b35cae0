package city.nhip.engine.planning.signals.day;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Expected;
import city.nhip.engine.planning.Kpi;
import city.nhip.engine.planning.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** A day plan as an operator judges it: its figures beside the plan in force and the fixed one. */
final class DayProposal {
  private DayProposal() {}

  /** In vehicles, over the day. */
  private record Judged(
      double delayHours, double stops, double worst, double changes, double longestChange) {}

  static Proposal of(DayPlan plan, Optional<DayPlan> inForce) {
    DayTraffic traffic = new DayTraffic(plan.problem());
    DayPlan fixed = DayPlan.fixed(plan.problem());
    List<Integer> borders =
        DayPlan.borders(Stream.concat(Stream.of(plan), inForce.stream()).toList());
    DayFigures planned = DayFigures.of(plan, borders, traffic);
    DayFigures unplanned = DayFigures.of(fixed, borders, traffic);
    Judged now = judged(plan, planned);
    Judged without = judged(fixed, unplanned);
    Optional<Judged> before =
        inForce.map(other -> judged(other, DayFigures.of(other, borders, traffic)));
    DayScore score = DayScore.of(plan, planned, traffic);
    return new Proposal(
        DayArtefact.encode(plan),
        plan.problem().window(),
        score.toString(),
        score.feasible(),
        kpis(now, before, without),
        score.lines(),
        summary(plan, now, before.orElse(without), before.isPresent()),
        DayNotes.of(plan),
        Optional.empty(),
        expected(plan, planned, unplanned));
  }

  private static Judged judged(DayPlan plan, DayFigures figures) {
    double units = plan.problem().zone().unitsPerVehicle();
    Load day = figures.sum(0, DayCounts.QUARTERS);
    int changes = 0;
    int longest = 0;
    for (DayPlan.Period period : plan.periods()) {
      boolean other = period.from() > 0 || !plan.plans().get(period.plan()).equals(plan.last());
      changes += other ? 1 : 0;
      longest = Math.max(longest, longest(plan, period));
    }
    return new Judged(
        day.delaySeconds() / 3_600.0 / units,
        day.stops() / units,
        figures.worst(0, DayCounts.QUARTERS),
        changes,
        longest);
  }

  /** Seconds until the last intersection runs in step with a period's plan. */
  static int longest(DayPlan plan, DayPlan.Period period) {
    return DayArtefact.transitions(plan, period).stream()
        .mapToInt(Transition::seconds)
        .max()
        .orElse(0);
  }

  private static List<Kpi> kpis(Judged now, Optional<Judged> before, Judged without) {
    Figures figures = new Figures(now, before, without);
    return List.of(
        figures.of(
            "delay",
            "Thời gian chậm trễ cả ngày",
            "Delay over the day",
            "veh·h",
            Judged::delayHours),
        figures.of("stops", "Số lần dừng cả ngày", "Stops over the day", "stops", Judged::stops),
        figures.of(
            "saturation",
            "Độ bão hòa cao nhất trong ngày",
            "Worst degree of saturation of the day",
            "-",
            Judged::worst),
        figures.of(
            "changes",
            "Số lần đổi kế hoạch mỗi ngày",
            "Changes of plan a day",
            "-",
            Judged::changes),
        figures.of(
            "transition",
            "Lần chuyển tiếp dài nhất",
            "Longest transition between plans",
            "s",
            Judged::longestChange));
  }

  private record Figures(Judged now, Optional<Judged> before, Judged without) {
    Kpi of(String key, String vi, String en, String unit, ToDoubleFunction<Judged> figure) {
      return new Kpi(
          key,
          new Localized(vi, en),
          unit,
          rounded(figure.applyAsDouble(now)),
          before.isPresent()
              ? OptionalDouble.of(rounded(figure.applyAsDouble(before.get())))
              : OptionalDouble.empty(),
          OptionalDouble.of(rounded(figure.applyAsDouble(without))));
    }
  }

  private static double rounded(double value) {
    return Math.rint(value * 100) / 100;
  }

  private static Localized summary(DayPlan plan, Judged now, Judged other, boolean inForce) {
    double percent = other.delayHours() > 0 ? 100 * (1 - now.delayHours() / other.delayHours()) : 0;
    long whole = Math.round(Math.abs(percent));
    return new Localized(
        String.format(
            Locale.ROOT,
            "Kế hoạch %s cho %d nút giao: %d khung giờ, %d kế hoạch; chậm trễ %.1f xe·giờ mỗi ngày, so với %.1f của %s%s.",
            plan.problem().kind().name.vi(),
            plan.problem().zone().intersections().size(),
            plan.periods().size(),
            plan.plans().size(),
            now.delayHours(),
            other.delayHours(),
            inForce ? "kế hoạch đang chạy" : "kế hoạch cố định",
            whole == 0 ? "" : " (%s %d %%)".formatted(percent > 0 ? "giảm" : "tăng", whole)),
        String.format(
            Locale.ROOT,
            "A %s plan for %d intersections: %d periods, %d plans; %.1f vehicle-hours of delay a day, against %.1f with the %s%s.",
            plan.problem().kind().name.en(),
            plan.problem().zone().intersections().size(),
            plan.periods().size(),
            plan.plans().size(),
            now.delayHours(),
            other.delayHours(),
            inForce ? "plan in force" : "fixed plan",
            whole == 0 ? "" : " (%d %% %s)".formatted(whole, percent > 0 ? "less" : "more")));
  }

  /**
   * {@code flow} by quarter of an hour, vehicles an hour at all detectors together; then a part a
   * period with its {@code delayHours}, {@code delayHoursBefore} under the fixed plans, {@code
   * stops}, all in vehicles, {@code saturation}, {@code saturationBefore}.
   */
  private static List<Expected> expected(DayPlan plan, DayFigures planned, DayFigures unplanned) {
    double units = plan.problem().zone().unitsPerVehicle();
    List<Expected> all = new ArrayList<>();
    Map<String, Double> flow = new LinkedHashMap<>();
    for (int quarter = 0; quarter < DayCounts.QUARTERS; quarter++) {
      flow.put(DayPlan.clock(quarter), rounded(plan.problem().counts().total(quarter)));
    }
    all.add(new Expected(plan.problem().scope(), "flow", flow));
    for (DayPlan.Period it : plan.periods()) {
      Load with = planned.sum(it.from(), it.to());
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put("delayHours", with.delaySeconds() / 3_600.0 / units);
      figures.put(
          "delayHoursBefore", unplanned.sum(it.from(), it.to()).delaySeconds() / 3_600.0 / units);
      figures.put("stops", with.stops() / units);
      figures.put("saturation", rounded(planned.worst(it.from(), it.to())));
      figures.put("saturationBefore", rounded(unplanned.worst(it.from(), it.to())));
      all.add(new Expected(plan.problem().scope(), DayPlan.clock(it.from()), figures));
    }
    return all;
  }
}
