package city.nhip.engine.job;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.engine.safety.SafetyChecks;
import city.nhip.engine.safety.SafetyVerdict;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.Schedules;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries one job from its requests to a proposed schedule, or to the reason why there is none. */
@Service
class SolverJobs {
  private static final Logger LOG = LoggerFactory.getLogger(SolverJobs.class);

  private final Jobs jobs;
  private final PlanningDomains domains;
  private final Schedules schedules;
  private final SafetyChecks safety;
  private final City city;
  private final ReadingJournal readings;
  private final Clock clock;
  private final JobLimits limits;
  private final TransactionTemplate transaction;

  SolverJobs(
      Jobs jobs,
      PlanningDomains domains,
      Schedules schedules,
      SafetyChecks safety,
      City city,
      ReadingJournal readings,
      Clock clock,
      JobLimits limits,
      TransactionTemplate transaction) {
    this.jobs = jobs;
    this.domains = domains;
    this.schedules = schedules;
    this.safety = safety;
    this.city = city;
    this.readings = readings;
    this.clock = clock;
    this.limits = limits;
    this.transaction = transaction;
  }

  void run(UUID id) {
    Optional<Integer> attempt = jobs.claim(id);
    if (attempt.isEmpty()) {
      return;
    }
    Job job = jobs.find(id).orElseThrow();
    try {
      solve(job, attempt.get(), domains.find(job.domain()).orElseThrow());
    } catch (CannotPlan refusal) {
      LOG.info("Job {} makes no {} plan: {}", id, job.domain(), refusal.getMessage());
      end(job, attempt.get(), JobStatus.REFUSED, refusal.reason());
    } catch (RuntimeException failure) {
      LOG.error("Job {} ({} {}) failed", id, job.domain(), job.scope(), failure);
      String what = String.valueOf(failure.getMessage());
      end(
          job,
          attempt.get(),
          JobStatus.FAILED,
          new Localized("Lỗi khi lập kế hoạch: " + what, "Planning failed: " + what));
    }
  }

  private <P> void solve(Job job, int attempt, PlanningDomain<P> domain) {
    List<OptimizationRequest> requests = jobs.requests(job.id());
    Optional<Schedule> inForce = schedules.findInForce(job.domain(), job.scope());
    P problem =
        domain.problem(
            new PlanningContext(
                city,
                job.scope(),
                clock.instant(),
                requests.stream().flatMap(request -> request.findings().stream()).toList(),
                readings,
                inForce.map(Schedule::artefact)));
    P start =
        jobs.findCheckpoint(job.id()).map(bytes -> domain.decode(problem, bytes)).orElse(problem);
    WatchedSolve watch = new WatchedSolve(jobs, job, attempt);
    SolveLimits bounded = limits.of(job);
    Solved<P> solved = domain.solve(start, bounded, watch);
    if (watch.stopped()) {
      LOG.info("Job {} was cancelled or taken over", job.id());
      end(job, attempt, JobStatus.CANCELLED, WatchedSolve.CANCELLED_BY_A_PERSON);
      return;
    }
    Proposal proposal =
        domain.propose(solved.plan(), inForce.map(plan -> domain.decode(problem, plan.artefact())));
    SafetyVerdict verdict = safety.check(job.domain(), job.scope(), proposal.artefact());
    transaction.executeWithoutResult(
        status -> {
          UUID schedule =
              schedules.propose(job.id(), job.domain(), job.scope(), proposal, verdict, requests);
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
