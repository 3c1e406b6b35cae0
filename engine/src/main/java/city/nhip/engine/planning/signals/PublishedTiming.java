package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.List;

/**
 * One intersection's timing as it is published.
 *
 * @param offsetSeconds a cycle starts when the second of the local day, divided by the cycle,
 *     leaves this remainder
 * @param groups the order of the letters in the steps' states
 * @param stages what runs, in order: an editor changes these
 * @param steps what the controller shows, from the cycle's start: they follow from the stages
 */
public record PublishedTiming(
    String id,
    int cycleSeconds,
    int offsetSeconds,
    List<String> groups,
    List<SignalSites.StageGreen> stages,
    List<StepPlan> steps) {
  public record StepPlan(String stage, String kind, int seconds, String state) {}

  /** Every plan of a site starts with the same stage: any may follow any other at its end. */
  public static PublishedTiming of(Intersection site, Timing told) {
    Timing timing = told.startingWith(site, site.firstStage());
    return new PublishedTiming(
        site.id(),
        timing.cycle(),
        timing.offset(),
        site.signals(),
        timing.greens().stream()
            .map(g -> new SignalSites.StageGreen(site.stages().get(g.stage()).id(), g.seconds()))
            .toList(),
        site.steps(timing).stream()
            .map(
                s ->
                    new StepPlan(
                        site.stages().get(s.stage()).id(), s.kind(), s.seconds(), s.state()))
            .toList());
  }

  /**
   * @throws IllegalArgumentException when it runs no stage, or one that the site has not
   */
  public Timing timing(Intersection site) {
    List<String> known = site.stages().stream().map(Stage::id).toList();
    List<Timing.Green> greens = new ArrayList<>();
    for (SignalSites.StageGreen green : stages) {
      int stage = known.indexOf(green.stage());
      if (stage < 0) {
        throw new IllegalArgumentException(
            "/intersections: %s runs stage %s, it has %s. Name one of them."
                .formatted(id, green.stage(), known));
      }
      greens.add(new Timing.Green(stage, green.greenSeconds()));
    }
    if (greens.isEmpty()) {
      throw new IllegalArgumentException(
          "/intersections: %s runs no stage. Name one at least.".formatted(id));
    }
    return new Timing(cycleSeconds, offsetSeconds, greens);
  }
}
