package city.nhip.engine.planning.solver;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.score.Score;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.optaplanner.core.impl.phase.event.PhaseLifecycleListenerAdapter;
import org.optaplanner.core.impl.phase.scope.AbstractStepScope;
import org.optaplanner.core.impl.solver.DefaultSolver;

/**
 * Runs a solver configuration under a job's limits, watched and cancellable. Termination set in the
 * configuration's phases stays; the one of the solver is replaced by the limits.
 */
public final class OptaPlannerRun {
  private OptaPlannerRun() {}

  /**
   * @param start a {@link PlanningSolution} instance; left unchanged
   * @param encoder makes the artefact that a watcher may keep as a checkpoint
   */
  public static <S, C extends Score<C>> Solved<S> run(
      SolverConfig config,
      S start,
      SolveLimits limits,
      SolveControl control,
      Function<S, byte[]> encoder,
      Function<S, C> score) {
    long began = System.nanoTime();
    SolverFactory<S> factory = SolverFactory.create(limited(config, limits));
    DefaultSolver<S> solver = (DefaultSolver<S>) factory.buildSolver();
    solver.addEventListener(
        event -> {
          if (event.isEveryProblemFactChangeProcessed()
              && event.getNewBestScore().isSolutionInitialized()) {
            S best = event.getNewBestSolution();
            control.improved(() -> encoder.apply(best), event.getNewBestScore().toString());
          }
        });
    solver.addPhaseLifecycleListener(
        new PhaseLifecycleListenerAdapter<S>() {
          @Override
          public void stepEnded(AbstractStepScope<S> stepScope) {
            if (control.cancelled()) {
              solver.terminateEarly();
            }
          }
        });
    S best = solver.solve(start);
    C bestScore = score.apply(best);
    return new Solved<>(
        best,
        bestScore.toString(),
        bestScore.isFeasible(),
        solver.getSolverScope().getScoreCalculationCount(),
        Duration.ofNanos(System.nanoTime() - began));
  }

  private static SolverConfig limited(SolverConfig config, SolveLimits limits) {
    TerminationConfig termination = new TerminationConfig();
    // OptaPlanner refuses parts of a millisecond
    limits
        .time()
        .map(time -> time.truncatedTo(ChronoUnit.MILLIS))
        .ifPresent(termination::withSpentLimit);
    limits.evaluations().ifPresent(termination::setScoreCalculationCountLimit);
    SolverConfig limited = config.copyConfig().withRandomSeed(limits.seed());
    return limited.withTerminationConfig(termination);
  }
}
