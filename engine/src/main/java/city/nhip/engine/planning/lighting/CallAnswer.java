package city.nhip.engine.planning.lighting;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The quick answer where nothing but a limit on power is new: the plan in force, with few groups
 * changed. Whoever called waits, and a street need not flicker for it.
 */
final class CallAnswer {
  private static final Duration TIME = Duration.ofMillis(1_800);
  private static final Set<String> POWER = Set.of("cabinet", "curtailment");

  private CallAnswer() {}

  /**
   * @return empty where more than power is new, where the plan in force keeps every limit, and
   *     where no few groups can answer: the night is to be solved as a whole then
   */
  static Optional<LightingSolution> of(
      LightingPlan start, SolveLimits limits, SolveControl control) {
    if (!onlyPowerIsNew(start)) {
      return Optional.empty();
    }
    LightingSolution solution =
        LightingSolver.shed(
            start.problem(),
            start.levels(),
            new SolveLimits(
                limits.time().map(time -> time.compareTo(TIME) < 0 ? time : TIME),
                limits.evaluations(),
                limits.seed(),
                limits.threads()),
            control,
            levels -> LightingArtefact.encode(start.with(levels)));
    return Optional.of(solution).filter(it -> LightingScore.of(start.with(it.levels())).feasible());
  }

  private static boolean onlyPowerIsNew(LightingPlan start) {
    NightSetting setting = start.setting();
    if (!setting.past().planned()
        || !setting.fresh().all().isEmpty()
        || !Arrays.deepEquals(start.levels(), setting.past().levels())) {
      return false;
    }
    Set<String> broken = LightingScore.of(start).broken();
    return !broken.isEmpty() && POWER.containsAll(broken);
  }
}
