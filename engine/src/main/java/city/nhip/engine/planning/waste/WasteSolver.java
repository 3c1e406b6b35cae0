package city.nhip.engine.planning.waste;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.planning.solver.OptaPlannerRun;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.optaplanner.core.config.phase.custom.CustomPhaseConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;

/** Makes a collection plan, or improves the one given; evaluations are ruin-and-recreate steps. */
public final class WasteSolver {
  private static final int SLICES = 40;
  private static final long SHORTEST_SLICE_MILLIS = 200;
  private static final long FEWEST_STEPS_A_SLICE = 500;

  /** What handing a plan over and reading it back takes, at most this share of the time. */
  private static final double HAND_OVER = 0.01;

  private WasteSolver() {}

  /** When a search ends, and with what luck. */
  record Budget(SolveLimits limits, LongSupplier nanos, long began, boolean warm) {
    WasteSearch search(WastePlan start) {
      long time = limits.time().map(t -> Math.round(t.toNanos() * (1 - HAND_OVER))).orElse(0L);
      return new WasteSearch(
          start,
          limits.seed(),
          limits.threads(),
          nanos,
          began,
          time,
          limits.evaluations().orElse(0),
          warm);
    }

    /**
     * @param took nanoseconds, all plans that were handed over before
     */
    boolean mayHandOver(long took) {
      return took <= HAND_OVER * (nanos.getAsLong() - began);
    }
  }

  /**
   * @param start the search goes on from its routes, where it has any
   * @param encoder makes the artefact of a plan, for watchers
   */
  public static Solved<WastePlan> solve(
      WastePlan start,
      SolveLimits limits,
      SolveControl control,
      Function<WastePlan, byte[]> encoder) {
    return solve(start, limits, control, encoder, System::nanoTime);
  }

  /**
   * @param nanos by which the time is limited, in place of the clock: asked from this thread only
   */
  public static Solved<WastePlan> solve(
      WastePlan start,
      SolveLimits limits,
      SolveControl control,
      Function<WastePlan, byte[]> encoder,
      LongSupplier nanos) {
    return solve(start, limits, control, encoder, nanos, !start.isEmpty());
  }

  /**
   * @param warm whether the start is worth keeping near: a plan in force, not a round that was just
   *     built
   */
  public static Solved<WastePlan> solve(
      WastePlan start,
      SolveLimits limits,
      SolveControl control,
      Function<WastePlan, byte[]> encoder,
      LongSupplier nanos,
      boolean warm) {
    long began = nanos.getAsLong();
    long shortest =
        limits
            .time()
            .map(t -> t.toMillis() / SHORTEST_SLICE_MILLIS)
            .orElse(limits.evaluations().orElse(0) / FEWEST_STEPS_A_SLICE);
    int slices = (int) Math.max(1, Math.min(SLICES, shortest));
    SlicePhase phase = new SlicePhase(new Budget(limits, nanos, began, warm), control, slices);
    Solved<WastePlan> solved =
        OptaPlannerRun.run(
            config(phase, slices),
            start,
            // The slices end by themselves; OptaPlanner only needs to hear of some end.
            SolveLimits.ofEvaluations(Long.MAX_VALUE, limits.seed()),
            control,
            encoder,
            plan -> Objects.requireNonNull(plan.score()));
    return new Solved<>(
        solved.plan(),
        solved.score(),
        solved.feasible(),
        phase.steps(),
        Duration.ofNanos(nanos.getAsLong() - began));
  }

  private static SolverConfig config(SlicePhase phase, int slices) {
    CustomPhaseConfig slicesOfSearch = new CustomPhaseConfig();
    slicesOfSearch.setCustomPhaseCommandList(Collections.nCopies(slices, phase));
    return new SolverConfig()
        .withSolutionClass(WastePlan.class)
        .withEntityClasses(TruckRoute.class)
        .withScoreDirectorFactory(
            new ScoreDirectorFactoryConfig().withConstraintProviderClass(WasteConstraints.class))
        .withPhases(slicesOfSearch);
  }
}
