package city.nhip.engine.planning.signals;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Expected;
import city.nhip.engine.planning.Kpi;
import city.nhip.engine.planning.Proposal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A signal plan as an operator judges it: figures beside what runs now and the fixed plan. */
final class SignalProposal {
  /** Of a passenger car unit that idles: 0.6 l/h of petrol at 2.31 kg CO2/l (IPCC 2006). */
  private static final double IDLE_CO2_KG_PER_HOUR = 1.39;

  /** Of one stop from 40 km/h, kg: 10 ml of petrol. */
  private static final double STOP_CO2_KG = 0.023;

  private SignalProposal() {}

  /** A plan with what the queue model says of it, in vehicles. */
  private record Judged(
      double delayHours, double stops, double worst, double co2, double walkerWait) {}

  static Proposal of(SignalPlan plan, Optional<SignalPlan> inForce, byte[] artefact) {
    QueueModel model = new QueueModel(plan.graph());
    Judged fixed = judge(plan.with(plan.network().today()), model);
    // what runs now is judged on this plan's traffic
    Before running = Before.of(plan, inForce);
    Judged before = judge(plan.with(running.timings()), model);
    double[] delaysBefore = SignalExpected.delays(plan, model);
    Optional<Judged> now = Optional.of(before).filter(any -> running.planned());
    Judged planned = judged(plan, model.playAndWatch(plan.timings()));
    List<Expected> expected = SignalExpected.of(plan, model, delaysBefore);
    List<Kpi> kpis = new ArrayList<>();
    kpis.add(
        kpi(
            "delay",
            "Thời gian chậm trễ",
            "Delay",
            "veh·h",
            planned,
            now,
            fixed,
            Judged::delayHours));
    kpis.add(kpi("stops", "Số lần dừng", "Stops", "stops", planned, now, fixed, Judged::stops));
    kpis.add(
        kpi(
            "saturation",
            "Độ bão hòa cao nhất",
            "Worst degree of saturation",
            "-",
            planned,
            now,
            fixed,
            Judged::worst));
    kpis.add(
        kpi(
            "emissions",
            "CO2 do chờ và dừng (ước tính)",
            "CO2 of waiting and stopping (estimate)",
            "kg CO2",
            planned,
            now,
            fixed,
            Judged::co2));
    if (planned.walkerWait() > 0) {
      kpis.add(
          kpi(
              "pedestrian-delay",
              "Người đi bộ chờ trung bình (mọi lối qua đường như nhau)",
              "Mean wait of pedestrians (all crossings alike)",
              "s",
              planned,
              now,
              fixed,
              Judged::walkerWait));
    }
    SignalExplanation explained = SignalExplanation.of(plan, model);
    List<Localized> notes = new ArrayList<>(plan.setting().notes());
    bottleneck(plan, running).ifPresent(notes::add);
    NextSecond.best(plan, model).map(NextSecond::text).ifPresent(notes::add);
    notes.addAll(changes(plan));
    return new Proposal(
        artefact,
        plan.setting().window(),
        explained.score().toString(),
        explained.score().isFeasible(),
        kpis,
        explained.lines(),
        summary(plan, planned, before, running.name()),
        notes,
        Optional.empty(),
        expected);
  }

  private static Judged judge(SignalPlan plan, QueueModel model) {
    return judged(plan, model.play(plan.timings()));
  }

  private static Judged judged(SignalPlan plan, Outcome outcome) {
    double units = plan.setting().unitsPerVehicle();
    double worst =
        plan.intersections().stream()
            .mapToDouble(IntersectionTiming::worstSaturation)
            .max()
            .orElse(0);
    double hours = outcome.delaySeconds() / 3600.0;
    return new Judged(
        hours / units,
        outcome.stops() / units,
        worst,
        hours * IDLE_CO2_KG_PER_HOUR + outcome.stops() * STOP_CO2_KG,
        plan.intersections().stream()
            .flatMapToDouble(SignalProposal::walkerWaits)
            .average()
            .orElse(0));
  }

