package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.WastePlan;
import city.nhip.engine.planning.waste.WasteProblem;
import city.nhip.engine.planning.waste.city.CollectionPlan;
import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import city.nhip.engine.reading.ReadingJournal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rounds as a department without readings has them: those of a weekday are planned once, for what
 * is expected in its containers and a margin, and driven in the same order every week.
 */
final class FixedRounds implements Practice {
  private final EveningDesk desk;
  private final Town town;
  private final FixedWeek week;
  private final double margin;
  private final SolveLimits limits;
  private final Map<DayOfWeek, List<Round>> planned = new EnumMap<>(DayOfWeek.class);

  /**
   * What the department knows of its city.
   *
   * @param kilogramsPerLitre by container, of loose waste
   */
  record Town(
      List<Container> containers,
      LearntRises rises,
      List<Double> kilogramsPerLitre,
      ZoneId timeZone) {
    private int indexOf(String container) {
      return IntStream.range(0, containers.size())
          .filter(c -> containers.get(c).id().equals(container))
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * @param margin factor on the expected loads
   * @param limits of the search for one weekday's rounds
   */
  FixedRounds(EveningDesk desk, Town town, FixedWeek week, double margin, SolveLimits limits) {
    this.desk = desk;
    this.town = town;
    this.week = week;
    this.margin = margin;
    this.limits = limits;
  }

  @Override
  public List<Round> rounds(Instant now, ReadingJournal journal) {
    DayOfWeek day = now.atZone(town.timeZone()).getDayOfWeek();
    return planned.computeIfAbsent(day, weekday -> plan(weekday, now, journal));
  }

  /** Of the readings nothing is used: the loads are those that are expected every week. */
  private List<Round> plan(DayOfWeek day, Instant now, ReadingJournal journal) {
    if (town.containers().stream().noneMatch(one -> week.collects(one, day))) {
      return List.of();
    }
    CollectionPlan asked = desk.asked(now, journal, one -> week.collects(one, day));
    WasteProblem it = asked.plan().problem();
    List<Stop> stops = it.stops().stream().map(stop -> expected(stop, day)).toList();
    WasteProblem expected =
        new WasteProblem(it.name(), stops, it.trucks(), it.sites(), it.matrices(), it.congestion());
    return desk.rounds(
        new CollectionPlan(asked.setting(), WastePlan.of(expected), Set.of()), limits);
  }

  /** With what the weekday brings, and the margin. */
  private Stop expected(Stop stop, DayOfWeek day) {
    int c = town.indexOf(stop.id());
    Container one = town.containers().get(c);
    double percent = margin * town.rises().expected(c, one, week, day);
    int litres = (int) Math.ceil(one.litres() * Math.max(1, Math.min(100, percent)) / 100);
    int kilograms = (int) Math.ceil(litres * town.kilogramsPerLitre().get(c));
    return new Stop(
        stop.id(),
        stop.node(),
        stop.stream(),
        litres,
        kilograms,
        stop.service(),
        stop.windows(),
        stop.trucks(),
        stop.skip(),
        stop.habit());
  }
}
