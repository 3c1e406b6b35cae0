package city.nhip.engine.job;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.web.LiveEvent;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The store of jobs and of the requests behind them. */
@Repository
class Jobs {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Jobs(JdbcClient jdbc, JsonMapper json, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.events = events;
  }

  boolean knows(OptimizationRequest request) {
    return jdbc.sql("select count(*) from optimization_request where request_key = ?")
            .param(request.key())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** The job that a known request became part of. */
  Job of(OptimizationRequest request) {
    return get(
        jdbc.sql("select job_id from optimization_request where request_key = ?")
            .param(request.key())
            .query(UUID.class)
            .single());
  }

  /** Locks the job that still waits for a scope, so that it cannot start before the commit. */
  Optional<Job> lockWaiting(String domain, String scope) {
    return jdbc.sql("select id from optimization_job where lane = ? for update")
        .param(Job.lane(JobStatus.WAITING, domain, scope))
        .query(UUID.class)
        .optional()
        .flatMap(this::find);
  }

  Job create(String domain, String scope, int severity) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into optimization_job (id, domain, scope, status, severity, attempt, created_at, cancel_requested, lane)
            values (?, ?, ?, 'WAITING', ?, 0, ?, false, ?)
            """)
        .params(id, domain, scope, severity, now(), Job.lane(JobStatus.WAITING, domain, scope))
        .update();
    return get(id);
  }

  void attach(Job job, OptimizationRequest request) {
    jdbc.sql(
            "insert into optimization_request (request_key, job_id, received_at, request_json)"
                + " values (?, ?, ?, ?)")
        .params(request.key(), job.id(), now(), json.writeValueAsString(request))
        .update();
    jdbc.sql("update optimization_job set severity = ? where id = ? and severity < ?")
        .params(request.severity(), job.id(), request.severity())
        .update();
    tell(job, JobStatus.WAITING, "");
  }

  List<OptimizationRequest> requests(UUID job) {
    return jdbc
        .sql(
            "select request_json from optimization_request where job_id = ?"
                + " order by received_at, request_key")
        .param(job)
        .query(String.class)
        .list()
        .stream()
        .map(text -> json.readValue(text, OptimizationRequest.class))
        .toList();
  }

  /**
   * Starts the next attempt of a job that waits, or that a dead process left behind.
   *
   * @return its number; empty while another job of the scope solves, or when this one has ended
   * @throws org.springframework.dao.DuplicateKeyException when that other job started just now
   */
  @Transactional
  public OptionalInt claim(Job job) {
    String lane = job.lane(JobStatus.SOLVING);
    int changed =
        jdbc.sql(
                """
                update optimization_job set status = 'SOLVING', lane = ?, attempt = attempt + 1,
                  started_at = coalesce(started_at, ?)
                where id = ? and status in ('WAITING', 'SOLVING')
                  and not exists (select 1 from optimization_job other where other.lane = ? and other.id <> ?)
                """)
            .params(lane, now(), job.id(), lane, job.id())
            .update();
    if (changed == 0) {
      return OptionalInt.empty();
    }
    tell(job, JobStatus.SOLVING, "");
    return OptionalInt.of(get(job.id()).attempt());
  }

  Optional<byte[]> findCheckpoint(UUID job) {
    return jdbc.sql(
            "select checkpoint from optimization_job where id = ? and checkpoint is not null")
        .param(job)
        .query((rows, number) -> rows.getBytes(1))
        .optional();
  }

  /**
   * @return false when this attempt was fenced off or cancelled: stop solving
   */
  @Transactional
  public boolean checkpoint(Job job, int attempt, byte[] artefact, String score) {
    int changed =
        jdbc.sql(
                """
                update optimization_job set checkpoint = ?, score = ?
                where id = ? and attempt = ? and status = 'SOLVING' and not cancel_requested
                """)
            .params(artefact, score, job.id(), attempt)
            .update();
    if (changed == 1) {
      tell(job, JobStatus.SOLVING, score);
    }
    return changed == 1;
  }

  /** Adds to the course of a job's search; elapsed milliseconds to score. */
  @Transactional
  public void progress(Job job, Map<Long, String> scores) {
    scores.forEach(
        (elapsed, score) ->
            jdbc.sql(
                    """
                    insert into job_progress (job_id, elapsed_millis, score) select :id, :elapsed, :score
                    where not exists (select 1 from job_progress where job_id = :id and elapsed_millis = :elapsed)
                    """)
                .param("id", job.id())
                .param("elapsed", elapsed)
                .param("score", score)
                .update());
  }

  /** One point of a search's course. */
  record Progress(long elapsedMillis, String score) {}

  List<Progress> progress(UUID job) {
    return jdbc.sql(
            "select elapsed_millis, score from job_progress where job_id = ? order by elapsed_millis")
        .param(job)
        .query((rows, number) -> new Progress(rows.getLong(1), rows.getString(2)))
        .list();
  }

  /**
   * Ends an attempt; part of the caller's transaction.
   *
   * @return false when a later attempt, or a person, was quicker
   */
  boolean end(
      Job job,
      int attempt,
      JobStatus status,
      @Nullable Localized reason,
      @Nullable UUID schedule,
      @Nullable String score) {
    int changed =
        jdbc.sql(
                """
                update optimization_job set status = :status, ended_at = :now, reason_vi = :vi, reason_en = :en,
                  schedule_id = :schedule, score = coalesce(:score, score), checkpoint = null, lane = null
                where id = :id and attempt = :attempt and status in ('WAITING', 'SOLVING')
                """)
            .param("status", status.name())
            .param("now", now())
            .param("vi", reason == null ? null : cut(reason.vi()))
            .param("en", reason == null ? null : cut(reason.en()))
            .param("schedule", schedule)
            .param("score", score)
            .param("id", job.id())
            .param("attempt", attempt)
            .update();
    if (changed == 1) {
      tell(job, status, score == null ? "" : score);
    }
    return changed == 1;
  }

  /**
   * @return false when the job is not solving
   */
  boolean requestCancel(Job job) {
    return jdbc.sql(
                "update optimization_job set cancel_requested = true"
                    + " where id = ? and status = 'SOLVING'")
            .param(job.id())
            .update()
        == 1;
  }

  /** True as well when another attempt has taken the job over, or it has ended. */
  boolean mustStop(Job job, int attempt) {
    return jdbc.sql(
                "select count(*) from optimization_job where id = ? and attempt = ?"
                    + " and status = 'SOLVING' and not cancel_requested")
            .params(job.id(), attempt)
            .query(Integer.class)
            .single()
        == 0;
  }

  Job get(UUID id) {
    return find(id).orElseThrow();
  }

  Optional<Job> find(UUID id) {
    return jdbc.sql(Job.SELECT + " where j.id = ?").param(id).query(Job::row).optional();
  }

  /** Newest first, at most 200. */
  List<Job> list() {
    return jdbc.sql(Job.SELECT + " order by j.created_at desc, j.id limit 200")
        .query(Job::row)
        .list();
  }

  private void tell(Job job, JobStatus status, String score) {
    events.publishEvent(
        new LiveEvent(
            "job",
            job.id().toString(),
            Map.of(
                "domain", job.domain(),
                "scope", job.scope(),
                "status", status.name(),
                "score", score)));
  }

  private static String cut(String text) {
    return text.length() <= 2000 ? text : text.substring(0, 2000);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
