package city.nhip.engine.planning.waste;

import java.util.Arrays;

/**
 * For each stop the stops near it, by the shorter of the way there and the way back, nearest first;
 * hours play no part.
 */
final class Neighbours {
  private static final int INSERT = 40;

  /** Where hours rule many of the nearest out. */
  private static final int INSERT_TIMED = 80;

  final int width;

  /** So many of the nearest are looked at when a stop is inserted. */
  final int insertWidth;

  /** Of stop u at [u * width, (u + 1) * width). */
  final int[] near;

  /** As {@link #near}: how far it is there or back, whichever is less. */
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
    long[] nearest = new long[stops * width];
    for (int u = 0; u < stops && width > 0; u++) {
      for (int v = 0; v < u; v++) {
        long way = Math.min(flat.distance(u, v), flat.distanceTo(u, v));
        offer(nearest, u, v, v, way);
        offer(nearest, v, u, u - 1, way);
      }
    }
    for (int u = 0; u < stops; u++) {
      int from = u * width;
      Arrays.sort(nearest, from, from + width);
      for (int k = from; k < from + width; k++) {
        near[k] = (int) (nearest[k] & 0xFFFFFF);
        ways[k] = (int) (nearest[k] >> 24);
      }
    }
  }

  /**
   * To the heap of one stop, of which the farthest comes first.
   *
   * @param before so many others were offered
   */
  private void offer(long[] nearest, int stop, int other, int before, long way) {
    int from = stop * width;
    long key = (way << 24) | other;
    if (before < width) {
      nearest[from + before] = key;
      up(nearest, from, before);
    } else if (key < nearest[from]) {
      nearest[from] = key;
      down(nearest, from);
    }
  }

  private static void up(long[] heap, int from, int at) {
    int i = at;
    while (i > 0 && heap[from + (i - 1) / 2] < heap[from + i]) {
      swap(heap, from + i, from + (i - 1) / 2);
      i = (i - 1) / 2;
    }
  }

  private void down(long[] heap, int from) {
    int i = 0;
    while (2 * i + 1 < width) {
      int child = 2 * i + 1;
      if (child + 1 < width && heap[from + child + 1] > heap[from + child]) {
        child++;
      }
      if (heap[from + child] <= heap[from + i]) {
        return;
      }
      swap(heap, from + i, from + child);
      i = child;
    }
  }

  private static void swap(long[] heap, int i, int j) {
    long kept = heap[i];
    heap[i] = heap[j];
    heap[j] = kept;
  }
}
