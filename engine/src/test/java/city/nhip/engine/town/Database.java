package city.nhip.engine.town;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The databases that the one schema must serve; each is started at most once a test run. */
public enum Database {
  H2 {
    @Override
    String start() throws IOException {
      return "jdbc:h2:file:"
          + Files.createTempDirectory("nhip-h2").resolve("nhip")
          + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0";
    }
  },
  POSTGRESQL {
    @Override
    @SuppressWarnings("MustBeClosedChecker") // Zonky stops it with the JVM.
    String start() throws IOException {
      return EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres");
    }
  };

  abstract String start() throws IOException;

  String url() {
    try {
      return start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
