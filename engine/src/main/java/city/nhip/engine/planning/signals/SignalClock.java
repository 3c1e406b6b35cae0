package city.nhip.engine.planning.signals;

import java.util.List;

/**
 * Which step of its cycle an intersection shows: by the second of the day, or, where greens may end
 * early, by how long the step is shown and who is still coming.
 */
final class SignalClock {
  private final Timing timing;
  private final List<Step> steps;
  private final int[] stepAt;
  private final int[] shortest;

  SignalClock(Intersection site, Timing timing) {
    this.timing = timing;
    steps = site.steps(timing);
    stepAt = new int[steps.stream().mapToInt(Step::seconds).sum()];
    shortest = new int[steps.size()];
    int second = 0;
    for (int i = 0; i < shortest.length; i++) {
      shortest[i] = site.shortest(timing, steps.get(i));
      for (int s = 0; s < steps.get(i).seconds(); s++) {
        stepAt[second++] = i;
      }
    }
  }

  boolean plays(Timing other) {
    return timing == other;
  }

  int step(int second) {
    return stepAt[Math.floorMod(second - timing.offset(), stepAt.length)];
  }

  /** The second at which the step of a second began. */
  int since(int second) {
    int since = second;
    while (since > second - stepAt.length && step(since - 1) == step(second)) {
      since--;
    }
    return since;
  }

  /** Whether a step that has been shown for some seconds may end before its time. */
  boolean mayEnd(int step, int shown) {
    return shown >= shortest[step];
  }

  boolean mustEnd(int step, int shown) {
    return shown >= steps.get(step).seconds();
  }

  int following(int step) {
    return step + 1 == shortest.length ? 0 : step + 1;
  }

  String state(int step) {
    return steps.get(step).state();
  }
}
