package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.PlanningContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the field has been showing: the plan in force, or the fixed one.
 *
 * @param from since when
 * @param until when the plan ends at the latest
 * @param shown by intersection: its groups, and the steps of a cycle
 */
record GreenShares(Instant from, Instant until, Map<String, Shown> shown) {
  /**
   * @param groups the order of the letters in the states
   */
  record Shown(List<String> groups, List<Part> parts) {}

  record Part(int seconds, String state) {}

  /**
   * @throws IllegalArgumentException when the plan in force is none that can be read
   */
  static GreenShares of(PlanningContext context, List<SignalSites.Site> sites) {
    if (context.planInForce().isEmpty()) {
      return new GreenShares(
          Instant.EPOCH,
          context.now(),
          sites.stream().collect(Collectors.toMap(SignalSites.Site::id, GreenShares::today)));
    }
    SignalArtefact artefact = SignalArtefact.read(context.planInForce().get());
    return new GreenShares(
        Instant.parse(artefact.validFrom()),
        Instant.parse(artefact.validTo()),
        artefact.intersections().stream()
            .collect(
                Collectors.toMap(
                    PublishedTiming::id,
                    plan ->
                        new Shown(
                            plan.groups(),
                            plan.steps().stream()
                                .map(step -> new Part(step.seconds(), step.state()))
                                .toList()))));
  }

  private static Shown today(SignalSites.Site site) {
    Intersection it = CityIntersections.of(site, 1, Set.of());
    return new Shown(
        it.signals(),
        it.steps(it.today()).stream().map(step -> new Part(step.seconds(), step.state())).toList());
  }

  /**
   * @param letter {@code G} for right of way, {@code g} for a green that yields
   * @return part of the cycle in which a group shows it, 0 to 1
   */
  double of(String site, String group, char letter) {
    Shown it = shown.get(site);
    int at = it == null ? -1 : it.groups().indexOf(group);
    if (it == null || at < 0) {
      return 0;
    }
    double cycle = it.parts().stream().mapToInt(Part::seconds).sum();
    double green =
        it.parts().stream()
            .filter(part -> part.state().charAt(at) == letter)
            .mapToInt(Part::seconds)
            .sum();
    return green / cycle;
  }
}
