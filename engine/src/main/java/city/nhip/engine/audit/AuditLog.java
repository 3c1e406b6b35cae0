package city.nhip.engine.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
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
    Head head = head(" for update");
    Entry blank =
        new Entry(
            head.sequence() + 1,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            actor,
            action,
            subject,
            detail,
            head.hash(),
            BEGINNING);
    String hash = blank.computedHash();
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
            hash)
        .update();
    jdbc.sql("update audit_head set seq = ?, entry_hash = ? where id = 1")
        .params(blank.sequence(), hash)
        .update();
  }

  /** Newest first, at most 500. */
  List<Entry> list() {
    return jdbc.sql("select * from audit_entry order by seq desc limit 500")
        .query(AuditLog::row)
        .list();
  }

  /** Oldest first. */
  List<Entry> all() {
    return jdbc.sql("select * from audit_entry order by seq").query(AuditLog::row).list();
  }

  /**
   * @return the first entry that was changed, removed or put in; empty when the chain holds to its
   *     end
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Optional<Long> findBroken() {
    Head head = head("");
    Chain chain = new Chain();
    jdbc.sql("select * from audit_entry order by seq")
        .withFetchSize(500)
        .query((RowCallbackHandler) rows -> chain.add(row(rows, 0)));
    return chain.broken == 0 && !(new Head(chain.length, chain.last).equals(head))
        ? Optional.of(chain.length + 1)
        : Optional.of(chain.broken).filter(broken -> broken > 0);
  }

  private Head head(String lock) {
    return jdbc.sql("select seq, entry_hash from audit_head where id = 1" + lock)
        .query((rows, number) -> new Head(rows.getLong(1), rows.getString(2)))
        .single();
  }

  /** Where the log ends. */
  private record Head(long sequence, String hash) {}

  /** Walks the log from its beginning. */
  private static final class Chain {
    private long length;
    private String last = BEGINNING;
    private long broken;

    void add(Entry entry) {
      if (broken == 0
          && (entry.sequence() != length + 1
              || !entry.previousHash().equals(last)
              || !entry.computedHash().equals(entry.hash()))) {
        broken = length + 1;
      }
      length++;
      last = entry.hash();
    }
  }

  private static Entry row(ResultSet rows, int number) throws SQLException {
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
