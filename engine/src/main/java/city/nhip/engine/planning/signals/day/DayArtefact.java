package city.nhip.engine.planning.signals.day;

import city.nhip.engine.files.PlanBytes;
import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.PublishedDay;
import city.nhip.engine.planning.signals.PublishedTiming;
import city.nhip.engine.planning.signals.Timing;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads a day plan as it is published. */
final class DayArtefact {
  private DayArtefact() {}

  static byte[] encode(DayPlan plan) {
    DayPlan.Problem problem = plan.problem();
    return PlanBytes.write(
        new PublishedDay(
            PublishedDay.FORMAT,
            problem.scope(),
            problem.window().from().toString(),
            problem.window().to().toString(),
            problem.kind().days().stream().map(Enum::name).toList(),
            plan.periods().stream()
                .map(
                    it ->
                        new PublishedDay.Row(
                            DayPlan.clock(it.from()), DayPlan.clock(it.to()), name(it.plan())))
                .toList(),
            plans(plan),
            changes(plan)));
  }

  static String name(int plan) {
    return "P" + (plan + 1);
  }

  private static List<PublishedDay.Plan> plans(DayPlan plan) {
    List<Intersection> sites = plan.problem().zone().intersections();
    List<PublishedDay.Plan> plans = new ArrayList<>();
    for (int i = 0; i < plan.plans().size(); i++) {
      List<PublishedTiming> timings = new ArrayList<>();
      for (int site = 0; site < sites.size(); site++) {
        timings.add(PublishedTiming.of(sites.get(site), plan.plans().get(i).get(site)));
      }
      plans.add(new PublishedDay.Plan(name(i), timings));
    }
    return plans;
  }

  private static List<PublishedDay.Change> changes(DayPlan plan) {
    List<Intersection> sites = plan.problem().zone().intersections();
    List<PublishedDay.Change> changes = new ArrayList<>();
    for (DayPlan.Period period : plan.periods()) {
      List<PublishedDay.SiteChange> all = new ArrayList<>();
      List<Transition> transitions = transitions(plan, period);
      for (int site = 0; site < sites.size(); site++) {
        Transition it = transitions.get(site);
        Intersection where = sites.get(site);
        all.add(
            new PublishedDay.SiteChange(
                where.id(),
                it.start(),
                it.seconds(),
                it.cycles().stream().map(cycle -> cycle(where, cycle)).toList()));
      }
      changes.add(new PublishedDay.Change(DayPlan.clock(period.from()), all));
    }
    return changes;
  }

  /** Of each intersection into a period; into the first one from the day before. */
  static List<Transition> transitions(DayPlan plan, DayPlan.Period into) {
    List<Intersection> sites = plan.problem().zone().intersections();
    List<Timing> before = into.from() == 0 ? plan.last() : plan.at(into.from() - 1);
    List<Timing> after = plan.plans().get(into.plan());
    int at = into.from() == 0 ? Transition.DAY : into.from() * DayCounts.SECONDS;
    List<Transition> all = new ArrayList<>();
    for (int site = 0; site < sites.size(); site++) {
      all.add(Transition.between(sites.get(site), before.get(site), after.get(site), at));
    }
    return all;
  }

  private static PublishedDay.Cycle cycle(Intersection site, Timing timing) {
    PublishedTiming published = PublishedTiming.of(site, timing);
    return new PublishedDay.Cycle(timing.cycle(), published.stages(), published.steps());
  }

  /**
   * @throws IllegalArgumentException when the bytes are no day plan for the problem
   */
  static DayPlan decode(DayPlan.Problem problem, byte[] bytes) {
    PublishedDay artefact = PublishedDay.read(bytes);
    List<Integer> borders = new ArrayList<>(List.of(0));
    List<List<Timing>> timings = new ArrayList<>();
    for (PublishedDay.Row row : artefact.periods()) {
      int from = quarter(row.from());
      int to = quarter(row.to());
      if (from != borders.get(borders.size() - 1) || to <= from) {
        throw new IllegalArgumentException(
            "/periods: %s to %s does not go on from the row before. Let each start where that ends, the first at 00:00."
                .formatted(row.from(), row.to()));
      }
      borders.add(to);
      timings.add(timings(artefact, row.plan(), problem));
    }
    if (borders.get(borders.size() - 1) != DayCounts.QUARTERS) {
      throw new IllegalArgumentException("/periods end before 24:00. Let the last end there.");
    }
    return DayPlan.of(problem, borders, timings);
  }

  private static int quarter(String clock) {
    for (int quarter = 0; quarter <= DayCounts.QUARTERS; quarter++) {
      if (DayPlan.clock(quarter).equals(clock)) {
        return quarter;
      }
    }
    throw new IllegalArgumentException(
        "/periods: %s is no quarter of an hour. Give 00:00, 00:15 and so on to 24:00."
            .formatted(clock));
  }

  private static List<Timing> timings(PublishedDay day, String id, DayPlan.Problem problem) {
    PublishedDay.Plan named =
        day.find(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "/periods: there is no plan %s. Name one of /plans.".formatted(id)));
    return problem.zone().intersections().stream()
        .map(
            site ->
                named.intersections().stream()
                    .filter(timing -> timing.id().equals(site.id()))
                    .findFirst()
                    .map(timing -> timing.timing(site))
                    .orElse(site.today()))
        .toList();
  }
}
