package city.nhip.engine.journal;

import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.engine.reading.ReadingJournal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One table, one transaction a batch: many rows share one flush to disk. Writers take turns within
 * this process, so that ids grow in the order of commits; the unique constraint guards against
 * writers elsewhere.
 */
@Repository
class JdbcReadingJournal implements ReadingJournal {
  private static final String COLUMNS =
      "id, source, device, property, observed_at, received_at, zone, reading_value, unit";
  private static final String INSERT =
      """
      insert into reading (source, device, property, observed_at, received_at, zone, reading_value, unit)
      values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
      """;
  private static final RowMapper<JournaledReading> ROW = JdbcReadingJournal::row;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Object writing = new Object();

  JdbcReadingJournal(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** What makes a reading unique. */
  private record Key(String source, String device, Instant observedAt, String property) {
    static Key of(Reading reading) {
      return new Key(
          reading.source(), reading.device(), micros(reading.observedAt()), reading.property());
    }
  }

  @Override
  public List<JournaledReading> append(
      List<Reading> batch, Map<String, String> zones, Instant receivedAt) {
    Map<Key, Reading> distinct = new LinkedHashMap<>();
    batch.forEach(reading -> distinct.putIfAbsent(Key.of(reading), reading));
    if (distinct.isEmpty()) {
      return List.of();
    }
    synchronized (writing) {
      return transaction.execute(status -> insert(distinct, zones, receivedAt));
    }
  }

  private List<JournaledReading> insert(
      Map<Key, Reading> distinct, Map<String, String> zones, Instant receivedAt) {
    long before = newestId();
    jdbc.batchUpdate(
        INSERT,
        distinct.values(),
        500,
        (row, reading) -> {
          row.setString(1, reading.source());
          row.setString(2, reading.device());
          row.setString(3, reading.property());
          row.setObject(4, time(reading.observedAt()));
          row.setObject(5, time(receivedAt));
          row.setString(6, zoneOf(reading, zones));
          row.setDouble(7, reading.value());
          row.setString(8, reading.unit());
        });
    Map<Key, JournaledReading> written = new HashMap<>();
    jdbc.query(
        "select " + COLUMNS + " from reading where id > ? and received_at = ?",
        (RowCallbackHandler)
            rows -> {
              JournaledReading one = row(rows, 0);
              written.put(Key.of(one.reading()), one);
            },
        before,
        time(receivedAt));
    List<JournaledReading> fresh = new ArrayList<>(distinct.size());
    for (Key key : distinct.keySet()) {
      JournaledReading one = written.get(key);
      if (one != null) {
        fresh.add(one);
      }
    }
    return fresh;
  }

  private long newestId() {
    Long newest = jdbc.queryForObject("select coalesce(max(id), 0) from reading", Long.class);
    return newest == null ? 0 : newest;
  }

  private static String zoneOf(Reading reading, Map<String, String> zones) {
    String zone = zones.get(reading.device());
    if (zone == null) {
      throw new IllegalArgumentException(
          "Device " + reading.device() + " has no zone. Add it to the city's devices.csv.");
    }
    return zone;
  }

  @Override
  public void replay(String zone, Instant from, Instant to, Consumer<JournaledReading> consumer) {
    jdbc.query(
        "select "
            + COLUMNS
            + " from reading where zone = ? and observed_at >= ? and observed_at < ?"
            + " order by observed_at, id",
        (RowCallbackHandler) rows -> consumer.accept(row(rows, 0)),
        zone,
        time(from),
        time(to));
  }

  @Override
  public List<JournaledReading> between(String device, String property, Instant from, Instant to) {
    return jdbc.query(
        "select "
            + COLUMNS
            + " from reading where property = ? and device = ? and observed_at >= ?"
            + " and observed_at < ? order by observed_at, id",
        ROW,
        property,
        device,
        time(from),
        time(to));
  }

  @Override
  public List<JournaledReading> between(String property, Instant from, Instant to) {
    return jdbc.query(
        "select "
            + COLUMNS
            + " from reading where property = ? and observed_at >= ? and observed_at < ?"
            + " order by observed_at, id",
        ROW,
        property,
        time(from),
        time(to));
  }

  @Override
  public Map<String, JournaledReading> latest(String property, Instant now) {
    Map<String, JournaledReading> latest = new HashMap<>();
    between(property, now.minus(2, ChronoUnit.DAYS), now.plusMillis(1))
        .forEach(reading -> latest.put(reading.reading().device(), reading));
    return latest;
  }

  @Override
  public List<JournaledReading> list(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String marks = String.join(",", Collections.nCopies(ids.size(), "?"));
    return jdbc.query(
        "select " + COLUMNS + " from reading where id in (" + marks + ") order by id",
        ROW,
        ids.toArray());
  }

  @Override
  public Optional<Instant> findLastReceived() {
    Timestamp last = jdbc.queryForObject("select max(received_at) from reading", Timestamp.class);
    return Optional.ofNullable(last).map(Timestamp::toInstant);
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

  private static OffsetDateTime time(Instant instant) {
    return micros(instant).atOffset(ZoneOffset.UTC);
  }

  /** Both databases keep microseconds. */
  private static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
