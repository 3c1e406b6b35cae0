package city.nhip.engine.planning.signals.day;

import city.nhip.engine.files.PlanBytes;
import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.PublishedTiming;
import city.nhip.engine.planning.signals.SignalSites;
import city.nhip.engine.planning.signals.Timing;
import java.util.ArrayList;
import java.util.List;

/**
 * A day plan as it is published.
 *
 * @param format {@value #FORMAT}
 * @param validFrom ISO 8601
 * @param validTo ISO 8601
 * @param days on which it runs: {@code MONDAY}; on others the fixed plans do
 * @param periods which plan runs when, from 00:00 to 24:00 of the local day
 * @param changes how each intersection comes into step; they follow from the rest
 */
record DayArtefact(
    String format,
    String scope,
    String validFrom,
    String validTo,
    List<String> days,
    List<Row> periods,
    List<Plan> plans,
    List<Change> changes) {
  static final String FORMAT = "nhip-signals-day-1";

  /**
   * @param from {@code "05:30"}
   * @param to up to {@code "24:00"}
   */
  record Row(String from, String to, String plan) {}

  record Plan(String id, List<PublishedTiming> intersections) {}

  /**
   * @param at {@code "05:30"}; {@code "00:00"} from the day's last plan to its first
   */
  record Change(String at, List<SiteChange> intersections) {}

  /**
   * @param startSecond of the local day: the old plan ends its cycle; past midnight counted on
   *     where the change is at midnight
   * @param seconds that the cycles take in all
   */
  record SiteChange(String id, int startSecond, int seconds, List<Cycle> cycles) {}

  record Cycle(
      int cycleSeconds,
      List<SignalSites.StageGreen> stages,
      List<PublishedTiming.StepPlan> steps) {}

  static byte[] encode(DayPlan plan) {
    DayPlan.Problem problem = plan.problem();
    return PlanBytes.write(
        new DayArtefact(
            FORMAT,
            problem.scope(),
            problem.window().from().toString(),
            problem.window().to().toString(),
            problem.days().stream().map(Enum::name).toList(),
            plan.periods().stream()
                .map(
                    it ->
                        new Row(DayPlan.clock(it.from()), DayPlan.clock(it.to()), name(it.plan())))
                .toList(),
            plans(plan),
            changes(plan)));
  }

  static String name(int plan) {
    return "P" + (plan + 1);
  }

  private static List<Plan> plans(DayPlan plan) {
    List<Intersection> sites = plan.problem().zone().intersections();
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < plan.plans().size(); i++) {
      List<PublishedTiming> timings = new ArrayList<>();
      for (int site = 0; site < sites.size(); site++) {
        timings.add(PublishedTiming.of(sites.get(site), plan.plans().get(i).get(site)));
      }
      plans.add(new Plan(name(i), timings));
    }
    return plans;
  }

  private static List<Change> changes(DayPlan plan) {
    List<Intersection> sites = plan.problem().zone().intersections();
    List<Change> changes = new ArrayList<>();
    for (DayPlan.Period period : plan.periods()) {
      List<SiteChange> all = new ArrayList<>();
      List<Transition> transitions = transitions(plan, period);
      for (int site = 0; site < sites.size(); site++) {
        Transition it = transitions.get(site);
        Intersection where = sites.get(site);
        all.add(
            new SiteChange(
                where.id(),
                it.start(),
                it.seconds(),
                it.cycles().stream().map(cycle -> cycle(where, cycle)).toList()));
      }
      changes.add(new Change(DayPlan.clock(period.from()), all));
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

  private static Cycle cycle(Intersection site, Timing timing) {
    PublishedTiming published = PublishedTiming.of(site, timing);
    return new Cycle(timing.cycle(), published.stages(), published.steps());
  }

  /**
   * @throws IllegalArgumentException when the bytes are no day plan for the problem
   */
  static DayPlan decode(DayPlan.Problem problem, byte[] bytes) {
    DayArtefact artefact = PlanBytes.read(bytes, DayArtefact.class, "day plan");
    PlanBytes.require(artefact.format(), FORMAT);
    List<Integer> borders = new ArrayList<>(List.of(0));
    List<List<Timing>> timings = new ArrayList<>();
    for (Row row : artefact.periods()) {
      int from = quarter(row.from());
      int to = quarter(row.to());
      if (from != borders.get(borders.size() - 1) || to <= from) {
        throw new IllegalArgumentException(
            "/periods: %s to %s does not go on from the row before. Let each start where that ends, the first at 00:00."
                .formatted(row.from(), row.to()));
      }
      borders.add(to);
      timings.add(artefact.timings(row.plan(), problem));
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

  private List<Timing> timings(String id, DayPlan.Problem problem) {
    Plan named =
        plans.stream()
            .filter(plan -> plan.id().equals(id))
            .findFirst()
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
