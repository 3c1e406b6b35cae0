package city.nhip.engine.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** One line of the outbox. */
record PublicationView(
    UUID id,
    UUID scheduleId,
    String domain,
    String scope,
    long sequence,
    String hash,
    String status,
    int attempts,
    Instant createdAt,
    Optional<Instant> acknowledgedAt,
    Optional<String> lastError,
    Optional<String> target,
    Optional<Instant> notBefore) {
  static PublicationView row(ResultSet rows, int number) throws SQLException {
    return new PublicationView(
        rows.getObject("id", UUID.class),
        rows.getObject("schedule_id", UUID.class),
        rows.getString("domain"),
        rows.getString("scope"),
        rows.getLong("plan_seq"),
        rows.getString("artefact_hash"),
        rows.getString("status"),
        rows.getInt("attempts"),
        rows.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(rows.getObject("acknowledged_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(rows.getString("last_error")),
        Optional.ofNullable(rows.getString("target")),
        Optional.ofNullable(rows.getObject("not_before", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
