package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;

class NightConstraintsTest {
  private static final int[] WATTS = {20, 60, 100};
  private static final int[] CENTILUX = {300, 800, 1_000};

  private final ConstraintVerifier<NightConstraints, NightPlan> verifier =
      ConstraintVerifier.build(new NightConstraints(), NightPlan.class, GroupProgram.class);

  @Test
  void floor_is_kept_at_it_and_broken_below() {
    kept(NightConstraints::floor, "111111");
    broken(NightConstraints::floor, 2, "001111");
  }

  @Test
  void a_fixed_slot_is_kept_at_its_level_and_broken_at_any_other() {
    kept(NightConstraints::fixed, "211111");
    broken(NightConstraints::fixed, 1, "111111");
  }

  @Test
  void ramp_is_kept_by_single_steps_and_broken_by_a_double_one() {
    kept(NightConstraints::ramp, "221100");
    broken(NightConstraints::ramp, 1, "002222");
  }

  @Test
  void dwell_is_kept_by_runs_of_two_and_broken_by_one_slot() {
    kept(NightConstraints::dwell, "112211");
    broken(NightConstraints::dwell, 2, "122221");
  }

  @Test
  void changes_are_kept_at_the_most_and_broken_above() {
    kept(NightConstraints::changes, "112211");
    broken(NightConstraints::changes, 1, "110122");
  }

  @Test
  void adjacency_is_kept_within_a_factor_of_two_and_broken_beyond() {
    Coupling factor = pair("adjacency", times(CENTILUX, 100), times(CENTILUX, -200), new long[6]);
    together(NightConstraints::adjacency, factor, 0, "222222", "111111");
    together(NightConstraints::adjacency, factor, 4, "222222", "110000");
  }

  @Test
  void junction_is_kept_by_enough_light_of_all_arms_and_broken_by_less() {
    long[] needed = new long[6];
    Arrays.fill(needed, -1_600);
    Coupling lit = pair("junction", times(CENTILUX, -1), times(CENTILUX, -1), needed);
    together(NightConstraints::junction, lit, 0, "111111", "111111");
    together(NightConstraints::junction, lit, 1, "111111", "011111");
  }

  @Test
  void cabinet_curtailment_and_budget_are_kept_at_the_limit_and_broken_above() {
    long[] caps = new long[6];
    Arrays.fill(caps, 120);
    Coupling cabinet = pair("cabinet", WATTS, WATTS, caps);
    together(NightConstraints::cabinet, cabinet, 0, "111111", "111111");
    together(NightConstraints::cabinet, cabinet, 2, "111111", "221111");
    Coupling event =
        new Coupling(
            "curtailment",
            "E",
            2,
            4,
            new int[] {0, 1},
            new int[][] {WATTS, WATTS},
            new long[] {120, 120});
    together(NightConstraints::curtailment, event, 0, "221122", "221122");
    together(NightConstraints::curtailment, event, 2, "222222", "111111");
    Coupling budget = pair("budget", WATTS, WATTS, new long[] {720});
    together(NightConstraints::budget, budget, 0, "111111", "111111");
    together(NightConstraints::budget, budget, 1, "111111", "111122");
  }

  @Test
  void energy_is_what_each_slot_takes_at_its_price() {
    verifier
        .verifyThat(NightConstraints::energy)
        .given(program(night(List.of()), 0, "112211"))
        .penalizesBy(60 * (1 + 2 + 5 + 6) + 100 * (3 + 4));
  }

  @Test
  void switching_costs_each_change() {
    verifier
        .verifyThat(NightConstraints::switching)
        .given(program(night(List.of()), 0, "112211"))
        .penalizesBy(2 * 7);
  }

  @Test
  void light_below_the_class_costs_more_the_further_it_is() {
    verifier
        .verifyThat(NightConstraints::shortfall)
        .given(program(night(List.of()), 0, "001122"))
        .penalizesBy(1_000 * (3 + 3 + 1 + 1));
  }

  @Test
  void leaving_the_plan_in_force_weighs() {
    verifier
        .verifyThat(NightConstraints::stability)
        .given(program(night(List.of()), 0, "222222"))
        .penalizesBy(9);
  }

  private void kept(
      BiFunction<NightConstraints, ConstraintFactory, Constraint> constraint, String levels) {
    verifier.verifyThat(constraint).given(program(night(List.of()), 0, levels)).penalizesBy(0);
  }

  private void broken(
      BiFunction<NightConstraints, ConstraintFactory, Constraint> constraint,
      int times,
      String levels) {
    verifier.verifyThat(constraint).given(program(night(List.of()), 0, levels)).penalizesBy(times);
  }

  private void together(
      BiFunction<NightConstraints, ConstraintFactory, Constraint> constraint,
      Coupling limit,
      int rows,
      String one,
      String other) {
    LightingProblem night = night(List.of(limit));
    List<Object> facts = new ArrayList<>(LimitShare.of(night));
    facts.add(program(night, 0, one));
    facts.add(program(night, 1, other));
    verifier.verifyThat(constraint).given(facts.toArray()).penalizesBy(rows);
  }

  private static Coupling pair(String kind, int[] one, int[] other, long[] limits) {
    return new Coupling(kind, "C", 0, 6, new int[] {0, 1}, new int[][] {one, other}, limits);
  }

  private static int[] times(int[] values, int factor) {
    return Arrays.stream(values).map(value -> factor * value).toArray();
  }

  private static GroupProgram program(LightingProblem night, int index, String levels) {
    byte[] program = new byte[levels.length()];
    for (int t = 0; t < program.length; t++) {
      program[t] = (byte) (levels.charAt(t) - '0');
    }
    return new GroupProgram(night, index, new Program(program));
  }

  /** Slot 0 is fixed at the highest level; the last slot has a stability cost there. */
  private static LightingProblem night(List<Coupling> couplings) {
    long[][] extra = new long[6][3];
    extra[0] = new long[] {ControlGroup.NEVER, ControlGroup.NEVER, 0};
    extra[5] = new long[] {0, 0, 9};
    List<ControlGroup> groups = new ArrayList<>();
    for (int g = 0; g < 2; g++) {
      groups.add(
          new ControlGroup(
              "G" + g,
              0,
              WATTS,
              CENTILUX,
              new int[] {2, 2, 2, 2, 2, 2},
              new int[] {1, 1, 0, 0, 0, 0},
              2,
              2,
              1,
              2,
              7,
              1_000,
              extra));
    }
    return new LightingProblem(
        "n",
        6,
        15,
        new int[] {30, 60, 100},
        new int[] {1, 2, 3, 4, 5, 6},
        new int[] {0, 1, 3},
        groups,
        couplings);
  }
}
