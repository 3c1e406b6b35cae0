package city.nhip.engine.safety;

import city.nhip.engine.city.City;
import city.nhip.engine.safety.SignalsDayArtefact.Change;
import city.nhip.engine.safety.SignalsDayArtefact.DayPlan;
import city.nhip.engine.safety.SignalsDayArtefact.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Day plans: every plan as {@link SignalsSafetyCheck} looks at one; periods that cover the local
 * day without gap or overlap; and every change, cycle by cycle, from the old plan into step with
 * the new one.
 */
final class SignalsDaySafetyCheck implements SafetyCheck {
  private static final String FORMAT = "nhip-signals-day-1";
  private static final int DAY = 86_400;
  private static final int MOST_PERIODS = 24;
  private static final Duration LONGEST_VALIDITY = Duration.ofDays(8);
  private final String domain;
  private final Set<String> days;

  /**
   * @param days of the week that a plan of this domain may claim; no other domain's may
   */
  SignalsDaySafetyCheck(String domain, Set<String> days) {
    this.domain = domain;
    this.days = days;
  }

  @Override
  public String domain() {
    return domain;
  }

  @Override
  public SafetyVerdict check(byte[] artefact, City city, String scope) {
    Map<String, SignalsSite> sites =
        SignalsSite.read(city.folder().resolve("signals/intersections.json"));
    sites.values().removeIf(site -> !site.zone().equals(scope));
    SignalsDayArtefact read = SafetyJson.plan(artefact, SignalsDayArtefact.class);
    Findings findings = new Findings();
    head(read, scope, findings);
    Map<String, Map<String, SignalsArtefact.Plan>> plans = plans(read, sites, findings);
    if (covered(read, plans.keySet(), findings)) {
      changes(read, plans, sites, findings);
    }
    return findings.verdict();
  }

  private void head(SignalsDayArtefact read, String scope, Findings findings) {
    new SignalsHead(read.format(), read.scope(), read.validFrom(), read.validTo())
        .check(FORMAT, scope, LONGEST_VALIDITY, findings);
    findings.require(
        !read.days().isEmpty()
            && days.containsAll(read.days())
            && new HashSet<>(read.days()).size() == read.days().size(),
        "days",
        "/days",
        () -> "%s are not some of %s, each once.".formatted(read.days(), new TreeSet<>(days)));
  }

  /**
   * @return by plan and intersection, those that can be looked at step by step
   */
  private static Map<String, Map<String, SignalsArtefact.Plan>> plans(
      SignalsDayArtefact read, Map<String, SignalsSite> sites, Findings findings) {
    Map<String, Map<String, SignalsArtefact.Plan>> plans = new HashMap<>();
    for (int p = 0; p < read.plans().size(); p++) {
      DayPlan plan = read.plans().get(p);
      String where = "/plans/" + p;
      Map<String, SignalsArtefact.Plan> formed = new HashMap<>();
      findings.require(
          plans.put(plan.id(), formed) == null,
          "plan",
          where,
          () -> "Two plans are called %s.".formatted(plan.id()));
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < plan.intersections().size(); i++) {
        SignalsArtefact.Plan one = plan.intersections().get(i);
        String place = where + "/intersections/" + i;
        SignalsSite site = sites.get(one.id());
        if (findings.require(
                site != null && seen.add(one.id()),
                "intersection",
                place,
                () -> "%s stands not here, or is planned twice.".formatted(one.id()))
            && site != null
            && SignalsPlanCheck.check(one, site, place, findings)) {
          formed.put(one.id(), one);
        }
      }
      findings.require(
          seen.equals(sites.keySet()),
          "intersection",
          where,
          () -> "It plans %s, the zone has %s.".formatted(seen, sites.keySet()));
    }
    return plans;
  }

  /** Whether each row goes on where the one before it ends, from midnight to midnight. */
  private static boolean covered(SignalsDayArtefact read, Set<String> plans, Findings findings) {
    boolean covered =
        findings.require(
            !read.periods().isEmpty() && read.periods().size() <= MOST_PERIODS,
            "periods",
            "/periods",
            () -> "%d periods are not 1 to %d.".formatted(read.periods().size(), MOST_PERIODS));
    String reached = "00:00";
    for (int i = 0; i < read.periods().size(); i++) {
      Row row = read.periods().get(i);
      String where = "/periods/" + i;
      String before = reached;
      covered &=
          findings.require(
              row.from().equals(before) && second(row.from()) < second(row.to()),
              "periods",
              where,
              () ->
                  "It runs from %s to %s, after %s. Leave no gap and no overlap."
                      .formatted(row.from(), row.to(), before));
      covered &=
          findings.require(
              plans.contains(row.plan()),
              "periods",
              where + "/plan",
              () -> "There is no plan %s.".formatted(row.plan()));
      reached = row.to();
    }
    String end = reached;
    return findings.require(
            end.equals("24:00"),
            "periods",
            "/periods",
            () -> "They end at %s, not at 24:00.".formatted(end))
        && covered;
  }

  /**
   * @return second of the local day; -1 for what is no time of day
   */
  private static int second(String clock) {
    if (!clock.matches("(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00")) {
      return -1;
    }
    return 3_600 * Integer.parseInt(clock.substring(0, 2))
        + 60 * Integer.parseInt(clock.substring(3));
  }

  private static void changes(
      SignalsDayArtefact read,
      Map<String, Map<String, SignalsArtefact.Plan>> plans,
      Map<String, SignalsSite> sites,
      Findings findings) {
    List<Row> rows = read.periods();
    boolean each =
        findings.require(
            read.changes().stream()
                .map(Change::at)
                .toList()
                .equals(rows.stream().map(Row::from).toList()),
            "changes",
            "/changes",
            () -> "There is not one change at the start of each period.");
    for (int c = 0; each && c < rows.size(); c++) {
      Row before = rows.get((c + rows.size() - 1) % rows.size());
      Map<String, SignalsArtefact.Plan> old = plans.getOrDefault(before.plan(), Map.of());
      Map<String, SignalsArtefact.Plan> next = plans.getOrDefault(rows.get(c).plan(), Map.of());
      int at = c == 0 ? DAY : second(rows.get(c).from());
      List<String> named = new ArrayList<>();
      for (int i = 0; i < read.changes().get(c).intersections().size(); i++) {
        SignalsDayArtefact.SiteChange change = read.changes().get(c).intersections().get(i);
        named.add(change.id());
        SignalsSite site = sites.get(change.id());
        SignalsArtefact.Plan from = old.get(change.id());
        SignalsArtefact.Plan to = next.get(change.id());
        if (site != null && from != null && to != null) {
          new SignalsChange(site, from, to, at, c == 0 ? DAY : 0)
              .check(change, "/changes/%d/intersections/%d".formatted(c, i), findings);
        }
      }
      findings.require(
          new HashSet<>(named).equals(sites.keySet()) && named.size() == sites.size(),
          "changes",
          "/changes/" + c,
          () -> "It changes %s, the zone has %s.".formatted(named, sites.keySet()));
    }
  }
}
