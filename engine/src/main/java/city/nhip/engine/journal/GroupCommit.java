package city.nhip.engine.journal;

import city.nhip.engine.reading.Reading;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes batches in turn. Those that arrive while one is being written share the next transaction,
 * and so one flush to disk: the more callers, the cheaper each.
 */
final class GroupCommit {
  private static final int MOST_BATCHES = 200;
  private static final String INSERT =
      """
      insert into reading (source, device, property, observed_at, received_at, zone, reading_value, unit)
      values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
      """;

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
        for (Batch next = waiting.poll(); next != null; next = waiting.poll()) {
          group.add(next);
          if (group.size() == MOST_BATCHES) {
            break;
          }
        }
        commit(group);
      }
    }
  }

  private void commit(List<Batch> group) {
    try {
      Map<Batch, Map<ReadingKey, Long>> ids = new HashMap<>();
      transaction.executeWithoutResult(
          status -> group.forEach(batch -> ids.put(batch, insert(batch))));
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

  private Map<ReadingKey, Long> insert(Batch batch) throws DataAccessException {
    List<Reading> readings = batch.ordered();
    return jdbc.execute(
        (ConnectionCallback<Map<ReadingKey, Long>>)
            connection -> {
              try (PreparedStatement row =
                  connection.prepareStatement(INSERT, new String[] {"id"})) {
                for (Reading reading : readings) {
                  fill(row, reading, batch);
                  row.addBatch();
                }
                return ids(readings, row.executeBatch(), row.getGeneratedKeys());
              }
            });
  }

  private static void fill(PreparedStatement row, Reading reading, Batch batch)
      throws SQLException {
    row.setString(1, reading.source());
    row.setString(2, reading.device());
    row.setString(3, reading.property());
    row.setObject(4, ReadingKey.time(reading.observedAt()));
    row.setObject(5, ReadingKey.time(batch.receivedAt()));
    row.setString(6, batch.zone(reading));
    row.setDouble(7, reading.value());
    row.setString(8, reading.unit());
  }

  /** The database returns an id for each row that it took, in the order of the batch. */
  private static Map<ReadingKey, Long> ids(List<Reading> readings, int[] taken, ResultSet keys)
      throws SQLException {
    Map<ReadingKey, Long> ids = new HashMap<>();
    for (int i = 0; i < taken.length; i++) {
      if (taken[i] == 1) {
        if (!keys.next()) {
          throw new IllegalStateException("The database took more readings than it gave ids");
        }
        ids.put(ReadingKey.of(readings.get(i)), keys.getLong(1));
      }
    }
    if (keys.next()) {
      throw new IllegalStateException("The database gave more ids than it took readings");
    }
    return ids;
  }
}
