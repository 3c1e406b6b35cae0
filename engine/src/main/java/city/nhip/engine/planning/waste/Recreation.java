package city.nhip.engine.planning.waste;

/**
 * Puts absent stops back, each at its cheapest place, now and then blind to one (Christiaens and
 * Vanden Berghe 2020). Mutable, for one thread.
 */
final class Recreation {
  private static final int MOST_OLD = 8;

  private final Routes routes;
  private final Dice dice;
  private final boolean timed;
  private final long[] keys;
  private final int[] order;

  Recreation(Routes routes, Dice dice, boolean timed) {
    this.routes = routes;
    this.dice = dice;
    this.timed = timed;
    this.keys = new long[routes.stops];
    this.order = new int[routes.stops];
  }

  /**
   * @param fresh so many stops at the end of the absent ones were just taken out; of the others a
   *     few are tried
   * @param limit gives up where the plan is sure to cost more
   */
  void run(int fresh, double limit) {
    int old = routes.absents - fresh;
    int count = 0;
    if (old > MOST_OLD) {
      for (int i = 0; i < MOST_OLD; i++) {
        int pick = i + dice.below(old - i);
        swap(i, pick);
        order[count++] = routes.absent[i];
      }
    } else {
      for (int i = 0; i < old; i++) {
        order[count++] = routes.absent[i];
      }
    }
    for (int i = old; i < routes.absents; i++) {
      order[count++] = routes.absent[i];
    }
    sort(count);
    long served = routes.cost;
    for (int i = 0; i < count; i++) {
      served -= routes.absentCost[order[i]];
    }
    for (int i = 0; i < count && served < limit; i++) {
      int stop = order[i];
      routes.useful = (long) Math.min(Routes.NEVER, limit - served);
      routes.seek(stop, dice);
      served += routes.foundCost;
      if (routes.found != Routes.NOWHERE) {
        routes.insert(stop, routes.found);
      }
    }
    int left = 0;
    for (int i = 0; i < routes.absents; i++) {
      if (routes.route[routes.absent[i]] == Routes.NOWHERE) {
        routes.absent[left++] = routes.absent[i];
      }
    }
    routes.absents = left;
  }

  private void swap(int i, int j) {
    int kept = routes.absent[i];
    routes.absent[i] = routes.absent[j];
    routes.absent[j] = kept;
  }

  private void sort(int count) {
    int draw = dice.below(timed ? 17 : 11);
    FlatProblem flat = routes.flat;
    int depot = routes.place[routes.start(0)];
    for (int i = 0; i < count; i++) {
      int u = order[i];
      long key;
      if (draw < 4) {
        key = dice.below(1 << 30);
      } else if (draw < 8) {
        key = -flat.volume[u];
      } else if (draw < 10) {
        key = -flat.distance(depot, u);
      } else if (draw < 11) {
        key = flat.distance(depot, u);
      } else if (draw < 13) {
        key = flat.windows[flat.windowStart[u + 1] - 1] - (long) flat.windows[flat.windowStart[u]];
      } else if (draw < 15) {
        key = flat.windows[flat.windowStart[u]];
      } else {
        key = -flat.windows[flat.windowStart[u + 1] - 1];
      }
      if (count <= 64) {
        int j = i;
        while (j > 0 && keys[j - 1] > key) {
          keys[j] = keys[j - 1];
          order[j] = order[j - 1];
          j--;
        }
        keys[j] = key;
        order[j] = u;
      } else {
        keys[i] = key;
      }
    }
    if (count > 64) {
      sortMany(count);
    }
  }

  private void sortMany(int count) {
    int[] sorted =
        java.util.stream.IntStream.range(0, count)
            .boxed()
            .sorted((i, j) -> Long.compare(keys[i], keys[j]))
            .mapToInt(i -> order[i])
            .toArray();
    System.arraycopy(sorted, 0, order, 0, count);
  }
}
