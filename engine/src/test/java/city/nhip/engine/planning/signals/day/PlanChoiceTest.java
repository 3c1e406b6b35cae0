package city.nhip.engine.planning.signals.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanChoiceTest {
  private static final double[] FREE = {0, 0, 0};
  private static final double[] DEAR = {9, 9, 9};

  private static final double[][] COST = {{10, 12}, {11, 10}, {10, 12}};

  @Test
  void where_changes_are_free_every_span_gets_its_own_best() {
    assertThat(PlanChoice.best(COST, FREE)).containsExactly(0, 1, 0);
  }

  @Test
  void a_plan_that_serves_neighbours_nearly_as_well_is_worth_no_change() {
    assertThat(PlanChoice.best(COST, DEAR)).containsExactly(0, 0, 0);
  }

  @Test
  void the_change_at_midnight_has_its_price_too() {
    double[][] cost = {{10, 12}, {20, 10}};

    assertThat(PlanChoice.best(cost, new double[] {1, 0.5})).containsExactly(0, 1);
    assertThat(PlanChoice.best(cost, new double[] {2, 0.5})).containsExactly(1, 1);
  }

  @Test
  void no_other_choice_of_a_random_day_costs_less() {
    Random random = new Random(7);
    for (int day = 0; day < 200; day++) {
      double[][] cost = new double[4][3];
      double[] price = new double[4];
      for (int span = 0; span < 4; span++) {
        price[span] = random.nextInt(6);
        for (int plan = 0; plan < 3; plan++) {
          cost[span][plan] = random.nextInt(10);
        }
      }
      double found = sum(PlanChoice.best(cost, price), cost, price);

      for (int code = 0; code < 81; code++) {
        int[] other = {code % 3, code / 3 % 3, code / 9 % 3, code / 27};
        assertThat(found).isLessThanOrEqualTo(sum(other, cost, price));
      }
    }
  }

  private static double sum(int[] chosen, double[][] cost, double[] price) {
    double sum = 0;
    for (int span = 0; span < chosen.length; span++) {
      boolean changes = chosen[span] != chosen[(span + chosen.length - 1) % chosen.length];
      sum += cost[span][chosen[span]] + (changes ? price[span] : 0);
    }
    return sum;
  }
}
