package city.nhip.engine.planning.lighting;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.planning.solver.OptaPlannerRun;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.phase.custom.CustomPhaseConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;

/**
 * Plans one night: a priced search that proves a bound, then a late-acceptance local search over
 * runs of slots. Anytime; the same for the same seed and threads under an evaluation limit.
 */
public final class LightingSolver {
  private static final int LATE_ACCEPTANCE = 200;

  /** Of the time or evaluations, what the priced search gets. */
  private static final double PRICED_SHARE = 0.93;

  /**
   * A call is answered within two seconds: so many groups are priced a few times in half of one.
   */
  private static final int MOST_PRICED_GROUPS = 4_000;

  private LightingSolver() {}

  /**
   * @param start level index by group and slot: a checkpoint or an edited plan, as a warm start
   * @param encoder makes the artefact of a plan, for watchers
   */
  public static LightingSolution solve(
      LightingProblem problem,
      Optional<byte[][]> start,
      SolveLimits limits,
      SolveControl control,
      Function<byte[][], byte[]> encoder) {
    return solve(problem, start, Optional::empty, limits, control, encoder);
  }

  /**
   * @param sure makes a plan that should be feasible, however dear, for where none else is found
   */
  static LightingSolution solve(
      LightingProblem problem,
      Optional<byte[][]> start,
      Supplier<Optional<byte[][]>> sure,
      SolveLimits limits,
      SolveControl control,
      Function<byte[][], byte[]> encoder) {
    return run(problem, start, limits, control, encoder, search -> search.run(start, sure));
  }

  /**
   * Changes a plan in force only where limits, floors or fixed slots of the problem are broken by
   * it: few groups, within a second or two. The bound is valid but weak.
   *
   * @param inForce level index by group and slot
   */
  public static LightingSolution amend(
      LightingProblem problem,
      byte[][] inForce,
      SolveLimits limits,
      SolveControl control,
      Function<byte[][], byte[]> encoder) {
    return run(
        problem, Optional.of(inForce), limits, control, encoder, search -> search.amend(inForce));
  }

  /**
   * Answers a call to shed load: brings a plan in force below limits on power that the problem has
   * newly, by few groups, each as far as it goes. Only groups that share a broken limit may change,
   * so the time hardly depends on the size of the city. Where the limits are too low, goes as far
   * down as everything else allows. Where the night is small enough, what time is left proves a
   * bound; it is 0 otherwise, and without prices.
   *
   * @param inForce level index by group and slot
   */
  public static LightingSolution shed(
      LightingProblem problem,
      byte[][] inForce,
      SolveLimits limits,
      SolveControl control,
      Function<byte[][], byte[]> encoder) {
    Pace pace = new Pace(limits, control);
    Excerpt part = new Excerpt(problem, inForce, broken(problem, inForce));
    try (LightSearch search =
        new LightSearch(
            new NightLayout(part.problem),
            limits.seed(),
            limits.threads(),
            pace,
            (plan, value) ->
                control.improved(
                    () -> encoder.apply(part.whole(plan)), "0hard/-" + value + "soft"))) {
      search.shed(part.plan());
      byte[][] levels = part.whole(search.plan());
      return problem.groups().size() > MOST_PRICED_GROUPS || !search.found()
          ? shed(problem, levels, search.found(), pace)
          : proven(problem, levels, limits, pace);
    }
  }

  private static LightingSolution shed(
      LightingProblem problem, byte[][] levels, boolean feasible, Pace pace) {
    return new LightingSolution(
        levels,
        feasible,
        problem.objective(levels),
        0,
        problem.couplings().stream().map(it -> new double[it.rows()]).toArray(double[][]::new),
        pace.evaluations(),
        pace.elapsed());
  }

