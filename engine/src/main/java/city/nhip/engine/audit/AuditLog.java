package city.nhip.engine.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who decided what, when. Each entry's hash covers the one before: a changed byte is found. */
@Repository
public class AuditLog {
  private static final String BEGINNING = "0".repeat(64);

  private final JdbcClient jdbc;
  private final Clock clock;

  AuditLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One line of the log. */
  public record Entry(
      long sequence,
      Instant at,
      String actor,
      String action,
      String subject,
      String detail,
      String previousHash,
      String hash) {
    String computedHash() {
      String text =
          String.join(
              "\n",
              Long.toString(sequence),
              at.toString(),
              actor,
              action,
              subject,
              detail,
              previousHash);
      try {
        return HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java platform has SHA-256", e);
      }
    }
  }

  /** Appends within the caller's transaction: what is rolled back was never said. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(String actor, String action, String subject, String detail) {
    Optional<Entry> last =
        jdbc.sql("select * from audit_entry order by seq desc limit 1 for update")
            .query(AuditLog::row)
            .optional();
    Entry blank =
        new Entry(
            last.map(e -> e.sequence() + 1).orElse(1L),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            actor,
            action,
            subject,
            detail,
            last.map(Entry::hash).orElse(BEGINNING),
            BEGINNING);
    jdbc.sql(
            """
            insert into audit_entry (seq, at, actor, action, subject, detail, previous_hash, entry_hash)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            blank.sequence(),
            blank.at().atOffset(ZoneOffset.UTC),
            actor,
            action,
            subject,
            detail,
            blank.previousHash(),
            blank.computedHash())
        .update();
  }

  public List<Entry> list() {
    return jdbc.sql("select * from audit_entry order by seq").query(AuditLog::row).list();
  }

  /**
   * @return the first entry that was changed, removed or put in; empty when the chain holds
   */
  public Optional<Long> findBroken() {
    String previous = BEGINNING;
    long expected = 1;
    for (Entry entry : list()) {
      if (entry.sequence() != expected
          || !entry.previousHash().equals(previous)
          || !entry.computedHash().equals(entry.hash())) {
        return Optional.of(expected);
      }
      previous = entry.hash();
      expected++;
    }
    return Optional.empty();
  }

  private static Entry row(java.sql.ResultSet rows, int number) throws java.sql.SQLException {
    return new Entry(
        rows.getLong("seq"),
        rows.getObject("at", OffsetDateTime.class).toInstant(),
        rows.getString("actor"),
        rows.getString("action"),
        rows.getString("subject"),
        rows.getString("detail"),
        rows.getString("previous_hash"),
        rows.getString("entry_hash"));
  }
}
