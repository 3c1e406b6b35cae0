package city.nhip.engine.planning.signals.day;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.Stage;
import city.nhip.engine.planning.signals.Timing;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two stages with minimum greens of 7 s and 6 s between them. */
class TransitionTest {
  private static final int SIX = 21_600;
  private static final Intersection SITE = site(7);

  private static Intersection site(int minimumGreen) {
    return new Intersection(
        "X",
        "",
        List.of("A", "B"),
        List.of(Stage.of("1", "Gr", minimumGreen, 4, 2), Stage.of("2", "rG", minimumGreen, 4, 2)),
        0,
        Set.of(new Intersection.Conflict(0, 1)),
        Set.of(),
        Intersection.LONGEST_CYCLE,
        timing(24, 24, 0));
  }

  private static Timing timing(int first, int second, int offset) {
    return new Timing(
        first + second + 12,
        offset,
        List.of(new Timing.Green(0, first), new Timing.Green(1, second)));
  }

  @Test
  void who_is_a_little_late_runs_a_shorter_cycle() {
    Transition found = Transition.between(SITE, timing(19, 19, 7), timing(24, 24, 0), SIX);

    assertThat(found.start()).isEqualTo(SIX + 7);
    assertThat(found.cycles()).extracting(Timing::cycle).containsExactly(53);
  }

  @Test
  void who_is_nearly_a_cycle_late_runs_longer_ones() {
    Transition found = Transition.between(SITE, timing(19, 19, 40), timing(24, 24, 0), SIX);

    assertThat(found.cycles()).extracting(Timing::cycle).containsExactly(70, 70);
    assertThat(found.seconds()).isEqualTo(140);
  }

  @Test
  void a_site_without_seconds_to_spare_runs_longer_cycles_only() {
    Transition found = Transition.between(site(24), timing(24, 24, 7), timing(24, 24, 0), SIX);

    assertThat(found.cycles()).extracting(Timing::cycle).allMatch(cycle -> cycle > 60);
  }

  @Test
  void the_same_plan_goes_on_unless_midnight_breaks_its_step() {
    Timing plan = timing(24, 24, 5);
    Timing odd = timing(29, 30, 5);

    assertThat(Transition.between(SITE, plan, plan, SIX).cycles()).isEmpty();
    assertThat(Transition.between(SITE, plan, plan, Transition.DAY).cycles()).isEmpty();
    assertThat(Transition.between(SITE, odd, odd, Transition.DAY).cycles()).isNotEmpty();
  }

  @Test
  void whatever_the_plans_the_new_one_runs_in_step_and_minimum_greens_are_kept() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      Timing old = any(random);
      Timing next = any(random);
      int at = random.nextBoolean() ? Transition.DAY : 900 * random.nextInt(1, 96);

      Transition found = Transition.between(SITE, old, next, at);

      int zero = at == Transition.DAY ? at : 0;
      assertThat((found.start() - old.offset()) % old.cycle()).isZero();
      assertThat(
              Math.floorMod(found.start() + found.seconds() - zero - next.offset(), next.cycle()))
          .isZero();
      assertThat(found.cycles())
          .hasSizeLessThanOrEqualTo(6)
          .allSatisfy(
              cycle -> {
                assertThat(5 * Math.abs(cycle.cycle() - next.cycle()))
                    .isLessThanOrEqualTo(next.cycle());
                assertThat(cycle.greens()).allMatch(green -> green.seconds() >= 7);
              });
    }
  }

  private static Timing any(Random random) {
    Timing one = timing(random.nextInt(9, 64), random.nextInt(9, 64), 0);
    return new Timing(one.cycle(), random.nextInt(one.cycle()), one.greens());
  }
}
