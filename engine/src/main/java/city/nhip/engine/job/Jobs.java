package city.nhip.engine.job;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.web.LiveEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final String SELECT =
      """
      select j.*, (select count(*) from optimization_request r where r.job_id = j.id) as requests
      from optimization_job j
      """;

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

  /** Locks the job that still waits for a scope, so that it cannot start before the commit. */
  Optional<UUID> lockWaiting(String domain, String scope) {
    return jdbc
        .sql(
            "select id from optimization_job where domain = ? and scope = ? and status = 'WAITING'"
                + " for update")
        .params(domain, scope)
        .query(UUID.class)
        .stream()
        .findFirst();
  }

  UUID create(String domain, String scope, int severity) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into optimization_job (id, domain, scope, status, severity, attempt, created_at, cancel_requested)
            values (?, ?, ?, 'WAITING', ?, 0, ?, false)
            """)
        .params(id, domain, scope, severity, now())
        .update();
    tell(id, domain, scope, JobStatus.WAITING, "");
    return id;
  }

  void attach(UUID job, OptimizationRequest request) {
    jdbc.sql(
            "insert into optimization_request (request_key, job_id, received_at, request_json)"
                + " values (?, ?, ?, ?)")
        .params(request.key(), job, now(), json.writeValueAsString(request))
        .update();
    jdbc.sql("update optimization_job set severity = ? where id = ? and severity < ?")
        .params(request.severity(), job, request.severity())
        .update();
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
   * Starts the next attempt.
   *
   * @return its number; empty when the job has ended
   */
  @Transactional
  public Optional<Integer> claim(UUID job) {
    int changed =
        jdbc.sql(
                """
                update optimization_job set status = 'SOLVING', attempt = attempt + 1,
                  started_at = coalesce(started_at, ?) where id = ? and status in ('WAITING', 'SOLVING')
                """)
            .params(now(), job)
            .update();
    if (changed == 0) {
      return Optional.empty();
    }
    Job claimed = find(job).orElseThrow();
    tell(job, claimed.domain(), claimed.scope(), JobStatus.SOLVING, "");
    return Optional.of(claimed.attempt());
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
      tell(job.id(), job.domain(), job.scope(), JobStatus.SOLVING, score);
    }
    return changed == 1;
  }

  /** Ends the attempt; within the caller's transaction. */
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
                  schedule_id = :schedule, score = coalesce(:score, score), checkpoint = null
                where id = :id and attempt = :attempt and status = 'SOLVING'
                """)
            .param("status", status.name())
            .param("now", now())
            .param("vi", reason == null ? null : reason.vi())
            .param("en", reason == null ? null : reason.en())
            .param("schedule", schedule)
            .param("score", score)
            .param("id", job.id())
            .param("attempt", attempt)
            .update();
    if (changed == 1) {
      tell(job.id(), job.domain(), job.scope(), status, score == null ? "" : score);
    }
    return changed == 1;
  }

  boolean requestCancel(UUID job) {
    return jdbc.sql(
                "update optimization_job set cancel_requested = true"
                    + " where id = ? and status in ('WAITING', 'SOLVING')")
            .param(job)
            .update()
        == 1;
  }

  boolean cancelRequested(UUID job) {
    return jdbc.sql("select cancel_requested from optimization_job where id = ?")
        .param(job)
        .query(Boolean.class)
        .single();
  }

  Optional<Job> find(UUID id) {
    return jdbc.sql(SELECT + " where j.id = ?").param(id).query(Jobs::row).optional();
  }

  List<Job> list() {
    return jdbc.sql(SELECT + " order by j.created_at desc, j.id limit 200").query(Jobs::row).list();
  }

  private void tell(UUID id, String domain, String scope, JobStatus status, String score) {
    events.publishEvent(
        new LiveEvent(
            "job",
            id.toString(),
            Map.of("domain", domain, "scope", scope, "status", status.name(), "score", score)));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Job row(ResultSet rows, int number) throws SQLException {
    String vi = rows.getString("reason_vi");
    String en = rows.getString("reason_en");
    return new Job(
        rows.getObject("id", UUID.class),
        rows.getString("domain"),
        rows.getString("scope"),
        JobStatus.valueOf(rows.getString("status")),
        rows.getInt("severity"),
        rows.getInt("attempt"),
        rows.getObject("created_at", OffsetDateTime.class).toInstant(),
        findInstant(rows, "started_at"),
        findInstant(rows, "ended_at"),
        Optional.ofNullable(rows.getString("score")),
        Optional.ofNullable(rows.getObject("schedule_id", UUID.class)),
        vi == null || en == null ? Optional.empty() : Optional.of(new Localized(vi, en)),
        rows.getInt("requests"));
  }

  private static Optional<Instant> findInstant(ResultSet rows, String column) throws SQLException {
    return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
