package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.planning.solver.OptaPlannerRun;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;

/**
 * Improves a signal plan: the best of the plan given, today's programs, Webster's timings and each
 * intersection timed by itself, searched on part by part where the network is large, is where a
 * late-acceptance local search starts. The last plans that it found best, and today's, meet in a
 * final on other samples of the demand, and in a microsimulation where there is one.
 */
public final class SignalSolver {
  private static final int LATE_ACCEPTANCE = 60;
  private static final int EVALUATIONS_A_RUN = 10;

  /** Plans of the search that are tried in a microsimulation. */
  private static final int TRIED = 5;

  /**
   * Of the time, the queue model's search where plans are then tried in a simulator: a run of a
   * large network takes long and tells less of each intersection.
   */
  private static final double LARGE_SHARE = 0.5;

  private static final double SMALL_SHARE = 0.25;

  /** Of the search's time, until the parts have had theirs. */
  private static final double PARTS_SHARE = 0.8;

  private SignalSolver() {}

  /**
   * @param encoder makes the artefact of a plan, for watchers
   */
  public static Solved<SignalPlan> solve(
      SignalPlan start,
      SolveLimits limits,
      SolveControl control,
      Function<SignalPlan, byte[]> encoder) {
    return solve(start, limits, control, encoder, Optional.empty());
  }

  /**
   * @param encoder makes the artefact of a plan, for watchers
   * @param simulation in which the plans that the search brings are tried and changed on for three
   *     quarters of the time, for half of it where the network is large, or a run for every {@value
   *     #EVALUATIONS_A_RUN} evaluations. Where greens may end early, half of all goes to a plan
   *     whose greens do not, which is tried, too
   */
  public static Solved<SignalPlan> solve(
      SignalPlan start,
      SolveLimits limits,
      SolveControl control,
      Function<SignalPlan, byte[]> encoder,
      Optional<Microsimulation> simulation) {
    if (simulation.isEmpty() || !start.network().gapOut()) {
      return solve(start, limits, control, encoder, simulation, Optional.empty());
    }
    SolveLimits half = half(limits);
    Microsimulation kept = (plan, from, to) -> simulation.get().runs(kept(start, plan), from, to);
    SignalPlan fixed =
        SignalPlan.today(start.network().gapOut(false)).with(start.timings()).pinned(start.pins());
    List<Timing> steady =
        kept(
            start,
            solve(fixed, half, control, plan -> new byte[0], Optional.of(kept)).plan().timings());
    return solve(start, half, control, encoder, simulation, Optional.of(steady));
  }

  private static SolveLimits half(SolveLimits limits) {
    OptionalLong evaluations = limits.evaluations();
    return new SolveLimits(
        limits.time().map(time -> time.dividedBy(2)),
        evaluations.isPresent()
            ? OptionalLong.of(Math.max(1, evaluations.getAsLong() / 2))
            : evaluations,
        limits.seed(),
        limits.threads());
  }

  /** With greens that do not end early, but where an intersection is pinned. */
  private static List<Timing> kept(SignalPlan start, List<Timing> plan) {
    List<Intersection> sites = start.network().intersections();
    return IntStream.range(0, plan.size())
        .mapToObj(
            site ->
                start.pins().contains(sites.get(site).id())
                    ? plan.get(site)
                    : plan.get(site).kept())
        .toList();
  }

