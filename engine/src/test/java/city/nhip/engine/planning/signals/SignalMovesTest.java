package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.api.score.director.ScoreDirector;

class SignalMovesTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @SuppressWarnings("unchecked")
  void a_thousand_moves_in_a_row_keep_what_must_be_kept(boolean gapOut) {
    SignalNetwork network = Crossings.with(60, 40).gapOut(gapOut);
    SignalPlan plan = SignalPlan.today(network);
    ScoreDirector<SignalPlan> director = mock(ScoreDirector.class);
    when(director.getWorkingSolution()).thenReturn(plan);
    QueueModel model = new QueueModel(network);
    Random random = new Random(1);
    List<Timing> first = plan.timings();

    for (int i = 0; i < 1_000; i++) {
      SignalMoves.draw(plan, random).doMoveOnGenuineVariables(director);
      assertThat(SignalScore.of(plan, plan.timings(), model.play(plan.timings())).hardScore())
          .isZero();
    }

    assertThat(plan.timings()).isNotEqualTo(first);
    boolean margins =
        plan.timings().stream()
            .flatMap(timing -> timing.greens().stream())
            .anyMatch(green -> green.keptPercent() != new Timing.Green(0, 1).keptPercent());
    assertThat(margins).isEqualTo(gapOut);
  }
}
