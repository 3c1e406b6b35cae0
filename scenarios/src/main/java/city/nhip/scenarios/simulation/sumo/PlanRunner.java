package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.Step;
import city.nhip.engine.planning.signals.Timing;
import java.util.ArrayList;
import java.util.List;

/**
 * One intersection's controller: shows its plan, and goes over to a new one by the site's own
 * intergreens, from a green that has had its minimum into one that will still have its own.
 */
final class PlanRunner implements SignalRunner {
  private final Intersection site;
  private Timing timing;
  private List<Step> steps;
  private Timing wanted;
  private final List<String> changing = new ArrayList<>();
  private int stage;
  private int greenSince;

  /** Whether a green goes on until the new plan can be entered. */
  private boolean holds;

  PlanRunner(Intersection site, Timing timing, int second) {
    this.site = site;
    this.timing = timing;
    this.wanted = timing;
    steps = site.steps(timing);
    stage = at(steps, timing, second).step().stage();
    greenSince = second;
  }

  private record Place(Step step, int remaining) {}

  private static Place at(List<Step> steps, Timing timing, int second) {
    int within = Math.floorMod(second - timing.offset(), timing.cycle());
    for (Step step : steps) {
      if (within < step.seconds()) {
        return new Place(step, step.seconds() - within);
      }
      within -= step.seconds();
    }
    throw new IllegalStateException(
        "A cycle of %d s has no second %d.".formatted(timing.cycle(), second));
  }

  @Override
  public void change(Timing to) {
    wanted = to;
  }

  /** Whether it has gone over to what was last wanted. */
  boolean follows() {
    return wanted == timing && changing.isEmpty();
  }

  @Override
  public String show(int second) {
    if (changing.isEmpty() && wanted != timing) {
      Place place = at(steps, timing, second);
      holds = holds || (green(place) && second - greenSince >= minimum());
      if (holds) {
        goOver(second);
      }
    }
    if (!changing.isEmpty()) {
      return changing.remove(0);
    }
    if (holds) {
      return site.stages().get(stage).state();
    }
    Place place = at(steps, timing, second);
    if (place.step().stage() != stage || !green(place)) {
      stage = place.step().stage();
      greenSince = second + 1;
    }
    return place.step().state();
  }

  private int minimum() {
    return site.stages().get(stage).minimumGreen();
  }

  private static boolean green(Place place) {
    return place.step().kind().equals("green");
  }

  private void goOver(int second) {
    List<Step> next = site.steps(wanted);
    for (int target : wanted.greens().stream().mapToInt(Timing.Green::stage).distinct().toArray()) {
      List<Step> change = StageChange.of(site, stage, target);
      int arrives = second + StageChange.seconds(change);
      Place place = at(next, wanted, arrives);
      boolean fits =
          place.step().stage() == target
              && green(place)
              && (target == stage || place.remaining() >= site.shortest(wanted, place.step()));
      if (fits) {
        for (Step step : change) {
          for (int s = 0; s < step.seconds(); s++) {
            changing.add(step.state());
          }
        }
        holds = false;
        timing = wanted;
        steps = next;
        stage = target;
        greenSince = arrives;
        return;
      }
    }
  }
}
