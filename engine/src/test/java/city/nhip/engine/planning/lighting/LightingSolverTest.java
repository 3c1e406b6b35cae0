package city.nhip.engine.planning.lighting;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LightingSolverTest {
  @Test
  void on_200_small_nights_the_bound_is_never_above_the_proven_optimum_nor_the_plan_below_it() {
    Random random = new Random(20);
    int optimal = 0;
    for (int i = 0; i < 200; i++) {
      LightingProblem night = SmallNights.night(random, 2 + i % 2, 6, 3);
      long optimum = Exhaustive.optimum(night).orElseThrow();

      LightingSolution solution = solve(night, 2_000, 1);

      assertThat(solution.feasible()).as("night %d", i).isTrue();
      assertThat(Exhaustive.feasible(night, solution.levels())).as("night %d", i).isTrue();
      assertThat(solution.value()).isEqualTo(night.objective(solution.levels()));
      assertThat(solution.bound()).as("night %d", i).isLessThanOrEqualTo(optimum);
      assertThat(solution.value()).as("night %d", i).isGreaterThanOrEqualTo(optimum);
      optimal += solution.value() == optimum ? 1 : 0;
    }
    assertThat(optimal).isGreaterThanOrEqualTo(190);
  }

  @Test
  void the_same_seed_gives_the_same_plan_on_two_threads() {
    LightingProblem night = SmallNights.night(new Random(5), 12, 24, 5);

    LightingSolution once = solve(night, 20_000, 2);
    LightingSolution again = solve(night, 20_000, 2);

    assertThat(again.levels()).isDeepEqualTo(once.levels());
    assertThat(again.bound()).isEqualTo(once.bound());
  }

  @Test
  void a_time_limit_is_kept() {
    LightingProblem night = SmallNights.night(new Random(6), 12, 24, 5);

    LightingSolution solution =
        LightingSolver.solve(
            night,
            Optional.empty(),
            SolveLimits.ofTime(Duration.ofMillis(700), 1),
            SolveControl.UNWATCHED,
            plan -> new byte[0]);

    assertThat(solution.feasible()).isTrue();
    assertThat(solution.elapsed()).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void an_amended_plan_leaves_the_past_and_most_groups_as_they_were() {
    LightingProblem night = SmallNights.night(new Random(7), 40, 24, 5);
    byte[][] inForce = solve(night, 60_000, 1).levels();
    int now = 6;
    LightingProblem curtailed = curtailed(frozen(night, inForce, now), inForce, now + 2, 0.98, 40);

    LightingSolution amended =
        LightingSolver.amend(
            curtailed,
            inForce,
            SolveLimits.ofEvaluations(40_000, 1),
            SolveControl.UNWATCHED,
            plan -> new byte[0]);

    assertThat(amended.feasible()).isTrue();
    assertThat(Exhaustive.feasible(curtailed, amended.levels())).isTrue();
    assertThat(Exhaustive.feasible(curtailed, inForce)).isFalse();
    int changed = 0;
    for (int g = 0; g < inForce.length; g++) {
      assertThat(Arrays.copyOf(amended.levels()[g], now)).isEqualTo(Arrays.copyOf(inForce[g], now));
      changed += Arrays.equals(amended.levels()[g], inForce[g]) ? 0 : 1;
    }
    assertThat(changed).isBetween(1, 10);
  }

  @Test
  void a_call_is_shed_by_few_groups_of_its_zone_and_too_much_of_one_as_far_as_all_else_allows() {
    LightingProblem night = SmallNights.night(new Random(7), 40, 24, 5);
    byte[][] inForce = solve(night, 30_000, 1).levels();
    int now = 6;
    LightingProblem begun = frozen(night, inForce, now);
    LightingProblem little = curtailed(begun, inForce, now + 2, 0.96, 24);
    LightingProblem much = curtailed(begun, inForce, now + 2, 0, 24);
    SolveLimits limits = SolveLimits.ofEvaluations(20_000, 1);

    LightingSolution shed =
        LightingSolver.shed(little, inForce, limits, SolveControl.UNWATCHED, levels -> new byte[0]);
    LightingSolution most =
        LightingSolver.shed(much, inForce, limits, SolveControl.UNWATCHED, levels -> new byte[0]);

    assertThat(Exhaustive.feasible(little, inForce)).isFalse();
    assertThat(shed.feasible()).isTrue();
    assertThat(Exhaustive.feasible(little, shed.levels())).isTrue();
    int changed = 0;
    for (int g = 0; g < inForce.length; g++) {
      changed += Arrays.equals(shed.levels()[g], inForce[g]) ? 0 : 1;
      assertThat(g < 24 || Arrays.equals(shed.levels()[g], inForce[g])).isTrue();
    }
    assertThat(changed).isBetween(1, 6);
    assertThat(most.feasible()).isFalse();
    assertThat(Exhaustive.feasible(begun, most.levels())).isTrue();
    assertThat(Exhaustive.feasible(little, most.levels())).isTrue();
  }

  @Test
  void a_night_that_nothing_can_light_within_its_limits_is_called_infeasible() {
    LightingProblem night = SmallNights.night(new Random(8), 3, 6, 3);
    List<Coupling> limits = new ArrayList<>(night.couplings());
    int[][] watts = night.groups().stream().map(ControlGroup::watts).toArray(int[][]::new);
    limits.add(new Coupling("curtailment", "off", 0, 2, new int[] {0, 1, 2}, watts, new long[2]));

    LightingSolution solution = solve(with(night, night.groups(), limits), 3_000, 1);

    assertThat(solution.feasible()).isFalse();
    assertThat(solution.levels()).hasDimensions(3, 6);
  }

  private static LightingSolution solve(LightingProblem night, long evaluations, int threads) {
    return LightingSolver.solve(
        night,
        Optional.empty(),
        new SolveLimits(Optional.empty(), OptionalLong.of(evaluations), 1, threads),
        SolveControl.UNWATCHED,
        plan -> new byte[0]);
  }

  private static LightingProblem frozen(LightingProblem night, byte[][] plan, int now) {
    List<ControlGroup> groups = new ArrayList<>();
    for (int g = 0; g < plan.length; g++) {
      long[][] extra = new long[night.slots()][night.percents().length];
      for (int t = 0; t < now; t++) {
        Arrays.fill(extra[t], ControlGroup.NEVER);
        extra[t][plan[g][t]] = 0;
      }
      ControlGroup group = night.groups().get(g);
      groups.add(
          new ControlGroup(
              group.id(),
              group.cabinet(),
              group.watts(),
              group.centilux(),
              group.required(),
              group.floor(),
              group.maxChanges(),
              group.minDwell(),
              group.rampUp(),
              group.rampDown(),
              group.changeCost(),
              group.shortfallCost(),
              extra));
    }
    return with(night, groups, night.couplings());
  }

  private static LightingProblem curtailed(
      LightingProblem night, byte[][] plan, int from, double share, int members) {
    int[] all = new int[members];
    Arrays.setAll(all, g -> g);
    int[][] watts =
        night.groups().stream().limit(members).map(ControlGroup::watts).toArray(int[][]::new);
    long[] limits = new long[4];
    for (int t = 0; t < limits.length; t++) {
      for (int g : all) {
        limits[t] += watts[g][plan[g][from + t]];
      }
      limits[t] = (long) (share * limits[t]);
    }
    List<Coupling> couplings = new ArrayList<>(night.couplings());
    couplings.add(
        new Coupling("curtailment", "called", from, from + limits.length, all, watts, limits));
    return with(night, night.groups(), couplings);
  }

  private static LightingProblem with(
      LightingProblem night, List<ControlGroup> groups, List<Coupling> couplings) {
    return new LightingProblem(
        night.name(),
        night.slots(),
        night.slotMinutes(),
        night.percents(),
        night.costPerWattSlot(),
        night.shortfallMultiplier(),
        groups,
        couplings);
  }
}
