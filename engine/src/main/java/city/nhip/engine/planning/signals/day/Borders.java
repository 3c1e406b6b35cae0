package city.nhip.engine.planning.signals.day;

import city.nhip.engine.planning.signals.HcmDelay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Where a day is best cut into periods. A period costs the delay that Webster's plan for its mean
 * flows gives to each of its quarters, by the Highway Capacity Manual's formulas; a dynamic
 * programme finds the least sum exactly for each number of periods. Another period is taken as long
 * as it saves more than a change is worth.
 */
final class Borders {
  private static final int LEAST_PERIODS = 3;
  private static final int MOST_PERIODS = 8;

  /** Of a period, quarters of an hour. */
  private static final int SHORTEST = 4;

  /**
   * What a change of plans is worth, of the day's delay: for some minutes intersections run out of
   * step, and somebody has to look after one more plan.
   */
  private static final double PRICE_OF_A_CHANGE = 0.005;

  private Borders() {}

  /**
   * @return quarters of the day, from 0 to 96, both named
   */
  static List<Integer> of(DayCounts counts, HcmDelay delay) {
    double[][] cost = costs(counts, delay);
    int end = DayCounts.QUARTERS;
    double[][] least = new double[MOST_PERIODS + 1][end + 1];
    int[][] start = new int[MOST_PERIODS + 1][end + 1];
    for (double[] row : least) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    least[0][0] = 0;
    for (int periods = 1; periods <= MOST_PERIODS; periods++) {
      for (int to = SHORTEST; to <= end; to++) {
        for (int from = 0; from <= to - SHORTEST; from++) {
          double sum = least[periods - 1][from] + cost[from][to];
          if (sum < least[periods][to]) {
            least[periods][to] = sum;
            start[periods][to] = from;
          }
        }
      }
    }
    int best = LEAST_PERIODS;
    double price = PRICE_OF_A_CHANGE * cost[0][end];
    for (int periods = LEAST_PERIODS + 1; periods <= MOST_PERIODS; periods++) {
      if (least[periods][end] + periods * price < least[best][end] + best * price) {
        best = periods;
      }
    }
    List<Integer> borders = new ArrayList<>(List.of(end));
    for (int periods = best; periods > 0; periods--) {
      borders.add(start[periods][borders.get(borders.size() - 1)]);
    }
    Collections.reverse(borders);
    return borders;
  }

  /**
   * @return vehicle-hours of delay by first quarter and end of a period
   */
  private static double[][] costs(DayCounts counts, HcmDelay delay) {
    int end = DayCounts.QUARTERS;
    double[][] cost = new double[end][end + 1];
    for (int from = 0; from < end; from++) {
      for (int to = from + SHORTEST; to <= end; to++) {
        HcmDelay.Costs plan = delay.costs(delay.timings(counts.mean(from, to)));
        for (int quarter = from; quarter < to; quarter++) {
          cost[from][to] += plan.vehicleHours(counts.flows()[quarter]);
        }
      }
    }
    return cost;
  }
}
