package city.nhip.engine.journal;

import city.nhip.engine.reading.Reading;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes batches in turn. Those that arrive while one is being written share the next transaction,
 * and so one flush to disk: the more callers, the cheaper each.
 */
final class GroupCommit {
  private static final int MOST_ROWS = 20_000;

  /** All rows in one statement, an array a column. */
  private static final String INSERT =
      """
      insert into reading (source, device, property, observed_at, received_at, zone, reading_value, unit)
      select * from unnest(
        cast(? as varchar array), cast(? as varchar array), cast(? as varchar array),
        cast(? as timestamp with time zone array), cast(? as timestamp with time zone array),
        cast(? as varchar array), cast(? as double precision array), cast(? as varchar array))
      on conflict do nothing
      """;

  /** Of the arrays, as PostgreSQL calls them. */
  private static final String[] TYPES = {
    "varchar", "varchar", "varchar", "timestamptz", "timestamptz", "varchar", "float8", "varchar"
  };

  private static final String[] KEYS = {"id", "source", "device", "property", "observed_at"};

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Queue<Batch> waiting = new ConcurrentLinkedQueue<>();
  private final Object writing = new Object();

  GroupCommit(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Returns once the batch is on disk, whoever wrote it. */
  void write(Batch batch) {
    waiting.add(batch);
    synchronized (writing) {
      while (!batch.settled()) {
        List<Batch> group = new ArrayList<>();
        int rows = 0;
        while (rows < MOST_ROWS && !waiting.isEmpty()) {
          Batch next = waiting.remove();
          rows += next.readings().size();
          group.add(next);
        }
        commit(group);
      }
    }
  }

  private void commit(List<Batch> group) {
    try {
      Map<ReadingKey, Row> rows = new TreeMap<>(ReadingKey.ORDER);
      group.forEach(
          batch ->
              batch
                  .readings()
                  .forEach((key, reading) -> rows.putIfAbsent(key, new Row(batch, reading))));
      Map<Batch, Map<ReadingKey, Long>> ids = new HashMap<>();
      transaction.executeWithoutResult(
          status ->
              insert(rows.values())
                  .forEach(
                      (key, id) ->
                          ids.computeIfAbsent(batchOf(rows, key), any -> new HashMap<>())
                              .put(key, id)));
      group.forEach(batch -> batch.settle(ids.getOrDefault(batch, Map.of())));
    } catch (RuntimeException failure) {
      if (group.size() == 1) {
        group.get(0).fail(failure);
      } else {
        // One caller's bad batch is not the others' fault.
        group.forEach(batch -> commit(List.of(batch)));
      }
    } catch (Error fatal) {
      group.forEach(batch -> batch.fail(new IllegalStateException("Not written", fatal)));
      throw fatal;
    }
  }

  /** A reading, and whose it is: of several batches with the same one, the first. */
  private record Row(Batch batch, Reading reading) {}

  private static Batch batchOf(Map<ReadingKey, Row> rows, ReadingKey key) {
    return Objects.requireNonNull(rows.get(key), () -> "The database took another " + key).batch();
  }

  /** The ids of those that the database took. */
  private Map<ReadingKey, Long> insert(Collection<Row> rows) {
    return Objects.requireNonNull(
        jdbc.execute(
            (ConnectionCallback<Map<ReadingKey, Long>>)
                connection -> {
                  try (PreparedStatement insert = connection.prepareStatement(INSERT, KEYS)) {
                    fill(insert, connection, rows);
                    insert.executeUpdate();
                    return ids(insert.getGeneratedKeys());
                  }
                }));
  }

  private static void fill(PreparedStatement insert, Connection connection, Collection<Row> rows)
      throws SQLException {
    Object[][] columns = new Object[8][rows.size()];
    int at = 0;
    for (Row row : rows) {
      Reading reading = row.reading();
      columns[0][at] = reading.source();
      columns[1][at] = reading.device();
      columns[2][at] = reading.property();
      columns[3][at] = ReadingKey.time(reading.observedAt());
      columns[4][at] = ReadingKey.time(row.batch().receivedAt());
      columns[5][at] = row.batch().zone(reading);
      columns[6][at] = reading.value();
      columns[7][at] = reading.unit();
      at++;
    }
    for (int column = 0; column < columns.length; column++) {
      insert.setArray(column + 1, connection.createArrayOf(TYPES[column], columns[column]));
    }
  }

  private static Map<ReadingKey, Long> ids(ResultSet taken) throws SQLException {
    Map<ReadingKey, Long> ids = new HashMap<>();
    while (taken.next()) {
      ids.put(
          new ReadingKey(
              taken.getString("source"),
              taken.getString("device"),
              taken.getObject("observed_at", OffsetDateTime.class).toInstant(),
              taken.getString("property")),
          taken.getLong("id"));
    }
    return ids;
  }
}
