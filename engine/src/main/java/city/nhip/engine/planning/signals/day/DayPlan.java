package city.nhip.engine.planning.signals.day;

import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.signals.Timing;
import city.nhip.engine.planning.signals.ZoneSignals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which timing plan runs when.
 *
 * @param periods from midnight to midnight without gap
 * @param plans timings of every intersection of the zone, in its order
 */
record DayPlan(Problem problem, List<Period> periods, List<List<Timing>> plans) {
  /**
   * @param kind of the days on which the plan is to run
   */
  record Problem(
      ZoneSignals zone, String scope, DayCounts counts, TimeWindow window, DayKind kind) {}

  /**
   * @param from quarter of an hour of the local day, inclusive
   * @param to exclusive, up to 96
   * @param plan index among the plans
   */
  record Period(int from, int to, int plan) {}

  DayPlan {
    periods = List.copyOf(periods);
    plans = List.copyOf(plans);
  }

  /** The fixed plan all day long. */
  static DayPlan fixed(Problem problem) {
    return new DayPlan(
        problem, List.of(new Period(0, DayCounts.QUARTERS, 0)), List.of(problem.zone().today()));
  }

  /** Of one timing a span: neighbours that run the same become one period. */
  static DayPlan of(Problem problem, List<Integer> borders, List<List<Timing>> timings) {
    List<Period> periods = new ArrayList<>();
    List<List<Timing>> plans = new ArrayList<>();
    for (int span = 0; span < timings.size(); span++) {
      if (!plans.contains(timings.get(span))) {
        plans.add(timings.get(span));
      }
      Period next =
          new Period(borders.get(span), borders.get(span + 1), plans.indexOf(timings.get(span)));
      Period last = periods.isEmpty() ? next : periods.get(periods.size() - 1);
      if (!periods.isEmpty() && last.plan() == next.plan()) {
        periods.set(periods.size() - 1, new Period(last.from(), next.to(), next.plan()));
      } else {
        periods.add(next);
      }
    }
    return new DayPlan(problem, periods, plans);
  }

  List<Timing> at(int quarter) {
    for (Period period : periods) {
      if (quarter < period.to()) {
        return plans.get(period.plan());
      }
    }
    throw new IllegalArgumentException("A day has no quarter " + quarter);
  }

  /** What runs at the day's end: the next day begins after it. */
  List<Timing> last() {
    return plans.get(periods.get(periods.size() - 1).plan());
  }

  /** Quarters at which one of some plans changes, with the day's begin and end. */
  static List<Integer> borders(List<DayPlan> plans) {
    return plans.stream()
        .flatMap(plan -> plan.periods().stream())
        .flatMap(period -> Stream.of(period.from(), period.to()))
        .distinct()
        .sorted()
        .toList();
  }

  /** {@code "05:30"}, up to {@code "24:00"}. */
  static String clock(int quarter) {
    return "%02d:%02d".formatted(quarter / 4, quarter % 4 * 15);
  }
}
