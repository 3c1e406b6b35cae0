package city.nhip.engine.planning.waste;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanPoolTest {
  private static final int STOPS = 12;

  /** Around each stop all others, by number. */
  private static PlanPool pool(int most) {
    FlatProblem flat = new FlatProblem(new SmallTowns(3).plain(STOPS, 4, false));
    return new PlanPool(new Neighbours(flat, 10, false), new Dice(1), most);
  }

  private static List<List<Integer>> plan(int turn) {
    return IntStream.range(0, 4)
        .mapToObj(
            truck -> IntStream.range(0, 3).mapToObj(i -> (3 * truck + i + turn) % STOPS).toList())
        .toList();
  }

  @Test
  void the_weakest_leaves_and_none_is_kept_twice() {
    PlanPool pool = pool(2);
    pool.add(new PlanPool.Member(plan(0), 30), null);
    pool.add(new PlanPool.Member(plan(1), 20), null);
    pool.add(new PlanPool.Member(plan(1), 20), null);
    pool.add(new PlanPool.Member(plan(2), 10), null);

    assertThat(pool.bestCost()).isEqualTo(10);
    assertThat(pool.best()).isEqualTo(plan(2));
    pool.add(new PlanPool.Member(plan(0), 40), null);
    assertThat(pool.bestCost()).isEqualTo(10);
  }

  @Test
  void a_child_has_no_stop_twice_and_something_of_both() {
    PlanPool pool = pool(2);
    pool.add(new PlanPool.Member(plan(0), 30), null);
    pool.add(new PlanPool.Member(plan(1), 20), null);
    int mixed = 0;
    for (int i = 0; i < 100; i++) {
      List<List<Integer>> child = pool.child().orders();
      assertThat(child).hasSize(4);
      assertThat(child.stream().flatMap(List::stream).toList()).doesNotHaveDuplicates();
      mixed += child.equals(plan(0)) || child.equals(plan(1)) ? 0 : 1;
    }
    assertThat(mixed).isGreaterThan(50);
  }

  @Test
  void a_pool_whose_children_are_no_better_wants_a_new_plan() {
    PlanPool pool = pool(2);
    pool.add(new PlanPool.Member(plan(0), 30), null);
    pool.add(new PlanPool.Member(plan(1), 20), null);
    for (int i = 0; i < 60; i++) {
      assertThat(pool.exhausted()).isFalse();
      pool.add(new PlanPool.Member(plan(2), 40 + i), pool.child());
    }
    assertThat(pool.exhausted()).isTrue();

    pool.add(new PlanPool.Member(plan(2), 100), null);

    assertThat(pool.exhausted()).isFalse();
    assertThat(pool.bestCost()).isEqualTo(20);
    PlanPool.Child better = pool.child();
    pool.add(new PlanPool.Member(plan(2), 10), better);
    assertThat(pool.bestCost()).isEqualTo(10);
  }

  @Test
  void a_child_takes_its_mothers_place_where_it_is_better() {
    PlanPool pool = pool(3);
    pool.add(new PlanPool.Member(plan(0), 30), null);
    pool.add(new PlanPool.Member(plan(1), 20), null);
    PlanPool.Child child = pool.child();
    while (child.mother().cost() != 20) {
      child = pool.child();
    }

    pool.add(new PlanPool.Member(plan(2), 25), child);
    assertThat(pool.best()).isEqualTo(plan(1));
    pool.add(new PlanPool.Member(plan(2), 10), child);
    assertThat(pool.best()).isEqualTo(plan(2));
    assertThat(pool.child().mother().orders()).isNotEqualTo(plan(1));
  }

  @Test
  void a_search_around_a_child_is_where_it_differs_from_its_mother() {
    PlanPool pool = pool(2);
    pool.add(new PlanPool.Member(plan(0), 30), null);
    pool.add(new PlanPool.Member(plan(1), 20), null);
    PlanPool.Child child = pool.child();
    for (int truck = 0; truck < 4; truck++) {
      List<Integer> was = child.mother().orders().get(truck);
      if (!child.orders().contains(was)) {
        assertThat(child.around()).contains(was.stream().mapToInt(stop -> stop).toArray());
      }
    }
  }

  @Test
  void a_long_search_of_starts_and_children_is_no_worse_than_a_short_one() {
    WasteProblem problem = new SmallTowns(7).plain(20, 10, true);
    long few = cost(problem, 5_000);
    assertThat(cost(problem, 1_000_000)).isLessThanOrEqualTo(few);
  }

  @Test
  void the_more_stops_the_more_steps_a_stop_it_takes_until_a_pool_pays() {
    assertThat(Annealing.starts(40_000, 300)).isEqualTo(10);
    assertThat(Annealing.starts(40_000, 1_000)).isEqualTo(1);
    assertThat(Annealing.starts(100_000, 1_000)).isEqualTo(10);
    assertThat(Annealing.starts(20_000, 100)).isEqualTo(1);
  }

  private static long cost(WasteProblem problem, int steps) {
    return WasteSolver.solve(
            WastePlan.of(problem),
            SolveLimits.ofEvaluations(steps, 1),
            SolveControl.UNWATCHED,
            plan -> new byte[0])
        .plan()
        .timelines()
        .stream()
        .mapToLong(Timeline::distance)
        .sum();
  }
}
