package city.nhip.engine.planning.signals;

import city.nhip.engine.city.Localized;
import java.util.List;
import java.util.Optional;

/**
 * What runs until a plan takes its place, and is compared with it: the plan for an hour that is in
 * force, else the day plan's row, else the fixed plans.
 *
 * @param timings one an intersection
 * @param planned whether any plan of ours runs, or the fixed ones
 * @param name in a sentence
 */
record Before(List<Timing> timings, boolean planned, Localized name) {
  static Before of(SignalPlan plan, Optional<SignalPlan> inForce) {
    if (inForce.isPresent()) {
      return new Before(
          inForce.get().timings(), true, new Localized("kế hoạch đang chạy", "plan in force"));
    }
    Usual usual = plan.setting().usual();
    return usual
        .row()
        .map(
            row ->
                new Before(
                    usual.timings(),
                    true,
                    new Localized(
                        "kế hoạch ngày đang chạy (%s)".formatted(row),
                        "day plan in force (%s)".formatted(row))))
        .orElse(
            new Before(usual.timings(), false, new Localized("kế hoạch cố định", "fixed plan")));
  }
}
