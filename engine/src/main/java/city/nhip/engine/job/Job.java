package city.nhip.engine.job;

import city.nhip.engine.city.Localized;
import city.nhip.engine.web.Tagged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * One optimization job.
 *
 * @param attempt how often it was started; a later attempt fences an earlier one off
 * @param score of the best plan so far
 * @param reason why it ended without a schedule
 * @param requests how many wishes it serves
 */
record Job(
    UUID id,
    String domain,
    String scope,
    JobStatus status,
    int severity,
    int attempt,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<String> score,
    Optional<UUID> scheduleId,
    Optional<Localized> reason,
    int requests)
    implements Tagged {
  static final String SELECT =
      """
      select j.*, (select count(*) from optimization_request r where r.job_id = j.id) as requests
      from optimization_job j
      """;

  /** A better plan on the way is no other state. */
  @Override
  public String tag() {
    return status + "-" + attempt;
  }

  /** The place of this job's scope among those with a status; the database keeps it unique. */
  String lane(JobStatus of) {
    return lane(of, domain, scope);
  }

  static String lane(JobStatus of, String domain, String scope) {
    return of + "|" + domain + "|" + scope;
  }

  static Job row(ResultSet rows, int number) throws SQLException {
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
