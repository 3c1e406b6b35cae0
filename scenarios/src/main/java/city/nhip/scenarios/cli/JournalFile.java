package city.nhip.scenarios.cli;

import city.nhip.engine.reading.ReadingJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The journal of a city that is not running, for reading only. */
final class JournalFile implements AutoCloseable {
  private final AnnotationConfigApplicationContext context;

  private JournalFile(AnnotationConfigApplicationContext context) {
    this.context = context;
  }

  /**
   * @throws BadInput when no journal is there
   */
  static JournalFile open(Path memory) {
    Path file = memory.toAbsolutePath().normalize().resolve("nhip");
    if (!Files.exists(Path.of(file + ".mv.db"))) {
      throw new BadInput("there is no journal in %s. Give a city's data folder.".formatted(memory));
    }
    DriverManagerDataSource source =
        new DriverManagerDataSource(
            "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;ACCESS_MODE_DATA=r"
                .formatted(file));
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(source));
    context.registerBean(
        PlatformTransactionManager.class, () -> new JdbcTransactionManager(source));
    context.scan("city.nhip.engine.journal");
    context.refresh();
    return new JournalFile(context);
  }

  ReadingJournal readings() {
    return context.getBean(ReadingJournal.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
