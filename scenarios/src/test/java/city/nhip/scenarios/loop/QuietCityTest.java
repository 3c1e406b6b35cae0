package city.nhip.scenarios.loop;

import static city.nhip.scenarios.loop.RunningCity.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** On PostgreSQL, with no device but this test. */
class QuietCityTest {
  private final RunningCity city = RunningCity.quiet();

  private Instant now() {
    return city.bean(Clock.class).instant();
  }

  @Test
  void the_same_batch_three_times_triggers_once() {
    List<Map<String, Object>> batch = city.peak();
    Answer first = city.as("device").post("/api/readings", batch);
    assertThat(first.status()).isEqualTo(202);
    assertThat(first.body().path("accepted").asInt()).isEqualTo(batch.size());
    await().atMost(Duration.ofSeconds(60)).until(this::congestions, found -> !found.isEmpty());
    city.awaitRest();
    List<String> once = congestions();

    for (int again = 0; again < 2; again++) {
      Answer answer = city.as("device").post("/api/readings", batch);
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.body().path("accepted").asInt()).isZero();
      assertThat(answer.body().path("duplicates").asInt()).isEqualTo(batch.size());
    }

    assertThat(once).doesNotHaveDuplicates();
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(congestions()).isEqualTo(once));
  }

  /** What congestion on an approach has led to: one entry a schedule and wish. */
  private List<String> congestions() {
    List<String> found = new ArrayList<>();
    for (JsonNode line : city.as("viewer").get("/api/schedules?domain=signals").body()) {
      String id = line.path("id").asString();
      for (JsonNode cause : city.as("viewer").get("/api/schedules/" + id).body().path("cause")) {
        if (cause.path("rule").asString().startsWith("Congested approach")) {
          found.add(cause.path("window").toString() + cause.path("reason").toString());
        }
      }
    }
    return found;
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
    Path part = inbox.resolve("rain.csv.part");
    Files.writeString(
        part,
        """
        device,property,observedAt,value,unit
        weather-station-north,rainfall,%s,0.5,mm/h
        weather-station-south,rainfall,%s,wet,mm/h
        """
            .formatted(at, at));
    Files.move(part, inbox.resolve("rain.csv"));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Files.exists(inbox.resolve("done/rain.csv")));
    assertThat(city.as("viewer").get("/api/devices").body())
        .filteredOn(device -> device.path("latest").toString().contains("rainfall"))
        .extracting(device -> device.path("id").asString())
        .containsExactly("weather-station-north");
    try (var files = Files.walk(inbox)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .anyMatch(name -> name.equals("rain.csv.rejected.csv"));
    }
  }

  @Test
  void a_database_that_goes_away_takes_nothing_with_it() throws IOException {
    Set<Instant> acknowledged = new TreeSet<>();
    Instant first = now().minusSeconds(1_000);
    for (int i = 0; i < 120; i++) {
      if (i == 30) {
        Postgres.running().stop();
      }
      if (i == 60) {
        Postgres.running().start();
      }
      Instant at = first.plusSeconds(i);
      int status =
          city.as("device")
              .post(
                  "/api/readings",
                  List.of(reading("light-sensor-south", "illuminance", at, 500 + i, "lx")))
              .status();
      assertThat(status).isIn(202, 503);
      if (status == 202) {
        acknowledged.add(at);
      } else if (i < 60) {
        i = 59; // Once is enough to know that it is away.
      }
    }

    assertThat(acknowledged).hasSizeGreaterThan(60).hasSizeLessThan(120);
    String path =
        "/api/readings?device=light-sensor-south&property=illuminance&from=%s&to=%s"
            .formatted(first, now());
    List<Instant> kept = new ArrayList<>();
    city.as("viewer")
        .get(path)
        .body()
        .forEach(one -> kept.add(Instant.parse(one.path("reading").path("observedAt").asString())));
    assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
  }
}
