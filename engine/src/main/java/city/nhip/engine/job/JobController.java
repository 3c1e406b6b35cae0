package city.nhip.engine.job;

import city.nhip.engine.audit.AuditLog;
import city.nhip.engine.city.City;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.web.Conflict;
import city.nhip.engine.web.Stale;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists jobs, starts them by hand and stops them. */
@RestController
@RequestMapping("/api/jobs")
class JobController {
  private final Jobs jobs;
  private final OptimizationRequests requests;
  private final PlanningDomains domains;
  private final City city;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  JobController(
      Jobs jobs,
      OptimizationRequests requests,
      PlanningDomains domains,
      City city,
      AuditLog audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.jobs = jobs;
    this.requests = requests;
    this.domains = domains;
    this.city = city;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  @GetMapping
  List<Job> list() {
    return jobs.list();
  }

  @GetMapping("/{id}")
  Job get(@PathVariable UUID id) {
    return jobs.find(id).orElseThrow(() -> new NoSuchElementException("There is no job " + id));
  }

  /** The course of its search so far. */
  @GetMapping("/{id}/progress")
  List<Jobs.Progress> progress(@PathVariable UUID id) {
    return jobs.progress(id);
  }

  /**
   * A person asks for a schedule by the door that rules use: the wish joins a job that waits. Asked
   * again within a minute, it is the same one.
   */
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Job ask(@RequestBody PlanAsk ask, Principal who) {
    OptimizationRequest wish = ask.request(city, domains, who.getName(), clock.instant());
    transaction.executeWithoutResult(
        status ->
            audit.append(who.getName(), "ASKED", wish.domain() + " " + wish.zone(), ask.reason()));
    requests.submit(wish);
    return jobs.of(wish);
  }

  /** A waiting job ends at once; a solving one within a second. */
  @PostMapping("/{id}/cancellation")
  Job cancel(
      @PathVariable UUID id, @RequestHeader("If-Match") Optional<String> match, Principal who) {
    Job job = get(id);
    Stale.check(match, job.tag());
    transaction.executeWithoutResult(
        status -> {
          boolean waited =
              jobs.end(job, 0, JobStatus.CANCELLED, WatchedSolve.CANCELLED_BY_A_PERSON, null, null);
          if (!waited && !jobs.requestCancel(job)) {
            throw new Conflict("Công việc đã kết thúc.", "Job %s has ended already.", id);
          }
          audit.append(who.getName(), "CANCELLED", "job " + id, job.domain() + " " + job.scope());
        });
    return get(id);
  }
}
