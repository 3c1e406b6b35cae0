package city.nhip.engine.planning.signals;

import java.util.List;

/** Which step of its cycle an intersection shows at a second of the day. */
final class SignalClock {
  private final List<Step> steps;
  private final int[] stepAt;
  private final int offset;

  SignalClock(Intersection site, Timing timing) {
    steps = site.steps(timing);
    offset = timing.offset();
    stepAt = new int[steps.stream().mapToInt(Step::seconds).sum()];
    int second = 0;
    for (int i = 0; i < steps.size(); i++) {
      for (int s = 0; s < steps.get(i).seconds(); s++) {
        stepAt[second++] = i;
      }
    }
  }

  int step(int second) {
    return stepAt[Math.floorMod(second - offset, stepAt.length)];
  }

  String state(int step) {
    return steps.get(step).state();
  }
}
