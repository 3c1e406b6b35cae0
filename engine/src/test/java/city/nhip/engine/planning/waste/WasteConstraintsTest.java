package city.nhip.engine.planning.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;

class WasteConstraintsTest {
  private final ConstraintVerifier<WasteConstraints, WastePlan> verifier =
      ConstraintVerifier.create(
          new SolverConfig()
              .withSolutionClass(WastePlan.class)
              .withEntityClasses(TruckRoute.class)
              .withConstraintProviderClass(WasteConstraints.class));

  @ParameterizedTest
  @EnumSource(HardRule.class)
  void a_rule_is_kept(HardRule rule) {
    verifier
        .verifyThat((constraints, factory) -> constraints.broken(factory, rule))
        .given(route(Map.of(), Map.of()), leftOut(Optional.empty()))
        .penalizesBy(0);
  }

  @ParameterizedTest
  @EnumSource(HardRule.class)
  void a_rule_is_broken_by_as_much_as_the_day_says(HardRule rule) {
    verifier
        .verifyThat((constraints, factory) -> constraints.broken(factory, rule))
        .given(route(Map.of(rule, 7L), Map.of()))
        .penalizesBy(7);
  }

  @ParameterizedTest
  @EnumSource(CostKind.class)
  void a_day_costs_what_it_says(CostKind kind) {
    verifier
        .verifyThat((constraints, factory) -> constraints.cost(factory, kind))
        .given(route(Map.of(), Map.of(kind, 90L)))
        .penalizesBy(90);
  }

  @Test
  void a_stop_that_must_be_served_is_left_out() {
    verifier.verifyThat(WasteConstraints::unserved).given(leftOut(Optional.empty())).penalizesBy(1);
  }

  @Test
  void a_stop_that_may_be_skipped_breaks_nothing_hard() {
    verifier
        .verifyThat(WasteConstraints::unserved)
        .given(leftOut(Optional.of(new Stop.Skip(3, 40))))
        .penalizesBy(0);
  }

  @Test
  void a_skipped_stop_counts_its_expected_overflow() {
    verifier
        .verifyThat(WasteConstraints::overflow)
        .given(leftOut(Optional.of(new Stop.Skip(3, 40))))
        .penalizesBy(3);
  }

  @Test
  void a_skipped_stop_costs_its_risk() {
    verifier
        .verifyThat(WasteConstraints::risk)
        .given(leftOut(Optional.of(new Stop.Skip(3, 40))))
        .penalizesBy(40);
  }

  @Test
  void the_constraints_measure_a_plan_as_its_days_do() {
    WasteProblem problem = new SmallTowns(3).full(12, 3);
    WastePlan plan = WastePlan.of(problem).with(List.of(List.of(0, 1, 2), List.of(3), List.of()));
    long hard = plan.leftOut().stream().filter(u -> skip(problem, u).isEmpty()).count();
    long medium = 0;
    long soft = 0;
    for (int u : plan.leftOut()) {
      medium += skip(problem, u).map(Stop.Skip::penalty).orElse(0L);
      soft += skip(problem, u).map(Stop.Skip::cost).orElse(0L);
    }
    for (Timeline day : plan.timelines()) {
      hard += day.broken().values().stream().mapToLong(Long::longValue).sum();
      soft += day.cost();
    }
    verifier
        .verifyThat()
        .givenSolution(plan)
        .scores(
            org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.of(
                -hard, -medium, -soft));
    assertThat(plan.leftOut()).hasSize(8);
  }

  private static Optional<Stop.Skip> skip(WasteProblem problem, int stop) {
    return problem.stops().get(stop).skip();
  }

  private static TruckRoute route(Map<HardRule, Long> broken, Map<CostKind, Long> costs) {
    return TruckRoute.of(0, List.of(), new Timeline(0, List.of(), 0, 0, 0, 0, broken, costs));
  }

  private static TruckRoute leftOut(Optional<Stop.Skip> skip) {
    Stop stop =
        new Stop("s", 0, 0, 1, 0, 0, List.of(new Window(0, 1)), List.of(), skip, Optional.empty());
    return TruckRoute.leftOut(List.of(new PlannedStop(0, stop)));
  }
}
