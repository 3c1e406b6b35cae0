package city.nhip.connectors.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps what could not be used, with its reason, for thirty days. */
@Repository
class DeadLetters {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int LONGEST_PLACE = 400;
  private static final int LONGEST_REASON = 2_000;
  private static final int LONGEST_PAYLOAD = 4_000;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  DeadLetters(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param place a JSON pointer, or a file with its line
   * @param payload what was sent; its beginning where it is long
   */
  record Letter(String place, String reason, String payload) {
    Letter {
      place = head(place, LONGEST_PLACE);
      reason = head(reason, LONGEST_REASON);
      payload = head(payload, LONGEST_PAYLOAD);
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static String head(String text, int most) {
      return text.substring(0, Math.min(most, text.length())).replace('\0', ' ');
    }
  }

  /** A kept letter. */
  record DeadLetter(
      long id, Instant receivedAt, String source, String place, String reason, String payload) {}

  @Transactional
  public void keep(String source, List<Letter> letters) {
    if (letters.isEmpty()) {
      return;
    }
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.batchUpdate(
        "insert into dead_letter (received_at, source, place, reason, payload) values (?, ?, ?, ?, ?)",
        letters.stream()
            .map(
                letter ->
                    new Object[] {now, source, letter.place(), letter.reason(), letter.payload()})
            .toList());
  }

  List<DeadLetter> list() {
    return jdbc.query("select * from dead_letter order by id desc limit 200", DeadLetters::row);
  }

  @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
  void forget() {
    jdbc.update(
        "delete from dead_letter where received_at < ?",
        clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC));
  }

  private static DeadLetter row(ResultSet rows, int number) throws SQLException {
    return new DeadLetter(
        rows.getLong("id"),
        rows.getObject("received_at", OffsetDateTime.class).toInstant(),
        rows.getString("source"),
        rows.getString("place"),
        rows.getString("reason"),
        rows.getString("payload"));
  }

  @RestController
  static class DeadLetterController {
    private final DeadLetters letters;

    DeadLetterController(DeadLetters letters) {
      this.letters = letters;
    }

    /** The newest 200. */
    @GetMapping("/api/dead-letters")
    List<DeadLetter> list() {
      return letters.list();
    }
  }
}
