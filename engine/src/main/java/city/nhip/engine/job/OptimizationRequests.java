package city.nhip.engine.job;

import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.PlanningDomains;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for rules: a wish becomes a durable job, or joins the one that waits. */
@Service
public class OptimizationRequests {
  private final Jobs jobs;
  private final PlanningDomains domains;
  private final SolveTask task;
  private final SchedulerClient scheduler;
  private final TransactionTemplate transaction;

  OptimizationRequests(
      Jobs jobs,
      PlanningDomains domains,
      SolveTask task,
      SchedulerClient scheduler,
      TransactionTemplate transaction) {
    this.jobs = jobs;
    this.domains = domains;
    this.task = task;
    this.scheduler = scheduler;
    this.transaction = transaction;
  }

  /**
   * Request, job and its task are one transaction.
   *
   * @return false when the request was known: a replayed rule, a repeated batch
   * @throws IllegalArgumentException when no planning domain has the request's domain name
   */
  public synchronized boolean submit(OptimizationRequest request) {
    PlanningDomain<?> domain =
        domains
            .find(request.domain())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Rule %s asks for domain %s, which is not installed. Correct the rule."
                            .formatted(request.rule(), request.domain())));
    String scope = domain.scope(request.zone());
    try {
      return Boolean.TRUE.equals(transaction.execute(status -> stage(request, scope)));
    } catch (DuplicateKeyException knownElsewhere) {
      return false;
    }
  }

  private boolean stage(OptimizationRequest request, String scope) {
    if (jobs.knows(request)) {
      return false;
    }
    UUID job =
        jobs.lockWaiting(request.domain(), scope)
            .orElseGet(
                () -> {
                  UUID created = jobs.create(request.domain(), scope, request.severity());
                  task.schedule(scheduler, created, request.severity());
                  return created;
                });
    jobs.attach(job, request);
    return true;
  }
}
