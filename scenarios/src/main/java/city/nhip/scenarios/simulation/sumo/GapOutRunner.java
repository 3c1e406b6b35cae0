package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.Step;
import city.nhip.engine.planning.signals.Timing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * One intersection's controller where greens end early when nobody comes: each lasts between what
 * its plan keeps of it and its planned seconds. Another plan begins with the next stage.
 */
final class GapOutRunner implements SignalRunner {
  private final Intersection site;
  private final Predicate<String> called;
  private Timing wanted;
  private Timing timing;
  private final Deque<Step> steps = new ArrayDeque<>();
  private Step step;
  private int shown;

  /**
   * @param called whether somebody with the right of way comes while the signals show a state
   */
  GapOutRunner(Intersection site, Timing timing, Predicate<String> called) {
    this.site = site;
    this.called = called;
    this.timing = timing;
    this.wanted = timing;
    steps.addAll(site.steps(timing));
    step = steps.removeFirst();
  }

  @Override
  public void change(Timing to) {
    wanted = to;
  }

  @Override
  public String show(int second) {
    if (over()) {
      Step before = step;
      if (steps.isEmpty() || (greenEnds() && wanted != timing)) {
        next(before.stage());
      }
      step = steps.removeFirst();
      shown = 0;
    }
    shown++;
    return step.state();
  }

  private boolean over() {
    return shown >= step.seconds()
        || (shown >= site.shortest(timing, step) && !called.test(step.state()));
  }

  private boolean greenEnds() {
    boolean green = step.kind().equals("green") || step.kind().equals("walk-clearance");
    return green && (steps.isEmpty() || !steps.getFirst().kind().equals("walk-clearance"));
  }

  /** What follows a stage: the rest of the plan that is wanted, from the stage after it on. */
  private void next(int stage) {
    boolean ends = greenEnds();
    timing = ends ? wanted : timing;
    int target = following(stage);
    if (ends) {
      steps.clear();
      steps.addAll(StageChange.of(site, stage, target));
    }
    site.steps(timing).stream().dropWhile(it -> it.stage() != target).forEach(steps::add);
  }

  /** In the plan after this one; the first one that has a higher number, if it runs not. */
  private int following(int stage) {
    List<Integer> order = timing.greens().stream().map(Timing.Green::stage).toList();
    int at = order.indexOf(stage);
    return at >= 0
        ? order.get((at + 1) % order.size())
        : order.stream().filter(other -> other > stage).findFirst().orElse(order.get(0));
  }
}
