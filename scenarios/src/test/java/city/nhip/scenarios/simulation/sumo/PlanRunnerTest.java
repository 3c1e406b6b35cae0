package city.nhip.scenarios.simulation.sumo;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.Stage;
import city.nhip.engine.planning.signals.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanRunnerTest {
  private static final Intersection SITE =
      new Intersection(
          "A",
          "",
          List.of("main", "side"),
          List.of(Stage.of("main", "Gr", 8, 3, 1), Stage.of("side", "rG", 6, 3, 1)),
          Intersection.ANY_STAGE,
          Set.of(new Intersection.Conflict(0, 1)),
          Set.of(),
          Intersection.LONGEST_CYCLE,
          new Timing(60, 0, List.of(new Timing.Green(0, 30), new Timing.Green(1, 22))));

  private static Timing timing(int main, int side, int offset) {
    return Timing.of(SITE, offset, List.of(new Timing.Green(0, main), new Timing.Green(1, side)));
  }

  @Test
  void every_change_of_plan_keeps_minimum_greens_and_intergreens() {
    Random random = new Random(1);
    PlanRunner runner = new PlanRunner(SITE, SITE.today(), 0);
    List<String> shown = new ArrayList<>();
    for (int second = 0; second < 40_000; second++) {
      if (second % 97 == 0) {
        runner.change(timing(8 + random.nextInt(40), 6 + random.nextInt(40), random.nextInt(200)));
      }
      shown.add(runner.show(second));
    }
    // from the second green on: the first one began before the record
    int start = shown.indexOf("yr");
    int length = 0;
    for (int i = start + 1; i < shown.size(); i++) {
      length++;
      if (!shown.get(i).equals(shown.get(i - 1))) {
        String ended = shown.get(i - 1);
        assertThat(length)
            .as("%s until second %d", ended, i)
            .isGreaterThanOrEqualTo(
                switch (ended) {
                  case "Gr" -> 8;
                  case "rG" -> 6;
                  case "yr", "ry" -> 3;
                  default -> 1;
                });
        assertThat(ended + " " + shown.get(i))
            .isIn("Gr yr", "yr rr", "rr rG", "rG ry", "ry rr", "rr Gr");
        length = 0;
      }
    }
  }

  @Test
  void a_new_plan_is_reached_within_two_cycles() {
    Timing wanted = timing(20, 12, 7);
    PlanRunner runner = new PlanRunner(SITE, SITE.today(), 0);
    PlanRunner target = new PlanRunner(SITE, wanted, 0);
    for (int second = 0; second < 30; second++) {
      runner.show(second);
      target.show(second);
    }
    runner.change(wanted);
    int differs = 0;
    for (int second = 30; second < 400; second++) {
      differs = runner.show(second).equals(target.show(second)) ? differs : second;
    }

    assertThat(differs).isLessThan(30 + 2 * 60);
  }
}
