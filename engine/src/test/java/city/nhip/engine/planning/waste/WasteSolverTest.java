package city.nhip.engine.planning.waste;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WasteSolverTest {
  @Test
  void the_score_of_the_constraints_is_the_cost_of_the_search() {
    Solved<WastePlan> solved = solve(new SmallTowns(5).full(40, 5), 2_000, 1);
    assertThat(solved.feasible()).isTrue();
    assertThat(solved.evaluations()).isEqualTo(2_000);
    assertThat(solved.plan().timelines()).allMatch(Timeline::feasible);
  }

  @Test
  void one_seed_gives_one_plan() {
    WasteProblem problem = new SmallTowns(6).full(40, 5);
    assertThat(solve(problem, 1_500, 1).plan().orders())
        .isEqualTo(solve(problem, 1_500, 1).plan().orders());
  }

  @Test
  void one_seed_gives_one_plan_with_two_threads_too() {
    WasteProblem problem = new SmallTowns(6).plain(60, 30, true);
    assertThat(solve(problem, 3_000, 2).plan().orders())
        .isEqualTo(solve(problem, 3_000, 2).plan().orders());
  }

  @Test
  void more_steps_never_make_it_worse_and_many_make_it_better() {
    WasteProblem problem = new SmallTowns(7).plain(60, 30, false);
    long few = distance(solve(problem, 10, 1).plan());
    long many = distance(solve(problem, 5_000, 1).plan());
    assertThat(many).isLessThan(few);
  }

  @Test
  void a_solve_goes_on_from_the_plan_that_it_is_given() {
    WasteProblem problem = new SmallTowns(8).plain(60, 30, true);
    WastePlan good = solve(problem, 4_000, 1).plan();
    Solved<WastePlan> again =
        WasteSolver.solve(
            good, SolveLimits.ofEvaluations(1, 1), SolveControl.UNWATCHED, plan -> new byte[0]);
    assertThat(distance(again.plan())).isLessThanOrEqualTo(distance(good));
  }

  @Test
  void a_stop_is_skipped_where_that_costs_less_than_the_way() {
    WasteProblem town = new SmallTowns(9).plain(1, 1, false);
    Stop stop = town.stops().get(0);
    assertThat(solve(withSkip(town, stop, new Stop.Skip(0, 1)), 5, 1).plan().leftOut())
        .containsExactly(0);
    assertThat(solve(withSkip(town, stop, new Stop.Skip(1, 0)), 5, 1).plan().leftOut()).isEmpty();
  }

  @Test
  void with_a_price_on_trucks_fewer_leave() {
    WasteProblem town = new SmallTowns(10).plain(40, 20, true);
    Truck cheap = town.trucks().get(0);
    Truck dear =
        new Truck(
            cheap.id(),
            cheap.start(),
            cheap.depot(),
            cheap.compartments(),
            cheap.payload(),
            cheap.shift(),
            cheap.limits(),
            new Truck.Prices(1_000_000, 1, 0, 0));
    WasteProblem priced = withTrucks(town, Collections.nCopies(20, dear));
    assertThat(used(solve(priced, 6_000, 1).plan()))
        .isLessThanOrEqualTo(used(solve(town, 6_000, 1).plan()));
    assertThat(solve(priced, 6_000, 1).feasible()).isTrue();
  }

  @Test
  void where_no_truck_is_left_the_plan_says_what_is_unserved() {
    WasteProblem town = new SmallTowns(11).plain(30, 30, false);
    Solved<WastePlan> solved = solve(withTrucks(town, town.trucks().subList(0, 1)), 200, 1);
    assertThat(solved.feasible()).isFalse();
    assertThat(solved.plan().leftOut()).isNotEmpty();
    assertThat(solved.plan().timelines()).allMatch(Timeline::feasible);
  }

  @Test
  void time_ends_a_solve() {
    WasteProblem town = new SmallTowns(12).plain(50, 30, true);
    solve(town, 1, 1);
    Solved<WastePlan> solved =
        WasteSolver.solve(
            WastePlan.of(town),
            SolveLimits.ofTime(Duration.ofMillis(700), 1),
            SolveControl.UNWATCHED,
            plan -> new byte[0]);
    assertThat(solved.feasible()).isTrue();
    assertThat(solved.elapsed()).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void a_cancelled_solve_returns_the_best_so_far() {
    AtomicInteger asked = new AtomicInteger();
    SolveControl control =
        new SolveControl() {
          @Override
          public boolean cancelled() {
            return asked.incrementAndGet() > 3;
          }

          @Override
          public void improved(Supplier<byte[]> artefact, String score) {}
        };
    Solved<WastePlan> solved =
        WasteSolver.solve(
            WastePlan.of(new SmallTowns(13).plain(50, 30, true)),
            new SolveLimits(java.util.Optional.empty(), OptionalLong.of(1_000_000_000), 1, 1),
            control,
            plan -> new byte[0]);
    assertThat(solved.feasible()).isTrue();
    assertThat(solved.evaluations()).isLessThan(10_000);
  }

  private static Solved<WastePlan> solve(WasteProblem problem, long steps, int threads) {
    return WasteSolver.solve(
        WastePlan.of(problem),
        new SolveLimits(java.util.Optional.empty(), OptionalLong.of(steps), 42, threads),
        SolveControl.UNWATCHED,
        plan -> new byte[0]);
  }

  private static WasteProblem withSkip(WasteProblem town, Stop stop, Stop.Skip skip) {
    Stop optional =
        new Stop(
            stop.id(),
            stop.node(),
            stop.stream(),
            stop.volume(),
            stop.mass(),
            stop.service(),
            stop.windows(),
            stop.trucks(),
            java.util.Optional.of(skip),
            stop.habit());
    return new WasteProblem(
        town.name(),
        List.of(optional),
        town.trucks(),
        town.sites(),
        town.matrix(),
        town.congestion());
  }

  private static WasteProblem withTrucks(WasteProblem town, List<Truck> trucks) {
    return new WasteProblem(
        town.name(), town.stops(), trucks, town.sites(), town.matrix(), town.congestion());
  }

  private static long used(WastePlan plan) {
    return plan.orders().stream().filter(order -> !order.isEmpty()).count();
  }

  private static long distance(WastePlan plan) {
    return plan.timelines().stream().mapToLong(Timeline::distance).sum();
  }
}
