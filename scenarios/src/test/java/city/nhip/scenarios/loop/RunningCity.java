package city.nhip.scenarios.loop;

import static org.awaitility.Awaitility.await;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.scenarios.server.CityServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The tiny city, served in this process; each kind is started once a test run. */
final class RunningCity {
  /** Where the committed tiny city stands. */
  static final Path TINY = Path.of("cities/tiny").toAbsolutePath();

  private static Optional<RunningCity> living = Optional.empty();
  private static Optional<RunningCity> quiet = Optional.empty();
  private static Optional<RunningCity> watched = Optional.empty();

  private final ConfigurableApplicationContext context;
  private final Path data;

  private RunningCity(String... options) {
    try {
      data = Files.createTempDirectory("nhip-city");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> all =
        new ArrayList<>(
            List.of(
                "--nhip.city=" + copied(TINY, data.resolve("city")),
                "--nhip.data=" + data,
                "--server.port=0",
                "--management.server.port=0",
                "--nhip.job.seconds=1",
                "--nhip.job.gathering=200ms"));
    all.addAll(List.of(options));
    context = SpringApplication.run(CityServer.class, all.toArray(String[]::new));
  }

  /** A folder of its own: a test may change it while the city runs. */
  private static Path copied(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * On H2, with its day replayed at an hour a minute from before the evening peak; it begins with
   * the first test that asks for it, and {@link EveningCityTest} needs that peak.
   */
  static synchronized RunningCity living() {
    RunningCity city =
        living.orElseGet(
            () ->
                new RunningCity(
                    "--nhip.speed=60",
                    "--nhip.announce.webhooks[0].name=desk",
                    "--nhip.announce.webhooks[0].url=" + Neighbours.running().url() + "/hook",
                    "--nhip.announce.webhooks[0].secret=" + Neighbours.SECRET,
                    "--nhip.announce.ngsi-broker=" + Neighbours.running().url()));
    living = Optional.of(city);
    return city;
  }

  /** On PostgreSQL, live, with no device but the tests. */
  static synchronized RunningCity quiet() {
    RunningCity city =
        quiet.orElseGet(
            () ->
                new RunningCity(
                    "--nhip.speed=1",
                    "--nhip.replay.enabled=false",
                    "--spring.datasource.hikari.connection-timeout=2000",
                    "--spring.datasource.url=" + Postgres.running().url()));
    quiet = Optional.of(city);
    return city;
  }

  /** On H2, live, for a person at a browser. */
  static synchronized RunningCity watched() {
    RunningCity city =
        watched.orElseGet(() -> new RunningCity("--nhip.speed=1", "--nhip.replay.enabled=false"));
    watched = Optional.of(city);
    return city;
  }

  /** All approaches are nearly full, five minutes ago and now: enough for a rule to ask. */
  List<Map<String, Object>> peak() {
    List<Map<String, Object>> batch = new ArrayList<>();
    Instant now = bean(Clock.class).instant();
    for (Device device : bean(City.class).devices().values()) {
      double capacity = device.limits().getOrDefault("capacityVehiclesPerHour", 0.0);
      for (int minutes : capacity == 0 ? List.<Integer>of() : List.of(6, 1)) {
        Instant at = now.minus(Duration.ofMinutes(minutes)).minusMillis(1);
        batch.add(reading(device.id(), "trafficFlow", at, 0.9 * capacity, "veh/h"));
      }
    }
    return batch;
  }

  /** Sends the peak and waits until something is proposed and nothing is being solved. */
  void proposesForThePeak() {
    as("device").post("/api/readings", peak());
    await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> as("viewer").get("/api/schedules?status=PROPOSED").body().size(),
            size -> size > 0);
    awaitRest();
  }

  /** A draft of the schedule in which nothing is edited; its id. */
  String unedited(String schedule) {
    Map<String, Object> ask = new TreeMap<>(Map.of("schedule", schedule, "kind", "EDIT"));
    ask.putAll(Map.of("title", "as it is", "pins", List.of(), "findings", List.of(), "seconds", 0));
    return as("operator").post("/api/drafts", ask).body().path("id").asString();
  }

  /** Every container is about to overflow. */
  List<Map<String, Object>> fullBins() {
    Instant at = bean(Clock.class).instant().minusSeconds(5);
    return bean(City.class).devices().values().stream()
        .filter(device -> device.kind().equals("fill-sensor"))
        .map(device -> reading(device.id(), "fillLevel", at, 97, "%"))
        .toList();
  }

  /** Waits until no job waits or solves: what stands proposed then stays so for a while. */
  void awaitRest() {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> as("viewer").get("/api/jobs").body().toString(),
            jobs -> !jobs.contains("\"WAITING\"") && !jobs.contains("\"SOLVING\""));
  }

  static Map<String, Object> reading(
      String device, String property, Instant at, Object value, String unit) {
    return Map.of(
        "device", device,
        "property", property,
        "observedAt", at.toString(),
        "value", value,
        "unit", unit);
  }

  /** Every door with what stands behind it, as {@code GET /api/jobs/{id}}. */
  Map<String, HandlerMethod> endpoints() {
    Map<String, HandlerMethod> all = new TreeMap<>();
    bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (endpoint, method) ->
                endpoint
                    .getMethodsCondition()
                    .getMethods()
                    .forEach(
                        verb ->
                            endpoint.getPatternValues().stream()
                                .filter(path -> !path.equals("/error"))
                                .forEach(path -> all.put(verb + " " + path, method))));
    return all;
  }

  Caller as(String account) {
    return new Caller(url(), account);
  }

  String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  Path data() {
    return data;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }
}
