package city.nhip.engine.journal;

import static city.nhip.engine.journal.ReadingKey.time;

import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.engine.reading.ReadingJournal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One table. Writers share transactions; the unique constraint drops what is there already. */
@Repository
class JdbcReadingJournal implements ReadingJournal {
  /** Older than this, a reading is nobody's latest. */
  private static final Duration LATEST_WITHIN = Duration.ofDays(2);

  private static final int PAGE = 5_000;
  private static final String SELECT =
      "select id, source, device, property, observed_at, received_at, zone, reading_value, unit"
          + " from reading ";
  private static final RowMapper<JournaledReading> ROW = JdbcReadingJournal::row;

  private final JdbcTemplate jdbc;
  private final GroupCommit writers;
  private final LatestReadings latest = new LatestReadings();

  JdbcReadingJournal(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    TransactionTemplate own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.writers = new GroupCommit(jdbc, own);
  }

  @Override
  public List<JournaledReading> append(
      List<Reading> readings, Map<String, String> zones, Instant receivedAt) {
    Batch batch = new Batch(readings, zones, receivedAt);
    if (batch.isEmpty()) {
      return List.of();
    }
    writers.write(batch);
    List<JournaledReading> committed = batch.result();
    latest.note(committed);
    return committed;
  }

  /** Reads page by page: a day of readings never stands in memory at once. */
  @Override
  public void replay(String zone, Instant from, Instant to, Consumer<JournaledReading> consumer) {
    List<JournaledReading> page =
        page("where zone = ? and observed_at >= ? and observed_at < ?", zone, time(from), time(to));
    while (!page.isEmpty()) {
      page.forEach(consumer);
      if (page.size() < PAGE) {
        return;
      }
      JournaledReading last = page.get(page.size() - 1);
      OffsetDateTime at = time(last.reading().observedAt());
      page =
          page(
              "where zone = ? and observed_at >= ? and observed_at < ?"
                  + " and (observed_at > ? or id > ?)",
              zone,
              at,
              time(to),
              at,
              last.id());
    }
  }

  private List<JournaledReading> page(String where, Object... values) {
    return jdbc.query(SELECT + where + " order by observed_at, id limit " + PAGE, ROW, values);
  }

  @Override
  public List<JournaledReading> between(String device, String property, Instant from, Instant to) {
    return jdbc.query(
        SELECT
            + "where property = ? and device = ? and observed_at >= ? and observed_at < ?"
            + " order by observed_at, id",
        ROW,
        property,
        device,
        time(from),
        time(to));
  }

  @Override
  public List<JournaledReading> between(String property, Instant from, Instant to) {
    return jdbc.query(
        SELECT
            + "where property = ? and observed_at >= ? and observed_at < ?"
            + " order by observed_at, id",
        ROW,
        property,
        time(from),
        time(to));
  }

  @Override
  public Map<String, JournaledReading> latest(String property, Instant now) {
    Map<String, JournaledReading> found = new HashMap<>();
    for (JournaledReading one : latest.of(property, this::newest)) {
      Instant observed = one.reading().observedAt();
      if (!observed.isAfter(now.minus(LATEST_WITHIN))) {
        continue;
      }
      String device = one.reading().device();
      if (observed.isAfter(now)) {
        before(property, device, now).ifPresent(earlier -> found.put(device, earlier));
      } else {
        found.put(device, one);
      }
    }
    return found;
  }

  private List<JournaledReading> newest(String property) {
    return jdbc.query(
        """
        select r.* from reading r join (
          select device, max(observed_at) as newest from reading where property = ? group by device
        ) l on r.device = l.device and r.observed_at = l.newest
        where r.property = ?
        """,
        ROW,
        property,
        property);
  }

  /** A device's newest reading then. */
  private Optional<JournaledReading> before(String property, String device, Instant then) {
    return jdbc
        .query(
            SELECT
                + "where property = ? and device = ? and observed_at > ? and observed_at <= ?"
                + " order by observed_at desc, id desc limit 1",
            ROW,
            property,
            device,
            time(then.minus(LATEST_WITHIN)),
            time(then))
        .stream()
        .findFirst();
  }

  @Override
  public List<JournaledReading> list(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String marks = String.join(",", Collections.nCopies(ids.size(), "?"));
    return jdbc.query(SELECT + "where id in (" + marks + ") order by id", ROW, ids.toArray());
  }

  @Override
  public Optional<Instant> findLastReceived() {
    return jdbc.query(SELECT + "order by id desc limit 1", ROW).stream()
        .findFirst()
        .map(JournaledReading::receivedAt);
  }

  private static JournaledReading row(ResultSet rows, int number) throws SQLException {
    return new JournaledReading(
        rows.getLong("id"),
        rows.getString("zone"),
        instant(rows, "received_at"),
        new Reading(
            rows.getString("source"),
            rows.getString("device"),
            rows.getString("property"),
            instant(rows, "observed_at"),
            rows.getDouble("reading_value"),
            rows.getString("unit")));
  }

  private static Instant instant(ResultSet rows, String column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant();
  }
}