  /**
   * @param steady another plan to try, which stays known whatever it loses at first
   */
  private static Solved<SignalPlan> solve(
      SignalPlan start,
      SolveLimits limits,
      SolveControl control,
      Function<SignalPlan, byte[]> encoder,
      Optional<Microsimulation> simulation,
      Optional<List<Timing>> steady) {
    long began = System.nanoTime();
    Finalists finalists = new Finalists(control, encoder);
    boolean large = PartByPart.pays(start.graph());
    double share = simulation.isEmpty() ? 0.9 : large ? LARGE_SHARE : SMALL_SHARE;
    SignalPlan first = SignalStarts.best(start, limits);
    if (large) {
      first = partByPart(first, limits, share, began, finalists);
    }
    Solved<SignalPlan> found =
        OptaPlannerRun.run(
            config(limits.threads()),
            first,
            search(limits, share, began),
            finalists,
            finalists::keep,
            plan -> Objects.requireNonNull(plan.score()));
    long until = limits.time().map(time -> began + time.toNanos()).orElse(Long.MAX_VALUE);
    List<Timing> best =
        finalists.winner(
            start.network(), List.of(found.plan().timings(), start.network().today()), until);
    if (simulation.isPresent()) {
      long runs = limits.evaluations().orElse(Long.MAX_VALUE) / EVALUATIONS_A_RUN;
      List<List<Timing>> tried =
          Stream.concat(Stream.of(best), finalists.latest(TRIED).stream()).distinct().toList();
      best =
          new Tryout(
                  start,
                  simulation.get(),
                  limits.seed(),
                  new Tryout.Limit(runs, until, control::cancelled))
              .champion(tried, steady);
    }
    return finished(start.with(best), found, began);
  }

  /** What the start left of the search's share of the time; the rest is for the final. */
  private static SolveLimits search(SolveLimits limits, double share, long began) {
    return new SolveLimits(
        limits
            .time()
            .map(
                time ->
                    Duration.ofNanos(
                        Math.max(
                            time.toNanos() / 20,
                            (long) (share * time.toNanos()) - (System.nanoTime() - began)))),
        limits.evaluations(),
        limits.seed(),
        limits.threads());
  }

  private static Solved<SignalPlan> finished(
      SignalPlan plan, Solved<SignalPlan> found, long began) {
    HardMediumSoftLongScore score =
        SignalScore.of(
            plan, plan.timings(), DemandSamples.forSearch(plan.graph()).play(plan.timings()));
    plan.become(score);
    return new Solved<>(
        plan,
        score.toString(),
        score.isFeasible(),
        found.evaluations(),
        Duration.ofNanos(System.nanoTime() - began));
  }

  static SolverConfig config(int threads) {
    LocalSearchPhaseConfig search =
        new LocalSearchPhaseConfig()
            .withMoveSelectorConfig(
                new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(SignalMoves.class))
            .withAcceptorConfig(
                new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE_ACCEPTANCE))
            .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    SolverConfig config =
        new SolverConfig()
            .withSolutionClass(SignalPlan.class)
            .withEntityClasses(IntersectionTiming.class, QueueOutcome.class)
            .withScoreDirectorFactory(
                new ScoreDirectorFactoryConfig()
                    .withConstraintProviderClass(SignalConstraints.class))
            .withPhases(search);
    return threads > 1 ? config.withMoveThreadCount(String.valueOf(threads)) : config;
  }

  /**
   * A quarter of the evaluations on top, or what is left of most of the search's time.
   *
   * @param share of the time that is the search's
   */
  private static SignalPlan partByPart(
      SignalPlan start, SolveLimits limits, double share, long began, Finalists finalists) {
    long until =
        limits
            .time()
            .map(time -> began + (long) (PARTS_SHARE * share * time.toNanos()))
            .orElse(Long.MAX_VALUE);
    OptionalLong evaluations = limits.evaluations();
    PartByPart parts =
        new PartByPart(
            start,
            limits.seed(),
            evaluations.isPresent() ? evaluations.getAsLong() / 4.0 : Double.MAX_VALUE,
            () -> System.nanoTime() > until || finalists.cancelled());
    List<Timing> found =
        parts.timings(
            (timings, score) -> {
              SignalPlan plan = SignalStarts.playing(start, timings);
              plan.become(score);
              finalists.improved(() -> finalists.keep(plan), score.toString());
            });
    return SignalStarts.playing(start, found);
  }
}
