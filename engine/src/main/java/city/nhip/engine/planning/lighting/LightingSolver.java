package city.nhip.engine.planning.lighting;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
    long began = System.nanoTime();
    long end = began + limits.time().map(Duration::toNanos).orElse(Long.MAX_VALUE / 2);
    LightSearch search = new LightSearch(problem, limits.seed(), limits.threads() > 1);
    BooleanSupplier stop =
        () ->
            System.nanoTime() > end
                || search.evaluations() >= limits.evaluations().orElse(Long.MAX_VALUE)
                || control.cancelled();
    search.run(
        stop,
        () -> {
          byte[][] better = search.best();
          control.improved(() -> encoder.apply(better), String.valueOf(search.bestValue()));
        });
    byte[][] levels = search.found() ? search.best() : start.orElse(search.last());
    return new LightingSolution(
        levels,
        search.found(),
        problem.objective(levels),
        (long) Math.floor(search.bound()),
        search.prices(),
        search.evaluations(),
        Duration.ofNanos(System.nanoTime() - began));
  }
}
