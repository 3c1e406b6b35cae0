package city.nhip.engine.planning.waste;

/** For each stop the stops near it, nearest first; hours play no part. */
final class Neighbours {
  private static final int INSERT = 40;

  /** Where hours rule many of the nearest out. */
  private static final int INSERT_TIMED = 80;

  final int width;

  /** So many of the nearest are looked at when a stop is inserted. */
  final int insertWidth;

  /** Of stop u at [u * width, (u + 1) * width). */
  final int[] near;

  /** As {@link #near}: how far it is there. */
  final int[] ways;

  /**
   * @param most as many a stop, or all others
   */
  Neighbours(FlatProblem flat, int most, boolean timed) {
    int stops = flat.stops;
    width = Math.max(0, Math.min(most, stops - 1));
    insertWidth = Math.min(width, timed ? INSERT_TIMED : INSERT);
    near = new int[stops * width];
    ways = new int[stops * width];
    long[] nearest = new long[width];
    for (int u = 0; u < stops && width > 0; u++) {
      int count = 0;
      for (int v = 0; v < stops; v++) {
        if (v == u) {
          continue;
        }
        long key = ((long) flat.distance(u, v) << 24) | v;
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
        ways[u * width + k - 1] = (int) (nearest[0] >> 24);
        nearest[0] = nearest[k - 1];
        down(nearest, k - 1);
      }
    }
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
