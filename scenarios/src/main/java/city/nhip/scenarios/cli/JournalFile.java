package city.nhip.scenarios.cli;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.city.Zone;
import city.nhip.engine.reading.Reading;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.scenarios.replay.RecordedDay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The journal of a city that is not running: for reading only, or made of a recorded day. */
final class JournalFile implements AutoCloseable {
  private static final String URL =
      "jdbc:h2:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
  private static final int BATCH = 5_000;

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
    return on(new DriverManagerDataSource(URL.formatted("file:" + file) + ";ACCESS_MODE_DATA=r"));
  }

  /**
   * A journal in memory, with all that a recorded day holds for a span.
   *
   * @param before how long before the span its past begins
   */
  static JournalFile of(RecordedDay day, City city, TimeWindow span, Duration before) {
    DriverManagerDataSource source =
        new DriverManagerDataSource(
            URL.formatted("mem:" + UUID.randomUUID()) + ";DB_CLOSE_DELAY=-1");
    Flyway.configure().dataSource(source).load().migrate();
    JournalFile journal = on(source);
    Map<String, String> zones =
        city.devices().values().stream().collect(Collectors.toMap(Device::id, Device::zone));
    List<Reading> batch = new ArrayList<>();
    for (Zone zone : city.zones()) {
      day.replay(
          zone.id(),
          span.from().minus(before),
          span.to(),
          one -> {
            batch.add(one.reading());
            if (batch.size() == BATCH) {
              journal.readings().append(List.copyOf(batch), zones, span.to());
              batch.clear();
            }
          });
    }
    journal.readings().append(batch, zones, span.to());
    return journal;
  }

  private static JournalFile on(DriverManagerDataSource source) {
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
