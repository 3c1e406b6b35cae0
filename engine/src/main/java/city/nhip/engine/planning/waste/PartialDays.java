package city.nhip.engine.planning.waste;

import java.util.Arrays;

/** Days driven up to some place, a row each, over arrays. Mutable, for one thread. */
class PartialDays {
  static final int COMPARTMENTS = 4;

  int count;

  /** The day that it goes on from, or below 0. */
  int[] parent = new int[0];

  /** Of its last visit. */
  int[] code = new int[0];

  int[] place = new int[0];
  int[] time = new int[0];
  int[] driven = new int[0];

  /** Since the last stop. */
  int[] tips = new int[0];

  boolean[] rested = new boolean[0];

  /** By how much it breaks its rules. */
  long[] broken = new long[0];

  long[] cost = new long[0];

  /** By day, then compartment. */
  int[] volume = new int[0];

  int[] mass = new int[0];

  /** A new day, of which nothing more is written yet. */
  final int label(int from, int visit, int at) {
    if (count == parent.length) {
      int size = Math.max(256, 2 * count);
      parent = Arrays.copyOf(parent, size);
      code = Arrays.copyOf(code, size);
      place = Arrays.copyOf(place, size);
      time = Arrays.copyOf(time, size);
      driven = Arrays.copyOf(driven, size);
      tips = Arrays.copyOf(tips, size);
      rested = Arrays.copyOf(rested, size);
      broken = Arrays.copyOf(broken, size);
      cost = Arrays.copyOf(cost, size);
      volume = Arrays.copyOf(volume, size * COMPARTMENTS);
      mass = Arrays.copyOf(mass, size * COMPARTMENTS);
    }
    parent[count] = from;
    code[count] = visit;
    place[count] = at;
    return count++;
  }
}
