package city.nhip.engine.planning.lighting;

/**
 * The cheapest combination of arms' levels that lights a crossing enough in one slot, where each
 * arm's levels cost more the brighter. Keeps its arrays; one thread.
 */
final class CrossingSearch {
  private final int levels;
  private final int[] chosen = new int[Crossing.MOST_ARMS];
  final int[] best = new int[Crossing.MOST_ARMS];
  private double value;
  private final long[] brightest = new long[Crossing.MOST_ARMS + 1];

  CrossingSearch(int levels) {
    this.levels = levels;
  }

  /**
   * @param prices by arm x levels + level: what the step up to that level costs, 0 or above
   * @param offset where the slot's prices begin
   * @return the least cost; {@link #best} has the levels
   */
  double solve(Crossing crossing, int t, LevelRange range, double[] prices, int offset) {
    value = Double.POSITIVE_INFINITY;
    int arms = crossing.groups.length;
    brightest[arms] = 0;
    for (int arm = arms - 1; arm >= 0; arm--) {
      brightest[arm] =
          brightest[arm + 1] + crossing.light[arm][range.highest[crossing.groups[arm]][t]];
    }
    search(crossing, t, range, prices, offset, 0, crossing.needed[t - crossing.from], 0);
    return value;
  }

  private void search(
      Crossing crossing,
      int t,
      LevelRange range,
      double[] prices,
      int offset,
      int arm,
      long needed,
      double paid) {
    if (paid >= value) {
      return;
    }
    int g = crossing.groups[arm];
    int[] light = crossing.light[arm];
    boolean last = arm == crossing.groups.length - 1;
    double sum = paid;
    int highest = range.highest[g][t];
    for (int l = range.lowest[g][t]; l <= highest; l++) {
      if (l > range.lowest[g][t]) {
        sum += prices[offset + arm * levels + l];
      }
      if (light[l] + brightest[arm + 1] < needed) {
        continue;
      }
      chosen[arm] = l;
      if (!last) {
        search(crossing, t, range, prices, offset, arm + 1, needed - light[l], sum);
      } else if (sum < value) {
        value = sum;
        System.arraycopy(chosen, 0, best, 0, crossing.groups.length);
      }
      if (last) {
        return;
      }
    }
  }
}
