package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolverFactory;

class SignalSolverTest {
  private final SignalNetwork network = Crossings.with(700, 300);

  private Solved<SignalPlan> solved(long seed) {
    return SignalSolver.solve(
        SignalPlan.today(network),
        SolveLimits.ofEvaluations(1_500, seed),
        SolveControl.UNWATCHED,
        plan -> new byte[0]);
  }

  @Test
  void one_seed_gives_one_plan() {
    assertThat(solved(5).plan().timings()).isEqualTo(solved(5).plan().timings());
  }

  /** Also while the plan is made whose greens do not end early. */
  @Test
  void what_is_pinned_plays_as_it_is_in_every_run_of_the_simulator() {
    SignalPlan start = SignalPlan.today(network.gapOut(true)).pinned(Set.of("B"));
    List<Timing> played = new ArrayList<>();
    Microsimulation street =
        (plan, from, to) -> {
          played.add(plan.get(1));
          return Collections.nCopies(to - from, new Microsimulation.Run(25, 0, -1));
        };

    Solved<SignalPlan> solved =
        SignalSolver.solve(
            start,
            SolveLimits.ofEvaluations(400, 1),
            SolveControl.UNWATCHED,
            plan -> new byte[0],
            Optional.of(street));

    assertThat(played).hasSizeGreaterThan(10).containsOnly(start.timings().get(1));
    assertThat(solved.plan().timings().get(1)).isEqualTo(start.timings().get(1));
  }

  @Test
  void a_plan_beats_today_by_far_and_keeps_what_must_be_kept() {
    Solved<SignalPlan> solved = solved(1);

    assertThat(solved.feasible()).isTrue();
    assertThat(solved.plan().played().delaySeconds())
        .isLessThan(SignalPlan.today(network).played().delaySeconds() * 6 / 10);
  }

  @Test
  void three_hundred_random_plans_keep_what_must_be_kept() {
    Random random = new Random(2);
    SignalPlan today = SignalPlan.today(network);
    QueueModel model = new QueueModel(network);
    for (int i = 0; i < 300; i++) {
      List<Timing> plan = RandomTimings.of(network, random);
      assertThat(SignalScore.of(today, plan, model.play(plan)).hardScore()).isZero();
    }
  }

  @Test
  void constraints_and_sums_say_the_same() {
    SolutionManager<SignalPlan, HardMediumSoftLongScore> manager =
        SolutionManager.create(SolverFactory.create(SignalSolver.config(1)));
    Random random = new Random(4);
    for (int i = 0; i < 20; i++) {
      List<Timing> timings = RandomTimings.of(network, random);
      SignalPlan plan = SignalPlan.today(network).with(timings);
      Outcome outcome = DemandSamples.forSearch(plan.graph()).play(timings);
      plan.traffic().become(outcome);

      HardMediumSoftLongScore streams = manager.update(plan);

      assertThat(streams).isEqualTo(SignalScore.of(plan, timings, outcome));
    }
  }

  @Test
  void a_plan_without_the_stage_that_starts_each_cycle_breaks_a_hard_constraint() {
    SolutionManager<SignalPlan, HardMediumSoftLongScore> manager =
        SolutionManager.create(SolverFactory.create(SignalSolver.config(1)));
    Intersection site = network.intersections().get(0);
    Timing without = Timing.of(site, 0, List.of(new Timing.Green(1, 20), new Timing.Green(2, 20)));
    SignalPlan plan = SignalPlan.today(network).with(List.of(without, without));

    HardMediumSoftLongScore streams = manager.update(plan);

    assertThat(streams.hardScore()).isEqualTo(-2);
    assertThat(SignalScore.of(plan, plan.timings(), new QueueModel(network).play(plan.timings())))
        .extracting(HardMediumSoftLongScore::hardScore)
        .isEqualTo(-2L);
  }

  @Test
  void what_nobody_can_better_stays_as_it_is() {
    SignalNetwork alone = Crossings.with(0, 0);

    Solved<SignalPlan> solved =
        SignalSolver.solve(
            SignalPlan.today(alone),
            SolveLimits.ofEvaluations(200, 1),
            SolveControl.UNWATCHED,
            plan -> new byte[0]);

    assertThat(solved.plan().timings()).isEqualTo(alone.today());
  }
}
