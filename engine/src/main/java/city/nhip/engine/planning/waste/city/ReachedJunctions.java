package city.nhip.engine.planning.waste.city;

import java.util.Arrays;

/**
 * Junctions that a search has reached and not yet left, the earliest first: a binary heap over flat
 * arrays, since a heap of objects took most of the time. One junction may be in it several times.
 */
final class ReachedJunctions {
  private static final int FIRST_SIZE = 256;

  private int[] junctions = new int[FIRST_SIZE];
  private double[] seconds = new double[FIRST_SIZE];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /** Of the earliest one. */
  double seconds() {
    return seconds[0];
  }

  void add(int junction, double at) {
    if (size == junctions.length) {
      junctions = Arrays.copyOf(junctions, 2 * size);
      seconds = Arrays.copyOf(seconds, 2 * size);
    }
    int hole = size++;
    while (hole > 0 && at < seconds[(hole - 1) / 2]) {
      move((hole - 1) / 2, hole);
      hole = (hole - 1) / 2;
    }
    put(hole, junction, at);
  }

  /** Takes the earliest one out. */
  int poll() {
    int first = junctions[0];
    size--;
    int junction = junctions[size];
    double at = seconds[size];
    int hole = 0;
    for (int child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && seconds[child + 1] < seconds[child]) {
        child++;
      }
      if (at <= seconds[child]) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    put(hole, junction, at);
    return first;
  }

  private void move(int from, int to) {
    put(to, junctions[from], seconds[from]);
  }

  private void put(int place, int junction, double at) {
    junctions[place] = junction;
    seconds[place] = at;
  }
}
