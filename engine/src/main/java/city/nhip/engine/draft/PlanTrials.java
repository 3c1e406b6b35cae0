package city.nhip.engine.draft;

import city.nhip.engine.city.City;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.FieldPlans;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.engine.safety.SafetyChecks;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.Schedules;
import city.nhip.engine.web.BadField;
import city.nhip.engine.web.Conflict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Builds a schedule's problem again, as it was, and tries another plan in it. */
@Component
class PlanTrials {
  private final PlanningDomains domains;
  private final Schedules schedules;
  private final FieldPlans field;
  private final SafetyChecks safety;
  private final City city;
  private final ReadingJournal readings;
  private final JsonMapper json;
  private final @Nullable Long evaluations;

  PlanTrials(
      PlanningDomains domains,
      Schedules schedules,
      FieldPlans field,
      SafetyChecks safety,
      City city,
      ReadingJournal readings,
      JsonMapper json,
      @Value("${nhip.job.evaluations:#{null}}") @Nullable Long evaluations) {
    this.domains = domains;
    this.schedules = schedules;
    this.field = field;
    this.safety = safety;
    this.city = city;
    this.readings = readings;
    this.json = json;
    this.evaluations = evaluations;
  }

  /** The plan of a try, with what it came to. */
  record Trial(byte[] artefact, DraftResult result) {}

  PlanningDomain<?> domain(Schedule schedule) {
    return domains
        .find(schedule.domain())
        .orElseThrow(
            () ->
                new Conflict(
                    "Lĩnh vực %1$s không được cài ở đây.",
                    "Domain %1$s is not installed here.", schedule.domain()));
  }

  Trial run(Schedule base, DraftAsk ask, SolveControl control) {
    return run(domain(base), base, ask, control);
  }

  private <P> Trial run(
      PlanningDomain<P> domain, Schedule base, DraftAsk ask, SolveControl control) {
    P problem = problem(domain, base, ask.findings());
    P before = decode(domain, problem, base.artefact(), "");
    P start =
        ask.plan()
            .map(plan -> decode(domain, problem, json.writeValueAsBytes(plan), "/plan"))
            .orElse(before);
    Solved<P> solved = ask.seconds() > 0 ? solve(domain, start, ask, control) : null;
    Proposal proposal = domain.propose(solved == null ? start : solved.plan(), Optional.of(before));
    return new Trial(
        proposal.artefact(),
        new DraftResult(
            proposal.score(),
            proposal.feasible(),
            proposal.validity(),
            Schedule.Review.of(proposal),
            safety.check(base.domain(), base.scope(), proposal.artefact()),
            DraftResult.Before.of(domain.propose(before, Optional.empty())),
            proposal.expected(),
            solved == null ? 0 : solved.evaluations()));
  }

  private <P> Solved<P> solve(
      PlanningDomain<P> domain, P start, DraftAsk ask, SolveControl control) {
    P pinned =
        ask.pins().isEmpty()
            ? start
            : domain
                .pin(start, Set.copyOf(ask.pins()))
                .orElseThrow(
                    () ->
                        new BadField(
                            "/pins",
                            "Không giữ được từng phần của kế hoạch %s. Hãy bỏ ghim.",
                            "Plans of %s cannot be held in parts. Pin nothing.",
                            domain.name()));
    SolveLimits limits =
        evaluations == null
            ? SolveLimits.ofTime(Duration.ofMillis(Math.round(ask.seconds() * 1000)), 1)
            : new SolveLimits(Optional.empty(), OptionalLong.of(evaluations), 1, 1);
    return domain.solve(pinned, limits, control);
  }

  /** The edited plan's figures beside those of the plan in force: what a proposal shows. */
  Proposal proposal(Schedule base, byte[] artefact) {
    return proposal(domain(base), base, artefact);
  }

  private <P> Proposal proposal(PlanningDomain<P> domain, Schedule base, byte[] artefact) {
    P problem = problem(domain, base, List.of());
    return domain.propose(
        decode(domain, problem, artefact, ""),
        inForce(base).map(plan -> decode(domain, problem, plan.artefact(), "")));
  }

  private <P> P problem(PlanningDomain<P> domain, Schedule base, List<Finding> supposed) {
    try {
      return domain.problem(
          new PlanningContext(
              city,
              base.scope(),
              base.origin().plannedAt(),
              Stream.concat(
                      base.cause().stream().flatMap(request -> request.findings().stream()),
                      supposed.stream())
                  .toList(),
              List.of(),
              readings,
              inForce(base).map(Schedule::artefact),
              field));
    } catch (CannotPlan refusal) {
      throw new Conflict(
          "Không dựng lại được bài toán của phương án này: %s",
          "The problem of this schedule cannot be built: %s", String.valueOf(refusal.getMessage()));
    }
  }

  private Optional<Schedule> inForce(Schedule base) {
    return schedules.findInForce(base.domain(), base.scope());
  }

  private static <P> P decode(
      PlanningDomain<P> domain, P problem, byte[] artefact, String pointer) {
    try {
      return domain.decode(problem, artefact);
    } catch (IllegalArgumentException unfit) {
      throw new BadField(
          pointer,
          "Kế hoạch không dùng được: %s",
          "The plan is of no use: %s",
          String.valueOf(unfit.getMessage()));
    }
  }
}
