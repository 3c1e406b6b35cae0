package city.nhip.engine.job;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.FieldPlans;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.engine.safety.SafetyChecks;
import city.nhip.engine.safety.SafetyVerdict;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.ScheduleOrigin;
import city.nhip.engine.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries one job from its requests to a proposed schedule, or to the reason why there is none. */
@Service
class SolverJobs {
  private static final Logger LOG = LoggerFactory.getLogger(SolverJobs.class);
  private static final int MOST_ATTEMPTS = 8;

  private final Jobs jobs;
  private final StandingFindings standing;
  private final PlanningDomains domains;
  private final Schedules schedules;
  private final FieldPlans field;
  private final SafetyChecks safety;
  private final City city;
  private final ReadingJournal readings;
  private final Clock clock;
  private final JobLimits limits;
  private final TransactionTemplate transaction;

  SolverJobs(
      Jobs jobs,
      StandingFindings standing,
      PlanningDomains domains,
      Schedules schedules,
      FieldPlans field,
      SafetyChecks safety,
      City city,
      ReadingJournal readings,
      Clock clock,
      JobLimits limits,
      TransactionTemplate transaction) {
    this.jobs = jobs;
    this.standing = standing;
    this.domains = domains;
    this.schedules = schedules;
    this.field = field;
    this.safety = safety;
    this.city = city;
    this.readings = readings;
    this.clock = clock;
    this.limits = limits;
    this.transaction = transaction;
  }

  /**
   * @param leaving true once this process shuts down: the job then goes on elsewhere, from its
   *     checkpoint
   * @return false when the job has not ended and must be run again later
   */
  boolean run(UUID id, BooleanSupplier leaving) {
    Job job = jobs.get(id);
    OptionalInt attempt = claim(job);
    if (attempt.isEmpty()) {
      return jobs.get(id).status().ended(); // Else another job of the scope solves.
    }
    try {
      if (attempt.getAsInt() > MOST_ATTEMPTS) {
        throw new IllegalStateException(
            "It was started %d times and never ended. Look for the cause in the log."
                .formatted(MOST_ATTEMPTS));
      }
      return solve(job, attempt.getAsInt(), domains.find(job.domain()).orElseThrow(), leaving);
    } catch (CannotPlan refusal) {
      LOG.info("Job {} makes no {} plan: {}", id, job.domain(), refusal.getMessage());
      end(job, attempt.getAsInt(), JobStatus.REFUSED, refusal.reason());
    } catch (DataAccessException | TransactionException outage) {
      LOG.warn("Job {} could not be kept: {}", id, outage.getMessage());
      throw outage; // The scheduler tries again; the attempts are counted.
    } catch (RuntimeException failure) {
      LOG.error("Job {} ({} {}) failed", id, job.domain(), job.scope(), failure);
      String what = String.valueOf(failure.getMessage());
      end(
          job,
          attempt.getAsInt(),
          JobStatus.FAILED,
          new Localized("Lỗi khi lập kế hoạch: " + what, "Planning failed: " + what));
    }
    return true;
  }

  private OptionalInt claim(Job job) {
    try {
      return jobs.claim(job);
    } catch (DuplicateKeyException busy) {
      return OptionalInt.empty();
    }
  }

  private <P> boolean solve(
      Job job, int attempt, PlanningDomain<P> domain, BooleanSupplier leaving) {
    List<OptimizationRequest> requests = jobs.requests(job.id());
    Optional<Schedule> inForce = schedules.findInForce(job.domain(), job.scope());
    Instant now = clock.instant();
    List<Finding> findings =
        requests.stream().flatMap(request -> request.findings().stream()).toList();
    P problem =
        domain.problem(
            new PlanningContext(
                city,
                job.scope(),
                now,
                findings,
                standing.before(job, findings, now),
                readings,
                inForce.map(Schedule::artefact),
                field));
    P start =
        jobs.findCheckpoint(job.id())
            .flatMap(bytes -> decode(domain, problem, bytes, "checkpoint"))
            .orElse(problem);
    WatchedSolve watch = new WatchedSolve(jobs, job, attempt, leaving);
    Solved<P> solved = domain.solve(start, limits.of(job), watch);
    watch.keepCourse();
    switch (watch.verdict()) {
      case LEAVING -> {
        LOG.info("Job {} goes on from its checkpoint after the restart", job.id());
        return false;
      }
      case STOPPED -> {
        LOG.info("Job {} was cancelled or taken over", job.id());
        end(job, attempt, JobStatus.CANCELLED, WatchedSolve.CANCELLED_BY_A_PERSON);
        return true;
      }
      case GO_ON -> store(job, attempt, requests, proposal(domain, problem, solved, inForce), now);
    }
    return true;
  }

  private <P> Proposal proposal(
      PlanningDomain<P> domain, P problem, Solved<P> solved, Optional<Schedule> inForce) {
    return domain.propose(
        solved.plan(),
        inForce.flatMap(plan -> decode(domain, problem, plan.artefact(), "plan in force")));
  }

  /** What no longer fits the city is left aside: a job does not fail for its past. */
  private <P> Optional<P> decode(
      PlanningDomain<P> domain, P problem, byte[] artefact, String what) {
    try {
      return Optional.of(domain.decode(problem, artefact));
    } catch (IllegalArgumentException unfit) {
      LOG.warn("The {} of {} no longer applies: {}", what, domain.name(), unfit.getMessage());
      return Optional.empty();
    }
  }

  private void store(
      Job job,
      int attempt,
      List<OptimizationRequest> requests,
      Proposal proposal,
      Instant plannedAt) {
    SafetyVerdict verdict = safety.check(job.domain(), job.scope(), proposal.artefact());
    transaction.executeWithoutResult(
        status -> {
          UUID schedule =
              schedules.propose(
                  job.id(),
                  job.domain(),
                  job.scope(),
                  proposal,
                  verdict,
                  requests,
                  ScheduleOrigin.job(plannedAt));
          if (!jobs.end(job, attempt, JobStatus.DONE, null, schedule, proposal.score())) {
            LOG.info("Job {} attempt {} was fenced off; its result is dropped", job.id(), attempt);
            status.setRollbackOnly();
          }
        });
  }

  private void end(Job job, int attempt, JobStatus status, Localized reason) {
    transaction.executeWithoutResult(tx -> jobs.end(job, attempt, status, reason, null, null));
  }
}
