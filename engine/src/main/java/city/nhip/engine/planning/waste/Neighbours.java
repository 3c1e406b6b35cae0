package city.nhip.engine.planning.waste;

/**
 * For each stop the stops near it, nearest first. Where windows keep two stops from following each
 * other, or make a truck wait between them, they are farther apart (Vidal et al. 2013).
 */
final class Neighbours {
  private static final double WAITING_WEIGHT = 0.2;
  private static final int INSERT = 40;

  final int width;

  /** So many of the nearest are looked at when a stop is inserted. */
  final int insertWidth;

  /** Of stop u at [u * width, (u + 1) * width). */
  final int[] near;

  /**
   * @param most as many a stop, or all others
   */
  Neighbours(FlatProblem flat, int most, boolean timed) {
    int stops = flat.stops;
    width = Math.max(0, Math.min(most, stops - 1));
    insertWidth = Math.min(width, INSERT);
    near = new int[stops * width];
    long[] nearest = new long[width];
    for (int u = 0; u < stops && width > 0; u++) {
      int count = 0;
      for (int v = 0; v < stops; v++) {
        if (v == u) {
          continue;
        }
        long key = (proximity(flat, u, v, timed) << 24) | v;
        if (count < width) {
          nearest[count++] = key;
          up(nearest, count - 1);
        } else if (key < nearest[0]) {
          nearest[0] = key;
          down(nearest, count);
        }
      }
      for (int k = count; k > 0; k--) {
        near[u * width + k - 1] = (int) (nearest[0] & 0xFFFFFF);
        nearest[0] = nearest[k - 1];
        down(nearest, k - 1);
      }
    }
  }

  private static long proximity(FlatProblem flat, int u, int v, boolean timed) {
    long near = flat.distance(u, v);
    if (timed) {
      near += Math.min(amiss(flat, u, v), amiss(flat, v, u));
    }
    return Math.min(near, (1L << 38) - 1);
  }

  /** Time lost where v follows u: waiting in part, lateness in full. */
  private static long amiss(FlatProblem flat, int u, int v) {
    int onward = flat.service[u] + flat.time(u, v);
    int earliest = flat.windows[flat.windowStart[u]] + onward;
    int latest = flat.windows[flat.windowStart[u + 1] - 1] + onward;
    int opens = flat.windows[flat.windowStart[v]];
    int closes = flat.windows[flat.windowStart[v + 1] - 1];
    return Math.round(WAITING_WEIGHT * Math.max(0, opens - latest))
        + Math.max(0, earliest - closes);
  }

  private static void up(long[] heap, int at) {
    int i = at;
    while (i > 0 && heap[(i - 1) / 2] < heap[i]) {
      long swap = heap[i];
      heap[i] = heap[(i - 1) / 2];
      heap[(i - 1) / 2] = swap;
      i = (i - 1) / 2;
    }
  }

  private static void down(long[] heap, int size) {
    int i = 0;
    while (2 * i + 1 < size) {
      int child = 2 * i + 1;
      if (child + 1 < size && heap[child + 1] > heap[child]) {
        child++;
      }
      if (heap[child] <= heap[i]) {
        return;
      }
      long swap = heap[i];
      heap[i] = heap[child];
      heap[child] = swap;
      i = child;
    }
  }
}
