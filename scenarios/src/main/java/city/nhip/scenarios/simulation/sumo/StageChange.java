package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.Step;
import city.nhip.engine.planning.signals.Timing;
import java.util.List;

/** What a signal shows between the greens of two stages. */
final class StageChange {
  private StageChange() {}

  static List<Step> of(Intersection site, int from, int to) {
    if (from == to) {
      return List.of();
    }
    List<Timing.Green> both =
        List.of(
            new Timing.Green(from, site.stages().get(from).minimumGreen()),
            new Timing.Green(to, site.stages().get(to).minimumGreen()));
    return site.steps(Timing.of(site, 0, both)).stream()
        .filter(step -> step.stage() == from && !step.kind().equals("green"))
        .toList();
  }

  static int seconds(List<Step> steps) {
    return steps.stream().mapToInt(Step::seconds).sum();
  }
}
