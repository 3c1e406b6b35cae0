package city.nhip.scenarios.loop;

import city.nhip.scenarios.server.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A real PostgreSQL, started once a test run, that can be away for a while. */
final class Postgres {
  private static Optional<Postgres> one = Optional.empty();

  private final Path data;
  private final int port;
  private EmbeddedPostgres server;

  @SuppressWarnings("MustBeClosedChecker") // Zonky stops it with the JVM.
  private Postgres() throws IOException {
    data = Files.createTempDirectory("nhip-postgres");
    port = FreePort.find();
    server = builder().setPort(port).start();
  }

  static synchronized Postgres running() {
    Postgres postgres =
        one.orElseGet(
            () -> {
              try {
                return new Postgres();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    one = Optional.of(postgres);
    return postgres;
  }

  String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  void stop() throws IOException {
    server.close();
  }

  @SuppressWarnings("MustBeClosedChecker")
  void start() throws IOException {
    server = builder().setPort(port).start();
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
  }
}
