package city.nhip.engine.planning.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.solver.SolverConfig;

class StopSavingTest {
  private final SolutionManager<WastePlan, HardMediumSoftLongScore> streams =
      SolutionManager.create(
          SolverFactory.<WastePlan>create(
              new SolverConfig()
                  .withSolutionClass(WastePlan.class)
                  .withEntityClasses(TruckRoute.class)
                  .withConstraintProviderClass(WasteConstraints.class)));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_saving_is_the_score_without_the_stop_less_the_score_with_it(long seed) {
    WastePlan plan = planned(new SmallTowns(seed).full(20, 3), seed);
    long with = soft(plan);
    Map<Integer, StopSaving> savings = StopSaving.of(plan);

    assertThat(savings)
        .hasSizeGreaterThan(10)
        .doesNotContainKeys(plan.leftOut().toArray(Integer[]::new));
    savings.forEach(
        (stop, saving) ->
            assertThat(saving.cost() - leaving(plan, stop))
                .as("stop %d", stop)
                .isEqualTo(soft(without(plan, stop)) - with));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void distance_and_time_are_those_of_the_two_days(long seed) {
    WastePlan plan = planned(new SmallTowns(seed).trips(20, 3), seed);
    StopSaving.of(plan)
        .forEach(
            (stop, saving) -> {
              WastePlan rest = without(plan, stop);
              assertThat(saving.distance()).isEqualTo(distance(plan) - distance(rest));
              assertThat(saving.time()).isEqualTo(ends(plan) - ends(rest));
            });
  }

  @Test
  void the_only_stop_of_a_truck_saves_its_whole_day() {
    WastePlan plan =
        WastePlan.of(new SmallTowns(1).trips(3, 2)).with(List.of(List.of(1), List.of()));
    Timeline day = plan.timelines().get(0);
    assertThat(StopSaving.of(plan))
        .containsOnly(
            Map.entry(
                1,
                new StopSaving(
                    day.distance(),
                    day.end() - plan.problem().trucks().get(0).start().time(),
                    day.cost())));
  }

  private static WastePlan planned(WasteProblem problem, long seed) {
    FlatProblem flat = new FlatProblem(problem);
    RoutesKind kind = RoutesKind.of(flat);
    Annealing annealing =
        new Annealing(kind.make(flat, new Neighbours(flat, 10, true)), seed, true, false);
    for (int i = 0; i < 100; i++) {
      annealing.cool(i / 100.0);
      annealing.step();
    }
    return WastePlan.of(problem).with(annealing.best());
  }

  private static WastePlan without(WastePlan plan, int stop) {
    List<List<Integer>> orders = new ArrayList<>();
    plan.orders()
        .forEach(
            order -> orders.add(order.stream().filter(one -> !Objects.equals(one, stop)).toList()));
    return plan.with(orders);
  }

  private long soft(WastePlan plan) {
    return Optional.ofNullable(streams.update(plan)).orElseThrow().softScore();
  }

  private static long leaving(WastePlan plan, int stop) {
    return plan.problem().stops().get(stop).skip().map(Stop.Skip::cost).orElse(0L);
  }

  private static long distance(WastePlan plan) {
    return plan.timelines().stream().mapToLong(Timeline::distance).sum();
  }

  private static long ends(WastePlan plan) {
    return plan.timelines().stream().mapToLong(Timeline::end).sum();
  }
}
