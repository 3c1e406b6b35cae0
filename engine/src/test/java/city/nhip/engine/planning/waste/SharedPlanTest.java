package city.nhip.engine.planning.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedPlanTest {
  @Test
  void routes_that_are_held_stay_as_they_are() {
    WasteProblem problem = new SmallTowns(1).plain(60, 30, false);
    Annealing chain = chain(problem);
    List<List<Integer>> plan = chain.current();
    boolean[] held = new boolean[30];
    for (int truck = 0; truck < held.length; truck += 2) {
      held[truck] = true;
    }
    chain.share(plan, plan, held, true);
    steps(chain, 2_000);
    List<List<Integer>> after = chain.current();
    for (int truck = 0; truck < held.length; truck += 2) {
      assertThat(after.get(truck)).isEqualTo(plan.get(truck));
    }
    assertThat(after).isNotEqualTo(plan);
    chain.share(after, after, new boolean[30], true);
    steps(chain, 2_000);
    assertThat(IntStream.range(0, 30).filter(t -> t % 2 == 0))
        .anyMatch(truck -> !chain.current().get(truck).equals(plan.get(truck)));
  }

  @ParameterizedTest
  @CsvSource({"2, 30", "3, 30", "3, 7", "4, 5"})
  void parts_put_together_are_one_plan_that_costs_what_they_say(int threads, int trucks) {
    WastePlan start = WastePlan.of(new SmallTowns(threads).plain(60, trucks, false));
    WasteSearch search =
        new WasteSearch(start, 5, threads, System::nanoTime, 0, 0, 12_000L * threads, false);
    for (int slice = 1; slice <= 40; slice++) {
      search.run(slice / 40.0, () -> false);
      List<List<Integer>> best = search.best().best();
      List<Integer> served = best.stream().flatMap(List::stream).toList();
      assertThat(served).doesNotHaveDuplicates();
      assertThat(search.best().bestCost()).isEqualTo(costOf(start.problem(), best));
    }
    assertThat(search.steps()).isEqualTo(12_000L * threads);
    assertThat(search.best().canShare()).isTrue();
  }

  @Test
  void what_finds_no_truck_is_left_to_one_chain() {
    WastePlan start = WastePlan.of(new SmallTowns(2).plain(60, 5, false));
    FlatProblem flat = start.flat();
    List<Annealing> chains = List.of(chain(start.problem()), chain(start.problem()));
    SharedPlan shared = new SharedPlan(chains, flat, 1, chains.get(0));
    for (int round = 0; round < 20; round++) {
      shared.divide();
      long before = chains.get(0).bestCost();
      chains.forEach(chain -> steps(chain, 100));
      shared.unite(before);
      List<List<Integer>> plan = chains.get(0).current();
      assertThat(chains.get(1).current()).isEqualTo(plan);
      assertThat(plan.stream().flatMap(List::stream)).doesNotHaveDuplicates();
      assertThat(plan.stream().mapToInt(List::size).sum()).isBetween(1, 59);
    }
  }

  private static Annealing chain(WasteProblem problem) {
    FlatProblem flat = new FlatProblem(problem);
    RoutesKind kind = RoutesKind.of(flat);
    Neighbours neighbours = new Neighbours(flat, 150, kind.timed());
    Annealing chain = new Annealing(kind.make(flat, neighbours), 1, kind.timed(), false);
    steps(chain, 500);
    return chain;
  }

  private static void steps(Annealing chain, int steps) {
    chain.cool(0.5);
    for (int i = 0; i < steps; i++) {
      chain.step();
    }
  }

  /** By a fresh start from these routes. */
  private static long costOf(WasteProblem problem, List<List<Integer>> orders) {
    FlatProblem flat = new FlatProblem(problem);
    RoutesKind kind = RoutesKind.of(flat);
    Routes routes = kind.make(flat, new Neighbours(flat, 150, kind.timed()));
    List<List<Integer>> all = new ArrayList<>(orders);
    all.addAll(Collections.nCopies(problem.trucks().size() - orders.size(), List.of()));
    routes.load(all);
    return routes.cost;
  }
}
