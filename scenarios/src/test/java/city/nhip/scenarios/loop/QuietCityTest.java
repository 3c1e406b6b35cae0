package city.nhip.scenarios.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.scenarios.loop.Caller.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** On PostgreSQL, with no device but this test. */
class QuietCityTest {
  private final RunningCity city = RunningCity.quiet();

  static Map<String, Object> reading(
      String device, String property, Instant at, Object value, String unit) {
    return Map.of(
        "device",
        device,
        "property",
        property,
        "observedAt",
        at.toString(),
        "value",
        value,
        "unit",
        unit);
  }

  private Instant now() {
    return city.bean(Clock.class).instant();
  }

  /** All of the corridor's approaches are full. */
  private List<Map<String, Object>> peak() {
    List<Map<String, Object>> batch = new ArrayList<>();
    for (Device device : city.bean(City.class).devices().values()) {
      double capacity = device.limits().getOrDefault("capacityVehiclesPerHour", 0.0);
      for (int minutes : capacity == 0 ? List.<Integer>of() : List.of(6, 1)) {
        batch.add(
            reading(
                device.id(),
                "trafficFlow",
                now().minus(Duration.ofMinutes(minutes)).minusMillis(1),
                0.9 * capacity,
                "veh/h"));
      }
    }
    return batch;
  }

  @Test
  void the_same_batch_three_times_triggers_once() {
    List<Map<String, Object>> batch = peak();
    Answer first = city.as("device").post("/api/readings", batch);
    Answer second = city.as("device").post("/api/readings", batch);
    Answer third = city.as("device").post("/api/readings", batch);

    assertThat(first.status()).isEqualTo(202);
    assertThat(first.body().path("accepted").asInt()).isEqualTo(batch.size());
    for (Answer again : List.of(second, third)) {
      assertThat(again.status()).isEqualTo(202);
      assertThat(again.body().path("accepted").asInt()).isZero();
      assertThat(again.body().path("duplicates").asInt()).isEqualTo(batch.size());
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(city.as("viewer").get("/api/schedules?domain=signals").body())
                    .hasSize(1));
    JsonNode schedule = city.as("viewer").get("/api/schedules?domain=signals").body().path(0);
    JsonNode whole =
        city.as("viewer").get("/api/schedules/" + schedule.path("id").asString()).body();
    List<String> causes = new ArrayList<>();
    whole
        .path("cause")
        .forEach(
            cause ->
                causes.add(
                    cause.path("rule").asString()
                        + cause.path("zone").asString()
                        + cause.path("window").toString()));
    assertThat(causes).isNotEmpty().doesNotHaveDuplicates();
    assertThat(city.as("viewer").get("/api/jobs").body())
        .filteredOn(job -> job.path("domain").asString().equals("signals"))
        .hasSize(1);
  }

  @Test
  void a_malformed_batch_names_each_wrong_item_and_keeps_the_good_ones() {
    Instant at = now().minusSeconds(30);
    Answer answer =
        city.as("device")
            .post(
                "/api/readings",
                List.of(
                    reading("weather-station-north", "temperature", at, 31.5, "°C"),
                    reading("nobody", "temperature", at, 31.5, "°C"),
                    reading("weather-station-north", "rainfall", at, "wet", "mm/h"),
                    reading("weather-station-north", "rainfall", at, -3, "mm/h"),
                    reading("weather-station-north", "rainfall", at, 3, "inch"),
                    reading("weather-station-north", "rainfall", at.plusSeconds(3_600), 3, "mm/h"),
                    Map.of("device", "weather-station-north"),
                    reading("weather-station-south", "temperature", at, 30.5, "°C")));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.body().path("accepted").asInt()).isEqualTo(2);
    List<String> pointers = new ArrayList<>();
    answer.body().path("errors").forEach(one -> pointers.add(one.path("pointer").asString()));
    assertThat(pointers)
        .containsExactly(
            "/1/device", "/2/value", "/3/value", "/4/unit", "/5/observedAt", "/6/property");
    assertThat(answer.body().path("detail").asString()).contains("the others are kept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "null", "\"text\"", "[1, 2", "\u0000"})
  void what_is_no_batch_is_refused_and_put_aside(String body) {
    Answer answer = city.as("device").post("/api/readings", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.body().path("detail").asString()).isNotEmpty();
  }

  @Test
  void a_dropped_file_is_read_once_and_its_wrong_lines_stand_beside_it() throws IOException {
    Path inbox = Files.createDirectories(city.data().resolve("inbox"));
    String at = now().minusSeconds(45).toString();
    Path part = inbox.resolve("lights.csv.part");
    Files.writeString(
        part,
        """
        device,property,observedAt,value,unit
        light-sensor-north,illuminance,%s,900,lx
        light-sensor-south,illuminance,%s,bright,lx
        """
            .formatted(at, at));
    Files.move(part, inbox.resolve("lights.csv"));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Files.exists(inbox.resolve("done/lights.csv")));
    assertThat(city.as("viewer").get("/api/devices").body())
        .filteredOn(device -> device.path("kind").asString().equals("light-sensor"))
        .allSatisfy(
            device ->
                assertThat(device.path("latest").size())
                    .isEqualTo(device.path("zone").asString().equals("north") ? 1 : 0));
    try (var files = Files.walk(inbox)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .anyMatch(name -> name.equals("lights.csv.rejected.csv"));
    }
  }

  @Test
  void the_api_describes_itself() {
    Answer answer = city.as("viewer").get("/v3/api-docs");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("openapi").asString()).startsWith("3.");
    assertThat(answer.body().path("paths").propertyNames())
        .contains(
            "/api/readings",
            "/api/schedules",
            "/api/schedules/{id}",
            "/api/schedules/{id}/approval",
            "/api/schedules/{id}/rejection",
            "/api/jobs",
            "/api/publications");
  }
}
