package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.signals.Intersection.Yield;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** North and south with a left turn that yields, north alone with its turn, the side street. */
class YellowTrapTest {
  private static final List<Stage> STAGES =
      List.of(
          Stage.of("both", "GGgr", 5, 3, 1),
          Stage.of("turn", "rGGr", 5, 3, 1),
          Stage.of("north", "GrrG", 5, 3, 1),
          Stage.of("side", "rrrG", 5, 3, 1));

  private static Intersection site(int... today) {
    return site(new Yield(2, 0, true), today);
  }

  private static Intersection site(Yield yield, int... today) {
    return new Intersection(
        "A",
        "",
        List.of("north", "south", "left", "right"),
        STAGES,
        Intersection.ANY_STAGE,
        Set.of(),
        Set.of(yield),
        Intersection.LONGEST_CYCLE,
        timing(today));
  }

  private static Timing timing(int... stages) {
    return new Timing(
        60, 0, Arrays.stream(stages).mapToObj(it -> new Timing.Green(it, 10)).toList());
  }

  @Test
  void a_turn_whose_opponents_go_on_is_trapped() {
    Intersection site = site(0, 1, 2, 3);

    assertThat(site.yellowTraps(timing(0, 1, 2, 3))).as("it goes on protected").isEmpty();
    assertThat(site.yellowTraps(timing(0, 3))).as("all end at once").isEmpty();
    assertThat(site.newYellowTraps(timing(0, 2, 3))).containsExactly(new Yield(2, 0, true));
  }

  @Test
  void one_of_today_s_is_told_but_is_no_new_one() {
    Intersection site = site(0, 2, 3);

    assertThat(site.yellowTraps(timing(3, 0, 2))).containsExactly(new Yield(2, 0, true));
    assertThat(site.newYellowTraps(timing(3, 0, 2))).isEmpty();
  }

  @Test
  void who_only_comes_into_the_same_street_is_told_too_but_not_refused() {
    Intersection site = site(new Yield(2, 0, false), 0, 1, 2, 3);

    assertThat(site.yellowTraps(timing(0, 2, 3))).hasSize(1);
    assertThat(site.newYellowTraps(timing(0, 2, 3))).isEmpty();
  }

  @Test
  void the_search_breaks_a_hard_constraint_with_a_new_one() {
    SignalNetwork crossings = Crossings.with(60, 40);
    assertThat(broken(crossings, site(0, 1, 2, 3), timing(0, 2, 3))).isEqualTo(1);
    assertThat(broken(crossings, site(0, 2, 3), timing(0, 2, 3))).isZero();
  }

  private static long broken(SignalNetwork crossings, Intersection site, Timing timing) {
    SignalNetwork network =
        new SignalNetwork(
            crossings.links(),
            List.of(),
            List.of(site),
            List.of(),
            List.of(),
            crossings.driving(),
            false,
            crossings.begin(),
            crossings.end());
    Timing summed = Timing.of(site, 0, timing.greens());
    return -SignalScore.of(
            SignalPlan.today(network),
            List.of(summed),
            new QueueModel(network).play(List.of(summed)))
        .hardScore();
  }
}