  private static LightingSolution proven(
      LightingProblem problem, byte[][] levels, SolveLimits limits, Pace pace) {
    try (LightSearch search =
        new LightSearch(
            new NightLayout(problem), limits.seed(), limits.threads(), pace, (plan, value) -> {})) {
      search.prove(levels);
      return new LightingSolution(
          levels,
          true,
          problem.objective(levels),
          (long) search.bound(),
          search.prices(),
          pace.evaluations(),
          pace.elapsed());
    }
  }

  /** The groups that share a limit that the plan breaks. */
  private static boolean[] broken(LightingProblem problem, byte[][] plan) {
    boolean[] free = new boolean[plan.length];
    for (Coupling coupling : problem.couplings()) {
      long[] left = coupling.limits().clone();
      for (int place = 0; place < coupling.groups().length; place++) {
        for (int t = coupling.from(); t < coupling.to(); t++) {
          left[coupling.row(t)] -= coupling.shares()[place][plan[coupling.groups()[place]][t]];
        }
      }
      if (Arrays.stream(left).anyMatch(one -> one < 0)) {
        Arrays.stream(coupling.groups()).forEach(g -> free[g] = true);
      }
    }
    return free;
  }

  private static LightingSolution run(
      LightingProblem problem,
      Optional<byte[][]> start,
      SolveLimits limits,
      SolveControl control,
      Function<byte[][], byte[]> encoder,
      Consumer<LightSearch> way) {
    Pace pace = new Pace(share(limits, PRICED_SHARE), control);
    NightLayout night = new NightLayout(problem);
    byte[][] first =
        start
            .filter(plan -> fits(problem, plan))
            .orElseGet(() -> new byte[night.size][night.slots]);
    try (LightSearch search =
        new LightSearch(
            night,
            limits.seed(),
            limits.threads(),
            pace,
            (plan, value) ->
                control.improved(() -> encoder.apply(plan), "0hard/-" + value + "soft"))) {
      Solved<NightPlan> solved =
          OptaPlannerRun.run(
              config(new PricedSearch(search, way)),
              NightPlan.of(problem, first),
              left(limits, pace),
              control,
              plan -> encoder.apply(plan.levels()),
              plan -> Objects.requireNonNull(plan.score()));
      byte[][] levels = solved.plan().levels();
      return new LightingSolution(
          levels,
          solved.feasible(),
          problem.objective(levels),
          (long) search.bound(),
          search.prices(),
          pace.evaluations() + solved.evaluations(),
          pace.elapsed());
    }
  }

  static SolverConfig config(PricedSearch priced) {
    LocalSearchPhaseConfig runs =
        new LocalSearchPhaseConfig()
            .withMoveSelectorConfig(
                new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(ProgramMoves.class))
            .withAcceptorConfig(
                new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE_ACCEPTANCE))
            .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    return new SolverConfig()
        .withSolutionClass(NightPlan.class)
        .withEntityClasses(GroupProgram.class)
        .withScoreDirectorFactory(
            new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(NightScore.class))
        .withPhases(new CustomPhaseConfig().withCustomPhaseCommands(priced), runs);
  }

  private static boolean fits(LightingProblem problem, byte[][] plan) {
    return plan.length == problem.groups().size()
        && Arrays.stream(plan).allMatch(program -> program.length == problem.slots());
  }

  private static SolveLimits share(SolveLimits limits, double share) {
    return new SolveLimits(
        limits.time().map(time -> time.multipliedBy(Math.round(share * 1000)).dividedBy(1000)),
        evaluations(limits, share),
        limits.seed(),
        limits.threads());
  }

  private static OptionalLong evaluations(SolveLimits limits, double share) {
    return limits.evaluations().isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(1, Math.round(limits.evaluations().getAsLong() * share)));
  }

  /** What is left for the solver as a whole, by its own clock and count. */
  private static SolveLimits left(SolveLimits limits, Pace pace) {
    return new SolveLimits(
        limits
            .time()
            .map(time -> Math.max(1, time.minus(pace.elapsed()).toMillis()))
            .map(Duration::ofMillis),
        evaluations(limits, 1 - PRICED_SHARE),
        limits.seed(),
        limits.threads());
  }
}
