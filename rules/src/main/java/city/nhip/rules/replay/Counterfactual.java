package city.nhip.rules.replay;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.Kpi;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.rules.replay.ScheduleChange.Figure;
import city.nhip.rules.replay.ScheduleChange.Plan;
import city.nhip.rules.session.Asked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Carries two replays on to their schedules: where the two sides found different things, the domain
 * plans once with what the one found and once with what the other found. No plan is in force in
 * either, and nothing is stored.
 */
public final class Counterfactual {
  private final City city;
  private final ReadingJournal readings;
  private final PlanningDomains domains;
  private final SolveLimits limits;

  /**
   * @param limits of each of the two solves; with evaluations, the same replays give the same plans
   */
  public Counterfactual(
      City city, ReadingJournal readings, PlanningDomains domains, SolveLimits limits) {
    this.city = city;
    this.readings = readings;
    this.domains = domains;
    this.limits = limits;
  }

  /** What a scope is planned with: all that was asked for it on one side. */
  private record Wish(String domain, String scope) {}

  /** One line for each scope of which the two sides asked different things. */
  public List<ScheduleChange> of(Replayed before, Replayed after) {
    Map<Wish, List<Asked>> was = byScope(before);
    Map<Wish, List<Asked>> is = byScope(after);
    Set<Wish> all = new LinkedHashSet<>(is.keySet());
    all.addAll(was.keySet());
    List<ScheduleChange> changes = new ArrayList<>();
    for (Wish wish : all) {
      List<Asked> old = was.getOrDefault(wish, List.of());
      List<Asked> fresh = is.getOrDefault(wish, List.of());
      mostDifferent(findings(old), findings(fresh))
          .ifPresent(
              at ->
                  changes.add(
                      change(
                          domains.find(wish.domain()).orElseThrow(),
                          wish.scope(),
                          at,
                          standing(old, at),
                          standing(fresh, at))));
    }
    return changes;
  }

  private Map<Wish, List<Asked>> byScope(Replayed replayed) {
    Map<Wish, List<Asked>> byScope =
        new TreeMap<>(Comparator.comparing(Wish::domain).thenComparing(Wish::scope));
    for (Asked one : replayed.asked()) {
      String name = one.request().domain();
      domains
          .find(name)
          .map(domain -> new Wish(name, domain.scope(one.request().zone())))
          .ifPresent(wish -> byScope.computeIfAbsent(wish, key -> new ArrayList<>()).add(one));
    }
    return byScope;
  }

  /** Each from when it was told. */
  private static Set<Finding> findings(List<Asked> asked) {
    Set<Finding> findings = new LinkedHashSet<>();
    for (Asked one : asked) {
      for (Finding it : one.request().findings()) {
        findings.add(new Finding(it.kind(), it.asset(), it.value(), one.at(), it.until()));
      }
    }
    return findings;
  }

  /** The first moment at which as many findings as ever hold on one side alone. */
  private static Optional<Instant> mostDifferent(Set<Finding> before, Set<Finding> after) {
    List<Finding> alone = new ArrayList<>();
    before.stream().filter(one -> !after.contains(one)).forEach(alone::add);
    after.stream().filter(one -> !before.contains(one)).forEach(alone::add);
    return alone.stream()
        .map(Finding::from)
        .distinct()
        .sorted()
        .max(
            Comparator.<Instant>comparingLong(at -> holding(alone, at))
                .thenComparing(Comparator.reverseOrder()));
  }

  private static long holding(List<Finding> findings, Instant at) {
    return findings.stream()
        .filter(one -> !one.from().isAfter(at) && one.until().isAfter(at))
        .count();
  }

  private static List<Finding> standing(List<Asked> asked, Instant at) {
    List<Finding> newestFirst =
        asked.stream()
            .filter(one -> !one.at().isAfter(at))
            .sorted(Comparator.comparing(Asked::at).reversed())
            .flatMap(one -> one.request().findings().stream())
            .toList();
    return Finding.standing(List.of(), newestFirst, at);
  }

  /** A problem, a plan for it, and what it comes to. */
  private record Side<P>(P problem, Proposal proposal) {}

  private <P> ScheduleChange change(
      PlanningDomain<P> domain, String scope, Instant at, List<Finding> old, List<Finding> fresh) {
    List<Localized> refusals = new ArrayList<>();
    Optional<Side<P>> before = planned(domain, scope, at, old, refusals);
    Plan was = plan(old, before, refusals);
    Optional<Side<P>> after = planned(domain, scope, at, fresh, refusals);
    Plan is = plan(fresh, after, refusals);
    List<Figure> figures =
        before.isEmpty() || after.isEmpty()
            ? List.of()
            : figures(domain, before.get(), after.get());
    return new ScheduleChange(domain.name(), scope, at, was, is, figures);
  }

  private <P> Optional<Side<P>> planned(
      PlanningDomain<P> domain,
      String scope,
      Instant at,
      List<Finding> findings,
      List<Localized> refusals) {
    try {
      P problem =
          domain.problem(
              new PlanningContext(city, scope, at, findings, readings, Optional.empty()));
      Solved<P> solved = domain.solve(problem, limits, SolveControl.UNWATCHED);
      return Optional.of(new Side<>(problem, domain.propose(solved.plan(), Optional.empty())));
    } catch (CannotPlan refusal) {
      refusals.add(refusal.reason());
      return Optional.empty();
    }
  }

  private static <P> Plan plan(
      List<Finding> findings, Optional<Side<P>> side, List<Localized> refusals) {
    return side.map(
            it ->
                new Plan(
                    findings.size(),
                    it.proposal().score(),
                    it.proposal().feasible(),
                    Optional.empty()))
        .orElseGet(
            () ->
                new Plan(
                    findings.size(), "", false, Optional.of(refusals.get(refusals.size() - 1))));
  }

  private static <P> List<Figure> figures(PlanningDomain<P> domain, Side<P> before, Side<P> after) {
    List<Kpi> told = told(domain, before, after);
    List<Figure> figures = new ArrayList<>();
    for (Kpi is : after.proposal().kpis()) {
      OptionalDouble known = planned(told, is.key());
      planned(before.proposal().kpis(), is.key())
          .ifPresent(
              was ->
                  figures.add(
                      new Figure(is.key(), is.label(), is.unit(), was, known, is.planned())));
    }
    return figures;
  }

  /** The old rules' plan in the problem of the new ones; none where it does not fit. */
  private static <P> List<Kpi> told(PlanningDomain<P> domain, Side<P> before, Side<P> after) {
    try {
      P plan = domain.decode(after.problem(), before.proposal().artefact());
      return domain.propose(plan, Optional.empty()).kpis();
    } catch (IllegalArgumentException unfit) {
      return List.of();
    }
  }

  private static OptionalDouble planned(List<Kpi> kpis, String key) {
    return kpis.stream().filter(one -> one.key().equals(key)).mapToDouble(Kpi::planned).findFirst();
  }
}
