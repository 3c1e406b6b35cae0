package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Brings a plan below limits that it breaks by changing few groups, each as far as it goes: always
 * the group that takes most off what is beyond. In a part so small that two groups are a large
 * share of it, two alone are tried as well. One thread.
 */
final class Shedding {
  private static final int MOST_FOR_PAIRS = 40;
  private static final int TURNS = 4;

  /** A group, and what its change took off when it was last looked at. */
  private record Offer(int group, double gain) {}

  private final LightState state;
  private final GroupTurn turn;
  private final byte[][] before;
  private final List<Integer> changed = new ArrayList<>();

  /**
   * @param before the plan that the state begins with
   */
  Shedding(LightState state, GroupTurn turn, byte[][] before) {
    this.state = state;
    this.turn = turn;
    this.before = before;
  }

  /** Goes on while something is broken and some group can take off a part of it. */
  void run() {
    boolean gained = true;
    while (gained && state.broken() > 0) {
      gained = round();
    }
    if (state.broken() == 0) {
      restore();
      if (before.length <= MOST_FOR_PAIRS && differing() > 2) {
        pair();
      }
    }
  }

  private int differing() {
    int differing = 0;
    for (int g = 0; g < before.length; g++) {
      differing += Arrays.equals(state.levels[g], before[g]) ? 0 : 1;
    }
    return differing;
  }

  /** The cheapest two groups that can do it alone; the plan stays as it is where there are none. */
  private void pair() {
    byte[][] best = programs();
    double least = Double.POSITIVE_INFINITY;
    for (int g = 0; g < before.length; g++) {
      set(g, before[g]);
    }
    for (int a = 0; a < before.length; a++) {
      for (int b = a + 1; b < before.length; b++) {
        double value = -state.value(a) - state.value(b);
        for (int i = 0; i < TURNS && state.broken() > 0; i++) {
          turn.improve(state, a, 0, 1);
          turn.improve(state, b, 0, 1);
        }
        value += state.value(a) + state.value(b);
        if (state.broken() == 0 && value < least) {
          least = value;
          best = programs();
        }
        set(a, before[a]);
        set(b, before[b]);
      }
    }
    for (int g = 0; g < before.length; g++) {
      set(g, best[g]);
    }
  }

  private byte[][] programs() {
    return Arrays.stream(state.levels).map(byte[]::clone).toArray(byte[][]::new);
  }

  /** Each group changes once at most; gains only shrink, so an old one is an upper bound. */
  private boolean round() {
    PriorityQueue<Offer> offers =
        new PriorityQueue<>(Comparator.comparingDouble(Offer::gain).reversed());
    for (int g = 0; g < before.length; g++) {
      if (state.broken(g) > 0) {
        offers.add(new Offer(g, turn.gain(state, g)));
      }
    }
    boolean gained = false;
    while (!offers.isEmpty()) {
      int g = offers.remove().group();
      double gain = state.broken(g) > 0 ? turn.gain(state, g) : 0;
      if (gain <= 0) {
        continue;
      }
      if (!offers.isEmpty() && gain < offers.element().gain()) {
        offers.add(new Offer(g, gain));
      } else if (turn.improve(state, g, 0, 1)) {
        gained = true;
        if (!changed.contains(g)) {
          changed.add(g);
        }
      }
    }
    return gained;
  }

  /** What went further than was needed lets some groups have their programs back. */
  private void restore() {
    for (int i = changed.size() - 1; i >= 0; i--) {
      int g = changed.get(i);
      byte[] now = state.levels[g].clone();
      set(g, before[g]);
      if (state.broken(g) > 0) {
        set(g, now);
      }
    }
  }

  private void set(int g, byte[] program) {
    state.take(g);
    System.arraycopy(program, 0, state.levels[g], 0, program.length);
    state.put(g);
  }
}
