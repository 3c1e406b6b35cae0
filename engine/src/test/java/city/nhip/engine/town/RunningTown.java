package city.nhip.engine.town;

import static org.awaitility.Awaitility.await;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.job.OptimizationRequests;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.engine.schedule.ScheduleLine;
import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/** The town on one database, started once a test run; tests keep apart by their scopes. */
public final class RunningTown implements AutoCloseable {
  private static final Map<Database, RunningTown> TOWNS = new EnumMap<>(Database.class);

  private final ServletWebServerApplicationContext context;

  private RunningTown(String... properties) {
    context =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Town.class)
                .properties(properties)
                .properties("server.port=0")
                .run();
  }

  public static synchronized RunningTown on(Database database) {
    return TOWNS.computeIfAbsent(
        database, one -> new RunningTown("spring.datasource.url=" + one.url()));
  }

  /** A town of its own, on H2; whoever starts it closes it. */
  public static RunningTown with(String... properties) {
    return new RunningTown(
        Stream.concat(
                Stream.of("spring.datasource.url=" + Database.H2.url()), Stream.of(properties))
            .toArray(String[]::new));
  }

  @Override
  public void close() {
    context.close();
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  public void transaction(Runnable work) {
    bean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
  }

  public String url() {
    return "http://localhost:" + context.getWebServer().getPort();
  }

  /** The reading without which the town does not plan for a scope. */
  public JournaledReading level(String scope) {
    String tank = PumpingDomain.tank(scope);
    return bean(ReadingJournal.class)
        .append(
            List.of(
                new Reading("test", tank, "tankLevel", CityClock.START.minusSeconds(60), 20, "%")),
            Map.of(tank, "north"),
            CityClock.START)
        .get(0);
  }

  public static OptimizationRequest request(String scope, int hours, int window, int severity) {
    Instant from = CityClock.START.plusSeconds(60L * window);
    return new OptimizationRequest(
        "pumping",
        scope,
        "Low tank asks for pumping",
        "v1",
        new TimeWindow(from, from.plusSeconds(60)),
        new Localized("Bồn gần cạn", "The tank is low"),
        severity,
        List.of(new Finding("hours-needed", scope, hours, from, from.plusSeconds(3600))),
        List.of());
  }

  public boolean submit(OptimizationRequest request) {
    return bean(OptimizationRequests.class).submit(request);
  }

  /** Submits one request for a scope and waits for its proposal. */
  public ScheduleLine proposal(String scope, int hours, int window) {
    submit(request(scope, hours, window, 2));
    return awaitStatus(scope, ScheduleStatus.PROPOSED);
  }

  public ScheduleLine awaitStatus(String scope, ScheduleStatus status) {
    List<ScheduleLine> found =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> bean(Schedules.class).list("pumping", scope, status),
                list -> !list.isEmpty());
    return found.get(found.size() - 1);
  }

  public ScheduleStatus status(UUID schedule) {
    return bean(Schedules.class).get(schedule).status();
  }

  public ResponseEntity<String> get(String path, String who) {
    return call(HttpMethod.GET, path, who, Map.of(), Map.of());
  }

  public ResponseEntity<String> post(String path, String who, Map<String, ?> body) {
    return call(HttpMethod.POST, path, who, body, Map.of());
  }

  public ResponseEntity<String> post(
      String path, String who, Map<String, ?> body, Map<String, String> headers) {
    return call(HttpMethod.POST, path, who, body, headers);
  }

  /**
   * @param who name and password; empty for nobody
   */
  private ResponseEntity<String> call(
      HttpMethod method,
      String path,
      String who,
      Map<String, ?> body,
      Map<String, String> headers) {
    RestClient.RequestBodySpec call =
        RestClient.builder()
            .baseUrl(url())
            .defaultStatusHandler(status -> true, (request, response) -> {})
            .build()
            .method(method)
            .uri(path);
    headers.forEach(call::header);
    if (!who.isEmpty()) {
      call.headers(sent -> sent.setBasicAuth(who, who));
    }
    if (method == HttpMethod.POST) {
      call.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    return call.retrieve().toEntity(String.class);
  }
}
