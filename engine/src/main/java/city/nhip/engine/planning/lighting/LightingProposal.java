package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.Bound;
import city.nhip.engine.planning.Kpi;
import city.nhip.engine.planning.Proposal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** A night's plan as an operator judges it. */
final class LightingProposal {
  private static final double MILLI = 1_000.0;

  /** A solve that was stopped before its first prices has proven nothing. */
  private static final long NO_BOUND = 0;

  private final LightingPlan plan;
  private final Optional<LightingPlan> before;
  private final NightFigures planned;
  private final Optional<NightFigures> inForce;
  private final NightFigures full;

  private LightingProposal(LightingPlan plan, Optional<LightingPlan> before) {
    this.plan = plan;
    this.before = before;
    this.planned = NightFigures.of(plan);
    this.inForce = before.map(NightFigures::of);
    this.full = NightFigures.of(plan.full());
  }

  static Proposal of(LightingPlan plan, Optional<LightingPlan> inForce) {
    // A plan of an earlier night says nothing of this one: decode refuses it.
    return new LightingProposal(plan, inForce).proposal();
  }

  private Proposal proposal() {
    NightGrid grid = plan.setting().grid();
    LightingScore score = LightingScore.of(plan);
    Set<Localized> notes = new LinkedHashSet<>(plan.setting().notes());
    notes.addAll(notes(score));
    return new Proposal(
        LightingArtefact.encode(plan),
        new TimeWindow(grid.firstSlot(), grid.off()),
        score.toString(),
        score.feasible(),
        kpis(),
        score.lines(),
        summary(),
        List.copyOf(notes),
        plan.solution()
            .filter(s -> s.bound() > NO_BOUND)
            .map(s -> new Bound(-score.sum("soft") / MILLI, s.bound() / MILLI, "VND")),
        LightingExpected.of(plan));
  }

  private List<Kpi> kpis() {
    return List.of(
        kpi(
            "energy",
            "Điện năng cả đêm",
            "Energy of the night",
            "kWh",
            NightFigures::kilowattHours),
        kpi("cost", "Tiền điện", "Energy cost", "VND", NightFigures::vnd),
        kpi("emissions", "Phát thải", "Emissions", "kg CO2", NightFigures::kilogramsCo2),
        kpi(
            "burning-hours",
            "Giờ sáng quy đổi ra mức đầy",
            "Burning hours at full light",
            "lamp·h",
            NightFigures::fullLampHours),
        kpi(
            "light-below-class",
            "Sáng dưới cấp yêu cầu",
            "Light below the class",
            "group·min",
            NightFigures::shortMinutes),
        kpi("switching", "Số lần đổi mức", "Level changes", "1", f -> f.changes()));
  }

  private Kpi kpi(
      String key, String vi, String en, String unit, ToDoubleFunction<NightFigures> figure) {
    return new Kpi(
        key,
        new Localized(vi, en),
        unit,
        rounded(figure.applyAsDouble(planned)),
        inForce.isPresent()
            ? OptionalDouble.of(rounded(figure.applyAsDouble(inForce.get())))
            : OptionalDouble.empty(),
        OptionalDouble.of(rounded(figure.applyAsDouble(full))));
  }

  private static double rounded(double value) {
    return Math.rint(value * 10) / 10;
  }

  private Localized summary() {
    NightFigures other = inForce.orElse(full);
    double share = 100 * (1 - planned.kilowattHours() / other.kilowattHours());
    boolean same = Math.abs(share) < 0.05;
    return Say.of(
        "Đêm %1$s: %2$.0f kWh, %3$.0f VND; "
            + (same ? "cùng lượng điện với %5$s." : "%7$s %4$.1f %% điện so với %5$s."),
        "The night of %1$s: %2$.0f kWh, %3$.0f VND; "
            + (same ? "as much energy as %6$s." : "%4$.1f %% %8$s energy than %6$s."),
        plan.setting().grid().evening(),
        planned.kilowattHours(),
        planned.vnd(),
        Math.abs(share),
        inForce.isPresent() ? "kế hoạch đang chạy" : "sáng hết mức cả đêm",
        inForce.isPresent() ? "the plan in force" : "full light all night",
        share > 0 ? "bớt" : "thêm",
        share > 0 ? "less" : "more");
  }

  private List<Localized> notes(LightingScore score) {
    List<Localized> notes = new ArrayList<>();
    notes.add(night());
    notes.addAll(tariff());
    before.ifPresent(other -> notes.add(changed(other)));
    if (!score.feasible()) {
      notes.add(
          new Localized(
              "Không tìm được kế hoạch giữ mọi giới hạn: xem các ràng buộc cứng.",
              "No plan was found that keeps every limit: see the hard constraints."));
    }
    LightingScore unoptimized = LightingScore.of(plan.full());
    if (!unoptimized.feasible()) {
      notes.add(
          new Localized(
              "Sáng hết mức cả đêm sẽ vượt giới hạn điện; con số đó chỉ để so sánh.",
              "Full light all night would break limits on power; its figures are for comparison only."));
    }
    notes.addAll(SupplyNotes.of(plan));
    plan.solution().ifPresent(solution -> notes.addAll(LimitPrice.notes(plan, solution)));
    return notes;
  }

  private Localized night() {
    NightGrid grid = plan.setting().grid();
    String on = grid.on().atZone(grid.zone()).toLocalTime().withNano(0).toString();
    String off = grid.off().atZone(grid.zone()).toLocalTime().withNano(0).toString();
    return Say.of(
        "Bật đèn lúc %s, tắt lúc %s theo mặt trời.",
        "Lamps on at %s, off at %s, by the sun.", on, off);
  }

  private List<Localized> tariff() {
    LightingTariffs tariffs = plan.setting().files().tariffs();
    LightingTariffs.Tariff tariff = tariffs.tariff();
    List<Localized> notes = new ArrayList<>();
    notes.add(
        Say.of(
            "Giá điện: %s (%s, từ %s); %.0f g CO2/kWh (%s).",
            "Tariff: %s (%s, from %s); %.0f g CO2/kWh (%s).",
            tariff.name(),
            tariff.source(),
            tariff.date(),
            tariffs.emission().gramsPerKwh(),
            tariffs.emission().source()));
    if (tariff.flat()) {
      notes.add(
          new Localized(
              "Giá điện một mức: dời giờ tiêu thụ không tiết kiệm gì; mọi tiết kiệm là do sáng ít hơn.",
              "The tariff is flat: shifting saves nothing; all saving is from less light."));
    } else {
      plan.hoursIgnored().ifPresent(levels -> notes.add(HoursIgnored.note(plan, levels)));
    }
    return notes;
  }

  private Localized changed(LightingPlan other) {
    int changed = 0;
    for (int g = 0; g < plan.levels().length; g++) {
      changed += Arrays.equals(plan.levels()[g], other.levels()[g]) ? 0 : 1;
    }
    double share = 100.0 * changed / plan.levels().length;
    return Say.of(
        "%d trong %d nhóm đổi chương trình (%.1f %%); phần đêm đã qua giữ nguyên.",
        "%d of %d groups change their program (%.1f %%); the past part of the night stays.",
        changed,
        plan.levels().length,
        share);
  }
}
