package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartByPartTest {
  private final SignalPlan street = SignalPlan.today(Crossings.inARow(7, 700, 250, ""));

  private static List<Timing> found(SignalPlan start, double evaluations) {
    return new PartByPart(start, 3, evaluations, () -> false).timings((timings, score) -> {});
  }

  private static long cost(SignalPlan plan, List<Timing> timings) {
    return new QueueModel(plan.graph()).play(timings).cost();
  }

  @Test
  void a_part_carries_what_the_whole_brings_to_it() {
    int middle = 3;
    QueueModel whole = new QueueModel(street.graph());
    int[][] reached = whole.reached(street.timings());
    whole.play(street.timings());

    SignalNetwork part = NetworkPart.of(street.graph(), List.of(middle, 2, 4), reached);
    QueueModel alone = new QueueModel(part);
    alone.play(part.today());

    assertThat(part.intersections()).extracting(Intersection::id).containsExactly("D", "C", "E");
    int along = 2 * middle;
    int inPart =
        part.movements().stream()
            .map(m -> m.intersection() + ":" + m.signal())
            .toList()
            .indexOf("0:0");
    assertThat(alone.crossed(inPart)).isEqualTo(whole.crossed(along)).isPositive();
    assertThat(alone.delaySeconds(inPart))
        .isCloseTo(whole.delaySeconds(along), within(0.05 * whole.delaySeconds(along) + 60));
  }

  @Test
  void who_is_late_reaches_each_street_after_the_one_before() {
    int[][] reached = new QueueModel(street.graph()).reached(street.timings());
    int[][] unheld = OneByOne.unheld(street.graph());
    for (int v = 0; v < reached.length; v++) {
      assertThat(reached[v][0]).isEqualTo(unheld[v][0]);
      for (int place = 1; place < reached[v].length; place++) {
        assertThat(reached[v][place]).isGreaterThanOrEqualTo(reached[v][place - 1]);
        assertThat(reached[v][place]).isGreaterThanOrEqualTo(unheld[v][place] - 1_000);
      }
    }
  }

  @Test
  void small_networks_are_searched_as_a_whole() {
    assertThat(PartByPart.pays(new LaneGraph(Crossings.with(700, 300)))).isFalse();
    assertThat(PartByPart.pays(street.graph())).isTrue();
  }

  @Test
  void a_street_gets_a_green_wave() {
    List<Timing> found = found(street, 400);

    assertThat(cost(street, found)).isLessThan(cost(street, street.timings()) * 55 / 100);
    assertThat(
            SignalScore.of(street, found, new QueueModel(street.graph()).play(found)).hardScore())
        .isZero();
  }

  @Test
  void a_search_without_evaluations_finds_nothing() {
    assertThat(found(street, 0)).isEqualTo(street.timings());
  }

  @Test
  void pinned_intersections_keep_their_timing() {
    List<Timing> found = found(street.pinned(Set.of("B", "F")), 300);

    assertThat(found.get(1)).isEqualTo(street.timings().get(1));
    assertThat(found.get(5)).isEqualTo(street.timings().get(5));
    assertThat(found).isNotEqualTo(street.timings());
  }

  @Test
  void a_coordination_group_keeps_its_common_cycle() {
    SignalPlan group = SignalPlan.today(Crossings.inARow(7, 700, 250, "main"));

    List<Timing> found = found(group, 300);

    assertThat(found).extracting(Timing::cycle).containsOnly(90);
    assertThat(cost(group, found)).isLessThan(cost(group, group.timings()));
  }

  @Test
  void whoever_watches_sees_it_get_better_and_can_stop_it() {
    List<Long> costs = new ArrayList<>();
    new PartByPart(street, 3, 10_000, () -> costs.size() == 3)
        .timings((timings, score) -> costs.add(-score.softScore()));

    assertThat(costs).hasSize(3).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void one_seed_gives_one_plan_of_many_intersections() {
    List<List<Timing>> plans =
        IntStream.range(0, 2)
            .mapToObj(
                again ->
                    SignalSolver.solve(
                            street,
                            SolveLimits.ofEvaluations(200, 5),
                            SolveControl.UNWATCHED,
                            plan -> new byte[0])
                        .plan()
                        .timings())
            .toList();

    assertThat(plans.get(0)).isEqualTo(plans.get(1));
  }
}
