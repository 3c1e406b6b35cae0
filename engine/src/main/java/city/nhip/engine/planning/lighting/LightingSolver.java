package city.nhip.engine.planning.lighting;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import java.util.Optional;
import java.util.function.Function;

/** Plans one night: anytime, the same for the same seed under an evaluation limit. */
public final class LightingSolver {
  private LightingSolver() {}

  /**
   * @param start level index by group and slot: the plan in force or a checkpoint, as a warm start
   * @param encoder makes the artefact of a plan, for watchers
   */
  public static LightingSolution solve(
      LightingProblem problem,
      Optional<byte[][]> start,
      SolveLimits limits,
      SolveControl control,
      Function<byte[][], byte[]> encoder) {
    Pace pace = new Pace(limits, control);
    NightLayout night = new NightLayout(problem);
    try (LightSearch search =
        new LightSearch(
            night,
            limits.seed(),
            limits.threads(),
            pace,
            (plan, value) -> control.improved(() -> encoder.apply(plan), value + "mVND"))) {
      search.run(start);
      return new LightingSolution(
          search.plan(),
          search.found(),
          problem.objective(search.plan()),
          (long) search.bound(),
          search.prices(),
          pace.evaluations(),
          pace.elapsed());
    }
  }
}
