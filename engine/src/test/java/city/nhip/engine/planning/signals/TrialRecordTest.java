package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrialRecordTest {
  private final SignalNetwork network = Crossings.with(700, 300);
  private final TrialRecord trials = new TrialRecord();

  private TriedPlan played(int cycle, int clear, int stuck) {
    List<Timing> today = network.today();
    Timing second = today.get(1).rescaled(network.intersections().get(1), cycle);
    TriedPlan plan = trials.enter(List.of(today.get(0), second));
    for (int run = 0; run < clear + stuck; run++) {
      boolean clearRun = run < clear;
      plan.runs().add(new Microsimulation.Run(30, clearRun ? 0 : 600, clearRun ? -1 : 1));
    }
    return plan;
  }

  @Test
  void a_plan_that_got_through_few_runs_is_thought_to_be_like_those_alike() {
    TriedPlan caught = played(60, 36, 4);
    TriedPlan lucky = played(61, 4, 0);
    TriedPlan proven = played(100, 60, 0);

    assertThat(trials.expected(lucky)).isBetween(60.0, trials.expected(caught));
    assertThat(trials.expected(proven)).isLessThan(40);
  }

  @Test
  void delays_are_compared_where_nobody_was_caught_in_either() {
    TriedPlan one = played(60, 2, 1);
    TriedPlan other = played(80, 3, 0);
    other.runs().set(2, new Microsimulation.Run(90, 0, -1));

    assertThat(one.shareOf(other)).isEqualTo(1);
    assertThat(other.clearDelay()).isEqualTo(50);
  }
}
