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

class GapOutRunnerTest {
  private static final Intersection SITE =
      new Intersection(
          "A",
          "",
          List.of("main", "turn", "side"),
          List.of(
              Stage.of("main", "Grr", 8, 3, 1),
              Stage.of("turn", "GGr", 5, 3, 1),
              Stage.of("side", "rrG", 6, 3, 1)),
          Intersection.ANY_STAGE,
          Set.of(new Intersection.Conflict(0, 2), new Intersection.Conflict(1, 2)),
          Set.of(),
          Intersection.LONGEST_CYCLE,
          new Timing(40, 0, List.of(green(1, 15), green(2, 17))));

  private static Timing.Green green(int stage, int seconds) {
    return new Timing.Green(stage, seconds, 50);
  }

  private static List<String> shown(GapOutRunner runner, int seconds) {
    List<String> shown = new ArrayList<>();
    for (int second = 0; second < seconds; second++) {
      shown.add(runner.show(second));
    }
    return shown;
  }

  @Test
  void a_green_that_nobody_wants_ends_when_what_is_kept_of_it_is_over() {
    GapOutRunner quiet = new GapOutRunner(SITE, SITE.today(), state -> false);

    assertThat(shown(quiet, 25)).startsWith("GGr").element(8).isEqualTo("yyr");
    assertThat(shown(quiet, 1000).stream().filter("rrG"::equals)).hasSizeBetween(350, 370);
  }

  @Test
  void a_green_with_traffic_lasts_as_planned() {
    GapOutRunner busy = new GapOutRunner(SITE, SITE.today(), state -> true);

    assertThat(shown(busy, 40).stream().filter("GGr"::equals)).hasSize(15);
    assertThat(shown(busy, 40).stream().filter("rrG"::equals)).hasSize(17);
  }

  @Test
  void any_plan_follows_any_other_with_minimum_greens_and_intergreens_kept() {
    Random random = new Random(1);
    GapOutRunner runner = new GapOutRunner(SITE, SITE.today(), state -> random.nextBoolean());
    List<String> shown = new ArrayList<>();
    for (int second = 0; second < 40_000; second++) {
      if (second % 37 == 0) {
        List<Timing.Green> greens = new ArrayList<>();
        if (random.nextBoolean()) {
          greens.add(green(0, 8 + random.nextInt(20)));
        }
        greens.add(green(1, 5 + random.nextInt(20)));
        greens.add(green(2, 6 + random.nextInt(20)));
        runner.change(Timing.of(SITE, 0, greens));
      }
      shown.add(runner.show(second));
    }
    int length = 0;
    for (int second = 1; second < shown.size(); second++) {
      length++;
      String ended = shown.get(second - 1);
      String state = shown.get(second);
      if (!state.equals(ended)) {
        assertThat(ended + " " + state)
            .isIn(
                "GGr yyr", "yyr rrr", "rrr rrG", "rrG rry", "rry rrr", "rrr GGr", "rrr Grr",
                "Grr GGr", "GGr Gyr", "Gyr Grr", "Grr yrr", "yrr rrr");
        int least = ended.contains("y") ? 3 : ended.equals("rrr") ? 1 : 5;
        assertThat(length).as("%s until second %d", ended, second).isGreaterThanOrEqualTo(least);
        length = 0;
      }
    }
    assertThat(shown).contains("Grr", "GGr", "rrG");
  }
}
