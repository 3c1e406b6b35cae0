package city.nhip.connectors.inbound;

import city.nhip.connectors.inbound.MessageIntake.Message;
import city.nhip.engine.city.Localized;
import city.nhip.engine.web.Tagged;
import city.nhip.rules.intake.RawReading;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what could not be used, with its reason, for thirty days, so that it can be sent again. */
@Repository
class DeadLetters {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int LONGEST_PLACE = 400;
  private static final int LONGEST_REASON = 2_000;
  private static final int LONGEST_PAYLOAD = 4_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcTemplate jdbc;
  private final Clock clock;

  DeadLetters(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What a letter holds, and so how it is sent again. */
  enum Kind {
    /** A whole message, as it came. */
    MESSAGE,
    /** One reading of a message, as JSON. */
    READING,
    /** A note on something that lies elsewhere, as a file: not sent again from here. */
    TEXT
  }

  enum Status {
    OPEN,
    REDRIVEN,
    DISCARDED
  }

  /**
   * @param place a JSON pointer, or a file with its line
   * @param payload what was sent; its beginning where it is long
   * @param raw the whole of it; null for a text
   */
  record Letter(
      Kind kind,
      String place,
      Localized reason,
      String payload,
      byte @Nullable [] raw,
      Map<String, String> headers) {
    Letter {
      place = head(place, LONGEST_PLACE);
      reason = head(reason);
      payload = head(payload, LONGEST_PAYLOAD);
    }

    static Letter ofMessage(Localized reason, Message message) {
      return new Letter(
          Kind.MESSAGE,
          "",
          reason,
          new String(message.payload(), StandardCharsets.UTF_8),
          message.payload(),
          message.headers());
    }

    static Letter ofReading(String pointer, Localized reason, RawReading reading) {
      String text = JSON.writeValueAsString(reading);
      return new Letter(
          Kind.READING, pointer, reason, text, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Letter ofText(String place, Localized reason) {
      return new Letter(Kind.TEXT, place, reason, "", null, Map.of());
    }
  }

  /** A kept letter. */
  record DeadLetter(
      long id,
      Instant receivedAt,
      String source,
      Kind kind,
      String place,
      Localized reason,
      String payload,
      Status status,
      int attempts,
      @Nullable String settledBy)
      implements Tagged {
    @Override
    public String tag() {
      return status + "-" + attempts;
    }
  }

  /** PostgreSQL keeps no NUL in a text. */
  static String head(String text, int most) {
    return text.substring(0, Math.min(most, text.length())).replace('\0', ' ');
  }

  static Localized head(Localized text) {
    return new Localized(head(text.vi(), LONGEST_REASON), head(text.en(), LONGEST_REASON));
  }

  /** A text and its Vietnamese, which older lines do not have. */
  static Localized both(String en, @Nullable String vi) {
    return new Localized(vi == null ? en : vi, en);
  }

  @Transactional
  public void keep(String source, List<Letter> letters) {
    if (letters.isEmpty()) {
      return;
    }
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.batchUpdate(
        "insert into dead_letter (received_at, source, kind, place, reason, reason_vi, payload,"
            + " raw, headers_json) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        letters.stream()
            .map(
                it ->
                    new @Nullable Object[] {
                      now,
                      source,
                      it.kind().name(),
                      it.place(),
                      it.reason().en(),
                      it.reason().vi(),
                      it.payload(),
                      it.raw(),
                      JSON.writeValueAsString(it.headers())
                    })
            .toList());
  }

  /** The newest before {@code before}, of one source or all. */
  List<DeadLetter> list(@Nullable String source, Status status, long before, int most) {
    return source == null
        ? jdbc.query(
            "select * from dead_letter where status = ? and id < ? order by id desc limit ?",
            DeadLetters::row,
            status.name(),
            before,
            most)
        : jdbc.query(
            "select * from dead_letter where source = ? and status = ? and id < ? order by id desc"
                + " limit ?",
            DeadLetters::row,
            source,
            status.name(),
            before,
            most);
  }

  Optional<DeadLetter> find(long id) {
    return jdbc.query("select * from dead_letter where id = ?", DeadLetters::row, id).stream()
        .findFirst();
  }

  int open(String source) {
    Integer count =
        jdbc.queryForObject(
            "select count(*) from dead_letter where source = ? and status = 'OPEN'",
            Integer.class,
            source);
    return count == null ? 0 : count;
  }

  /** The message of a letter, whole. */
  @SuppressWarnings("unchecked")
  Message message(long id) {
    return jdbc.query(
            "select raw, payload, headers_json from dead_letter where id = ?",
            (rows, number) -> {
              byte @Nullable [] raw = rows.getBytes("raw");
              return new Message(
                  raw == null ? rows.getString("payload").getBytes(StandardCharsets.UTF_8) : raw,
                  JSON.readValue(rows.getString("headers_json"), Map.class));
            },
            id)
        .get(0);
  }

  /** An open letter was sent again, or thrown away. */
  void settle(long id, Status status, String by) {
    jdbc.update(
        "update dead_letter set status = ?, attempts = attempts + 1, settled_at = ?, settled_by = ?"
            + " where id = ? and status = 'OPEN'",
        status.name(),
        clock.instant().atOffset(ZoneOffset.UTC),
        by,
        id);
  }

  /** Sent again, and still wrong. */
  void stillWrong(long id, Localized reason) {
    jdbc.update(
        "update dead_letter set attempts = attempts + 1, reason = ?, reason_vi = ? where id = ?",
        head(reason).en(),
        head(reason).vi(),
        id);
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
        Kind.valueOf(rows.getString("kind")),
        rows.getString("place"),
        both(rows.getString("reason"), rows.getString("reason_vi")),
        rows.getString("payload"),
        Status.valueOf(rows.getString("status")),
        rows.getInt("attempts"),
        rows.getString("settled_by"));
  }
}
