package city.nhip.engine.job;

import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.PlanningDomains;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for rules: a wish becomes a durable job, or joins the one that waits. */
@Service
public class OptimizationRequests {
  private static final int TRIES = 5;

  private final Jobs jobs;
  private final PlanningDomains domains;
  private final SolveQueue queue;
  private final TransactionTemplate transaction;

  OptimizationRequests(
      Jobs jobs, PlanningDomains domains, SolveQueue queue, TransactionTemplate transaction) {
    this.jobs = jobs;
    this.domains = domains;
    this.queue = queue;
    this.transaction = transaction;
  }

  /**
   * Request, job and its task are one transaction. Where two processes ask at once, the database
   * lets one through and the other looks again.
   *
   * @return false when the request was known: a replayed rule, a repeated batch
   * @throws IllegalArgumentException when no planning domain has the request's domain name
   */
  public boolean submit(OptimizationRequest request) {
    PlanningDomain<?> domain =
        domains
            .find(request.domain())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Rule %s asks for domain %s, which is not installed. Correct the rule."
                            .formatted(request.rule(), request.domain())));
    String scope = domain.scope(request.zone());
    for (int attempt = 1; ; attempt++) {
      try {
        return stageOnce(request, scope);
      } catch (DuplicateKeyException | ConcurrencyFailureException elsewhere) {
        giveUpAfter(attempt, elsewhere);
      }
    }
  }

  private static void giveUpAfter(int attempt, DataAccessException elsewhere) {
    if (attempt == TRIES) {
      throw elsewhere;
    }
  }

  private synchronized boolean stageOnce(OptimizationRequest request, String scope) {
    return Boolean.TRUE.equals(transaction.execute(status -> stage(request, scope)));
  }

  private boolean stage(OptimizationRequest request, String scope) {
    if (jobs.knows(request)) {
      return false;
    }
    Job job =
        jobs.lockWaiting(request.domain(), scope)
            .orElseGet(() -> queue.add(jobs.create(request.domain(), scope, request.severity())));
    jobs.attach(job, request);
    if (request.severity() > job.severity()) {
      queue.hasten(job, request.severity());
    }
    return true;
  }
}
