package city.nhip.engine.journal;

import java.util.Objects;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Waits until what was committed is in the database's file. H2 hands a commit to a background
 * writer even with {@code WRITE_DELAY=0}, and skips it where another one is under way: a process
 * that is killed just then loses what was acknowledged. A checkpoint waits, but only where there is
 * something left to write; an uncommitted row sees to that. Other databases wait by themselves.
 */
final class FileFlush {
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final boolean needed;

  FileFlush(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.needed =
        Objects.requireNonNull(
                jdbc.execute(
                    (ConnectionCallback<String>)
                        connection -> connection.getMetaData().getDatabaseProductName()))
            .equals("H2");
  }

  void flush() {
    if (needed) {
      transaction.executeWithoutResult(
          status -> {
            jdbc.update("insert into flush_mark default values");
            jdbc.execute("checkpoint");
            status.setRollbackOnly();
          });
    }
  }
}
