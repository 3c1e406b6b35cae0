package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.PlanningContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the field has been showing, by the plans that ran.
 *
 * @param spans the first one that holds at a moment ran then
 */
record GreenShares(List<Span> spans) {
  /**
   * @param groups the order of the letters in the states
   */
  record Shown(List<String> groups, List<Part> parts) {}

  record Part(int seconds, String state) {}

  /**
   * The time of one plan.
   *
   * @param until exclusive
   * @param shown by intersection: its groups, and the steps of a cycle
   */
  record Span(Instant from, Instant until, Map<String, Shown> shown) {
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

  GreenShares {
    spans = List.copyOf(spans);
  }

  /** In the last day; a plan that could not be read showed nothing that is known. */
  static GreenShares of(PlanningContext context, List<SignalSites.Site> sites) {
    List<Span> spans = new ArrayList<>();
    for (RunningPlans.Span it : RunningPlans.of(context).spans()) {
      spans.add(
          new Span(
              it.from(),
              it.until(),
              it.timings().stream()
                  .collect(Collectors.toMap(PublishedTiming::id, GreenShares::shown))));
    }
    spans.add(
        new Span(
            Instant.MIN,
            Instant.MAX,
            sites.stream().collect(Collectors.toMap(SignalSites.Site::id, GreenShares::today))));
    return new GreenShares(spans);
  }

  private static Shown shown(PublishedTiming plan) {
    return new Shown(
        plan.groups(),
        plan.steps().stream().map(step -> new Part(step.seconds(), step.state())).toList());
  }

  private static Shown today(SignalSites.Site site) {
    Intersection it = CityIntersections.of(site, 1, Set.of());
    return new Shown(
        it.signals(),
        it.steps(it.today()).stream().map(step -> new Part(step.seconds(), step.state())).toList());
  }

  /** The one plan that ran from one moment to another, epoch milliseconds. */
  Optional<Span> throughout(long from, long until) {
    Optional<Span> last = at(until);
    return at(from).filter(span -> last.filter(other -> other == span).isPresent());
  }

  private Optional<Span> at(long millis) {
    Instant moment = Instant.ofEpochMilli(millis);
    return spans.stream()
        .filter(span -> !moment.isBefore(span.from()) && moment.isBefore(span.until()))
        .findFirst();
  }
}
