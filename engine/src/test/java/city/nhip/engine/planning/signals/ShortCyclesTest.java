package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShortCyclesTest {
  /** Almost nobody wants out of the side streets: to let them wait is the best for the counted. */
  private final SignalNetwork lonely = Crossings.with(1_000, 10).gapOut(true);

  private static Solved<SignalPlan> solved(SignalNetwork network) {
    return SignalSolver.solve(
        SignalPlan.today(network),
        SolveLimits.ofEvaluations(1_500, 1),
        SolveControl.UNWATCHED,
        plan -> new byte[0]);
  }

  @Test
  void a_side_street_that_hardly_counted_anybody_still_has_its_turn_soon() {
    assertThat(solved(lonely).plan().timings()).anyMatch(timing -> timing.cycle() > 60);

    Solved<SignalPlan> within = solved(lonely.withShortCycles(60));

    assertThat(within.feasible()).isTrue();
    assertThat(within.plan().timings()).allMatch(timing -> timing.cycle() <= 60);
  }

  @Test
  void heavy_traffic_has_the_cycle_that_webster_gives_it() {
    SignalNetwork heavy = Crossings.with(1_000, 600).withShortCycles(30);

    // flow ratios 1000 and 600 of the lane's 3,600 / 1.9 s an hour, 8 s lost: (1.5 * 8 + 5) / 0.156
    assertThat(heavy.intersections()).allMatch(it -> it.longestCycle() == 110);
    assertThat(Crossings.with(300, 200).withShortCycles(50).intersections())
        .allMatch(it -> it.longestCycle() == 50);
  }

  @Test
  void today_s_longer_cycle_is_told_as_too_long() {
    SignalNetwork within = lonely.withShortCycles(60);
    SignalPlan today = SignalPlan.today(within);

    assertThat(SignalScore.of(today, today.timings(), today.played()).hardScore()).isEqualTo(-60);
    assertThat(new SignalReason.CycleOutOfRange("A", within.intersections().get(0), 90).text().en())
        .isEqualTo("A: a cycle of 90 s is outside 30..60 s");
  }

  @Test
  void no_site_has_a_longest_cycle_that_no_plan_can_have() {
    Intersection site = lonely.intersections().get(0);

    for (int wrong : List.of(29, 141)) {
      assertThatThrownBy(() -> site.within(wrong)).hasMessageContaining("Give 30 to 140.");
    }
  }
}
