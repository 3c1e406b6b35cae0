package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.city.City;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.waste.city.CollectionPlan;
import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import city.nhip.engine.planning.waste.city.WasteDomain;
import city.nhip.engine.reading.ReadingJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Plans evenings of a city, as its engine does. */
final class EveningDesk {
  private static final Duration DAY = Duration.ofDays(1);

  private final City city;
  private final List<Container> containers;
  private final WasteDomain domain = new WasteDomain();

  EveningDesk(City city, List<Container> containers) {
    this.city = city;
    this.containers = containers;
  }

  /** What is due by the readings. */
  Practice byForecast(SolveLimits limits) {
    return (now, journal) -> rounds(now, journal, List.of(), limits);
  }

  /** The containers of the weekday, in routes planned anew for what is in them that evening. */
  Practice newRoutes(FixedWeek week, SolveLimits limits) {
    return (now, journal) ->
        rounds(
            now,
            journal,
            asking(now, one -> week.collects(one, now.atZone(city.timeZone()).getDayOfWeek())),
            limits);
  }

  private List<Round> rounds(
      Instant now, ReadingJournal journal, List<Finding> findings, SolveLimits limits) {
    try {
      return rounds(problem(now, journal, findings), limits);
    } catch (CannotPlan nothingDue) {
      return List.of();
    }
  }

  /** An evening on which these containers must be collected, and no others. */
  CollectionPlan asked(Instant now, ReadingJournal journal, Predicate<Container> collected) {
    return problem(now, journal, asking(now, collected));
  }

  List<Round> rounds(CollectionPlan problem, SolveLimits limits) {
    return Round.of(domain.encode(domain.solve(problem, limits, SolveControl.UNWATCHED).plan()));
  }

  private CollectionPlan problem(Instant now, ReadingJournal journal, List<Finding> findings) {
    return domain.problem(
        new PlanningContext(city, domain.scope(""), now, findings, journal, Optional.empty()));
  }

  private List<Finding> asking(Instant now, Predicate<Container> collected) {
    return containers.stream()
        .map(
            one ->
                new Finding(
                    collected.test(one) ? "container-urgent" : "container-suspect",
                    one.id(),
                    0,
                    now,
                    now.plus(DAY)))
        .toList();
  }
}
