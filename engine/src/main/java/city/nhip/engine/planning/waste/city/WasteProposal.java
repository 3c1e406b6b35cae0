package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Bound;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.waste.LeastCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A collection plan as an operator judges it, beside the plan in force and the plain practice. */
final class WasteProposal {
  /** %: beyond, a bound says little of the plan. */
  private static final double WEAK_BOUND = 30;

  private WasteProposal() {}

  static Proposal of(CollectionPlan plan, Optional<CollectionPlan> inForce, byte[] artefact) {
    CollectionFigures planned = CollectionFigures.of(plan);
    Optional<CollectionFigures> now = inForce.map(CollectionFigures::of);
    CollectionFigures round = CollectionFigures.of(FixedRound.instead(plan));
    WasteExplanation explained = WasteExplanation.of(plan);
    List<Localized> notes = new ArrayList<>();
    notes.add(skipped(plan));
    notes.addAll(WhereItFits.of(plan));
    Map<Integer, SkipReasons.Reason> reasons = SkipReasons.reasons(plan);
    notes.addAll(SkipReasons.notes(plan, reasons));
    Optional<Bound> bound = bound(plan, explained);
    bound.map(WasteProposal::proven).ifPresent(notes::add);
    notes.addAll(plan.setting().notes());
    return new Proposal(
        artefact,
        plan.setting().validity(),
        explained.score().toString(),
        explained.score().isFeasible(),
        CollectionFigures.kpis(planned, now, round),
        explained.lines(),
        summary(plan, planned, now, round),
        notes,
        bound,
        WasteExpected.of(plan, reasons));
  }

  private static Optional<Bound> bound(CollectionPlan plan, WasteExplanation explained) {
    OptionalLong least = LeastCost.of(plan.plan());
    return least.isPresent()
        ? Optional.of(new Bound(-explained.score().softScore(), least.getAsLong(), "VND"))
        : Optional.empty();
  }

  private static Localized proven(Bound bound) {
    double gap = Math.ceil(10 * bound.gapPercent()) / 10;
    boolean weak = gap > WEAK_BOUND;
    return new Localized(
        String.format(
            Locale.ROOT,
            "Đã chứng minh: kế hoạch nào để tràn không nhiều hơn cũng tốn ít nhất %s; kế hoạch này"
                + " còn cách tối đa %.1f %%%s.",
            WasteWords.dong((long) bound.bound()),
            gap,
            weak ? " (cận yếu, có thể gần hơn nhiều)" : ""),
        String.format(
            Locale.ROOT,
            "Proven: any plan that leaves no more to overflow costs %s at least; this one has at"
                + " most %.1f %% left to gain%s.",
            WasteWords.dong((long) bound.bound()),
            gap,
            weak ? " (a weak bound, it may be much nearer)" : ""));
  }

  private static Localized skipped(CollectionPlan plan) {
    CollectionSetting setting = plan.setting();
    long open = setting.containers().stream().filter(one -> !one.done()).count();
    long notDue = open - setting.stops().size();
    return new Localized(
        "%d thùng chưa cần thu gom: tới lần kế tiếp dự kiến dưới 80 %% trong chín trên mười trường hợp; %d thùng cần xem xét, %d bị bỏ lại."
            .formatted(notDue, setting.stops().size(), plan.plan().leftOut().size()),
        "%d containers are not due: below 80 %% until the next collection in nine cases of ten; %d were looked at, %d of them are left out."
            .formatted(notDue, setting.stops().size(), plan.plan().leftOut().size()));
  }

  private static Localized summary(
      CollectionPlan plan,
      CollectionFigures planned,
      Optional<CollectionFigures> now,
      CollectionFigures round) {
    CollectionFigures before = now.orElse(round);
    return new Localized(
        String.format(
            Locale.ROOT,
            "%d xe thu gom %d thùng trong ca tối %s: %.0f km, %.1f giờ, dự kiến %d thùng tràn; %s:"
                + " %.0f km, %.1f giờ, %d thùng tràn.",
            planned.trucks(),
            planned.containers(),
            plan.setting().day().date(),
            planned.kilometres(),
            planned.hours(),
            planned.overflows(),
            now.isPresent() ? "kế hoạch đang chạy" : "vòng cố định",
            before.kilometres(),
            before.hours(),
            before.overflows()),
        String.format(
            Locale.ROOT,
            "%d trucks collect %d containers in the evening of %s: %.0f km, %.1f h, %d overflows"
                + " expected; the %s: %.0f km, %.1f h, %d overflows.",
            planned.trucks(),
            planned.containers(),
            plan.setting().day().date(),
            planned.kilometres(),
            planned.hours(),
            planned.overflows(),
            now.isPresent() ? "plan in force" : "fixed round",
            before.kilometres(),
            before.hours(),
            before.overflows()));
  }
}
