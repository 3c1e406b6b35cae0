package city.nhip.engine.planning.signals.day;

import java.util.Arrays;

/**
 * Which of the plans found runs in which span: the least sum of what each costs there and of what
 * changes are worth, exactly. So spans that one plan serves as well come together, over midnight
 * too.
 */
final class PlanChoice {
  private PlanChoice() {}

  /**
   * @param cost {@code cost[span][plan]}
   * @param price of a change from one plan to another into each span, into the first one from the
   *     last, in the same unit
   * @return the plan of each span
   */
  static int[] best(double[][] cost, double[] price) {
    double least = Double.POSITIVE_INFINITY;
    int[] best = new int[cost.length];
    for (int first = 0; first < cost[0].length; first++) {
      int[] found = startingWith(first, cost, price);
      double sum = 0;
      for (int span = 0; span < found.length; span++) {
        boolean changes = found[span] != found[(span + found.length - 1) % found.length];
        sum += cost[span][found[span]] + (changes ? price[span] : 0);
      }
      if (sum < least) {
        least = sum;
        best = found;
      }
    }
    return best;
  }

  private static int[] startingWith(int first, double[][] cost, double[] price) {
    int spans = cost.length;
    int plans = cost[0].length;
    double[][] sum = new double[spans][plans];
    int[][] before = new int[spans][plans];
    Arrays.fill(sum[0], Double.POSITIVE_INFINITY);
    sum[0][first] = cost[0][first];
    for (int span = 1; span < spans; span++) {
      for (int plan = 0; plan < plans; plan++) {
        sum[span][plan] = Double.POSITIVE_INFINITY;
        for (int last = 0; last < plans; last++) {
          double with = sum[span - 1][last] + (last == plan ? 0 : price[span]) + cost[span][plan];
          if (with < sum[span][plan]) {
            sum[span][plan] = with;
            before[span][plan] = last;
          }
        }
      }
    }
    int[] chosen = new int[spans];
    double least = Double.POSITIVE_INFINITY;
    for (int plan = 0; plan < plans; plan++) {
      double with = sum[spans - 1][plan] + (plan == first ? 0 : price[0]);
      if (with < least) {
        least = with;
        chosen[spans - 1] = plan;
      }
    }
    for (int span = spans - 1; span > 0; span--) {
      chosen[span - 1] = before[span][chosen[span]];
    }
    return chosen;
  }
}