  /** Of each crossing with a signal, seconds; nobody counts who walks there. */
  private static DoubleStream walkerWaits(IntersectionTiming it) {
    return it.site().walkers().stream()
        .mapToDouble(signal -> it.site().walkerWait(signal, it.timing()));
  }

  private static Kpi kpi(
      String key,
      String vi,
      String en,
      String unit,
      Judged planned,
      Optional<Judged> now,
      Judged fixed,
      ToDoubleFunction<Judged> figure) {
    return new Kpi(
        key,
        new Localized(vi, en),
        unit,
        rounded(figure.applyAsDouble(planned)),
        now.isPresent()
            ? OptionalDouble.of(rounded(figure.applyAsDouble(now.get())))
            : OptionalDouble.empty(),
        OptionalDouble.of(rounded(figure.applyAsDouble(fixed))));
  }

  private static double rounded(double value) {
    return Math.rint(value * 100) / 100;
  }

  private static Localized summary(SignalPlan plan, Judged planned, Judged before, Localized name) {
    double saved = before.delayHours() - planned.delayHours();
    double percent = before.delayHours() > 0 ? 100 * saved / before.delayHours() : 0;
    long whole = Math.round(Math.abs(percent));
    int sites = plan.intersections().size();
    return new Localized(
        String.format(
            Locale.ROOT,
            "Kế hoạch đèn mới cho %d nút giao: chậm trễ %.1f xe·giờ trong 30 phút, so với %.1f của %s%s.",
            sites,
            planned.delayHours(),
            before.delayHours(),
            name.vi(),
            whole == 0 ? "" : " (%s %d %%)".formatted(percent > 0 ? "giảm" : "tăng", whole)),
        String.format(
            Locale.ROOT,
            "New timings for %s: %.1f vehicle-hours of delay in 30 minutes, against %.1f with the %s%s.",
            sites == 1 ? "1 intersection" : sites + " intersections",
            planned.delayHours(),
            before.delayHours(),
            name.en(),
            whole == 0 ? "" : " (%d %% %s)".formatted(whole, percent > 0 ? "less" : "more")));
  }

  /** The fullest lane of all, and how full it is without the plan. */
  private static Optional<Localized> bottleneck(SignalPlan plan, Before before) {
    List<IntersectionTiming> all = plan.intersections();
    return IntStream.range(0, all.size())
        .boxed()
        .max(Comparator.comparingDouble(site -> all.get(site).worstSaturation()))
        .filter(site -> all.get(site).worstSaturation() > 0)
        .map(
            site ->
                SignalReason.bottleneck(all.get(site), before.timings().get(site), before.name()));
  }

  private static List<Localized> changes(SignalPlan plan) {
    List<Localized> notes = new ArrayList<>();
    for (IntersectionTiming it : plan.intersections()) {
      Set<Intersection.Yield> known = it.site().yellowTraps(it.site().today());
      for (Intersection.Yield trap : it.site().yellowTraps(it.timing())) {
        String turn = it.site().signals().get(trap.one());
        String other = it.site().signals().get(trap.to());
        boolean old = known.contains(trap);
        notes.add(
            new Localized(
                "%s: bẫy đèn vàng%s: %s thấy vàng khi %s còn xanh."
                    .formatted(it.id(), old ? " như kế hoạch cố định" : "", turn, other),
                "%s: a yellow trap%s: %s sees yellow while %s stays green."
                    .formatted(it.id(), old ? ", as in the fixed plan" : "", turn, other)));
      }
      for (int stage = 0; stage < it.site().stages().size(); stage++) {
        if (!it.timing().runs(stage)) {
          Localized name = StageNames.of(it.site().stages().get(stage).id());
          notes.add(
              new Localized(
                  "%s: bỏ pha %s.".formatted(it.id(), name.vi()),
                  "%s: stage %s is left out.".formatted(it.id(), name.en())));
        }
      }
    }
    return notes;
  }
}
