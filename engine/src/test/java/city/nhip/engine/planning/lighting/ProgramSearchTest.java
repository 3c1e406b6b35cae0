package city.nhip.engine.planning.lighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProgramSearchTest {
  @Test
  void the_program_is_the_best_of_all_that_the_controller_can_hold() {
    Random random = new Random(3);
    for (int i = 0; i < 150; i++) {
      LightingProblem problem = SmallNights.night(random, 1, 7, 3);
      NightLayout night = new NightLayout(problem);
      byte[] program = new byte[7];

      double value =
          new ProgramSearch(night).solve(problem.groups().get(0), night.cost[0], program);

      assertThat(value).isEqualTo((double) Exhaustive.cheapest(problem, 0));
      assertThat(Exhaustive.holds(problem.groups().get(0), program)).isTrue();
      assertThat(problem.objective(new byte[][] {program})).isEqualTo((long) value);
    }
  }
}
