package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.FieldPlans.Carried;
import city.nhip.engine.planning.PlanningContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a scope's signals have run in the last day, moment by moment: the plan for an hour goes
 * before the day plan's row of that time of day, and where neither is, the sites' fixed plans run.
 *
 * @param spans in that order; the first that holds at a moment ran then
 */
record RunningPlans(List<Span> spans) {
  /** Whose schedules hold time tables; each for other days of the week. */
  private static final List<String> DAY_PLANS = List.of("signals-day", "signals-weekend");

  private static final Duration LOOKED_BACK = Duration.ofDays(1);

  /**
   * One plan's time.
   *
   * @param until exclusive
   * @param row of the day plan, {@code 05:30–09:00}; empty for the plan of an hour
   * @param timings none where the plan could not be read
   */
  record Span(Instant from, Instant until, Optional<String> row, List<PublishedTiming> timings) {
    boolean at(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(until);
    }
  }

  RunningPlans {
    spans = List.copyOf(spans);
  }

  static RunningPlans of(PlanningContext context) {
    Instant since = context.now().minus(LOOKED_BACK);
    List<Span> spans = new ArrayList<>();
    for (Carried it : carried(context, SignalsDomain.NAME, since)) {
      spans.add(new Span(it.from(), it.until(), Optional.empty(), hour(it.artefact())));
    }
    for (String domain : DAY_PLANS) {
      for (Carried it : carried(context, domain, since)) {
        addRows(spans, it, context.city().timeZone(), since, context.now());
      }
    }
    return new RunningPlans(spans);
  }

  private static List<Carried> carried(PlanningContext context, String domain, Instant since) {
    return context.field().since(domain, context.scope(), since);
  }

  /** The row that runs where no plan for the hour does. */
  Optional<Span> dayRow(Instant moment) {
    return spans.stream()
        .filter(span -> span.row().isPresent())
        .filter(span -> span.at(moment))
        .findFirst();
  }

  private static List<PublishedTiming> hour(byte[] artefact) {
    try {
      return SignalArtefact.read(artefact).intersections();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /** A day plan that cannot be read has no rows: nobody knows when which of its plans ran. */
  private static void addRows(
      List<Span> spans, Carried plan, ZoneId zone, Instant since, Instant now) {
    PublishedDay day;
    try {
      day = PublishedDay.read(plan.artefact());
    } catch (IllegalArgumentException e) {
      return;
    }
    LocalDate last = now.atZone(zone).toLocalDate();
    for (LocalDate date = since.atZone(zone).toLocalDate();
        !date.isAfter(last);
        date = date.plusDays(1)) {
      if (day.days().contains(date.getDayOfWeek().name())) {
        for (PublishedDay.Row row : day.periods()) {
          Instant from = later(start(date, row.from(), zone), plan.from());
          Instant until = earlier(start(date, row.to(), zone), plan.until());
          day.find(row.plan())
              .map(PublishedDay.Plan::intersections)
              .map(timings -> new Span(from, until, Optional.of(name(row)), timings))
              .ifPresent(spans::add);
        }
      }
    }
  }

  private static String name(PublishedDay.Row row) {
    return row.from() + "–" + row.to();
  }

  /**
   * @param clock up to {@code 24:00}
   */
  private static Instant start(LocalDate date, String clock, ZoneId zone) {
    return clock.equals("24:00")
        ? date.plusDays(1).atStartOfDay(zone).toInstant()
        : date.atTime(LocalTime.parse(clock)).atZone(zone).toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
