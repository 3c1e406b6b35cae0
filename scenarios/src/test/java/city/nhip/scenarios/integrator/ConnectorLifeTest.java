package city.nhip.scenarios.integrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.ResponseEntity;

class ConnectorLifeTest {
  private static final String JSON =
      """
      {"title": {"vi": "Thử", "en": "Trial"}, "format": "json", "largestBytes": 4096}
      """;

  @TempDir static Path place;
  private static IntegratorCity city;

  @BeforeAll
  static void serve() {
    city = new IntegratorCity(place);
  }

  @AfterAll
  static void stop() {
    city.close();
  }

  private static String at(int secondsAgo) {
    return Instant.now(Clock.systemUTC()).minusSeconds(secondsAgo).toString();
  }

  private static void until(String part) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(city.get("/api/connectors")).contains(part));
  }

  private static String lux(String device, int secondsAgo, double value) {
    return "{\"sensor\": \"%s\", \"at\": \"%s\", \"lux\": %s}"
        .formatted(device, at(secondsAgo), value);
  }

  private static final String LUX_MAPPING =
      """
      {"device": $device(sensor), "property": "illuminance", "observedAt": at, "value": lux, "unit": "lx"}
      """;

  @Test
  void a_folder_becomes_a_connector_is_edited_broken_and_removed_without_a_restart()
      throws IOException {
    Path folder = city.connector("trial");
    IntegratorCity.write(folder, Map.of("connector.json", JSON, "mapping.jsonata", LUX_MAPPING));
    until("\"name\":\"trial\"");
    long before = city.count("illuminance");

    assertThat(
            city.post(
                    "device",
                    "/api/connectors/trial/messages",
                    lux("urn:ngsi-ld:Device:light-sensor-north", 10, 80))
                .getBody())
        .contains("\"accepted\":1");

    IntegratorCity.write(folder, Map.of("mapping.jsonata", "{\"device\": $device(sensor, "));
    until("\"state\":\"SERVING_OLD\"");
    assertThat(city.get("/api/connectors")).contains("mapping.jsonata, line 1");
    assertThat(
            city.post("device", "/api/connectors/trial/messages", lux("light-sensor-north", 9, 81))
                .getStatusCode()
                .value())
        .isEqualTo(202);
    assertThat(city.count("illuminance") - before).isEqualTo(2);

    for (String file : new String[] {"mapping.jsonata", "connector.json"}) {
      Files.delete(folder.resolve(file));
    }
    Files.delete(folder);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(city.get("/api/connectors")).doesNotContain("\"name\":\"trial\""));
    assertThat(
            city.post("device", "/api/connectors/trial/messages", lux("light-sensor-north", 8, 1))
                .getStatusCode()
                .value())
        .isEqualTo(404);
  }

  @Test
  void a_broken_route_leaves_the_old_one_serving_and_says_why() throws IOException {
    Path folder = city.connector("weather");
    String good = Files.readString(folder.resolve("route.camel.yaml"));

    IntegratorCity.write(
        folder, Map.of("route.camel.yaml", good.replace("readLock: changed", "readLok: changed")));
    until("readLok");
    assertThat(city.get("/api/connectors")).contains("\"state\":\"SERVING_OLD\"");

    long before = city.count("rainfall");
    Path inbox = place.resolve("data/weather");
    Files.createDirectories(inbox);
    Files.writeString(
        inbox.resolve("shower.csv"),
        "device,property,observedAt,value,unit\nweather-station-north,rainfall,%s,4.5,mm/h\n"
            .formatted(at(20)));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(city.count("rainfall")).isEqualTo(before + 1));
    await().untilAsserted(() -> assertThat(inbox.resolve("done/shower.csv")).exists());

    IntegratorCity.write(folder, Map.of("route.camel.yaml", good));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(city.get("/api/connectors")).doesNotContain("readLok"));
  }

  @Test
  void a_dead_letter_is_corrected_and_sent_again_once() throws IOException {
    Path folder = city.connector("letters");
    IntegratorCity.write(
        folder,
        Map.of(
            "connector.json",
            JSON,
            "mapping.jsonata",
            LUX_MAPPING,
            "schema.json",
            "{\"type\": \"object\", \"required\": [\"lux\"], \"properties\": {\"lux\": {\"type\": \"number\"}}}"));
    until("\"name\":\"letters\"");

    String wrong = lux("light-sensor-south", 5, 70).replace("70.0", "\"seventy\"");
    ResponseEntity<String> refused = city.post("device", "/api/connectors/letters/messages", wrong);
    assertThat(refused.getStatusCode().value()).isEqualTo(400);
    assertThat(refused.getBody()).contains("/lux");

    Matcher letter =
        Pattern.compile("\"id\":(\\d+)").matcher(city.get("/api/dead-letters?source=letters"));
    assertThat(letter.find()).isTrue();
    String redrive = "/api/dead-letters/" + letter.group(1) + "/redrive";
    assertThat(city.post("device", redrive, "{}").getStatusCode().value()).isEqualTo(403);
    assertThat(city.post("integrator", redrive, "{}").getBody()).contains("\"redriven\":false");

    long before = city.count("illuminance");
    String corrected =
        "{\"payload\": \"%s\"}".formatted(lux("light-sensor-south", 5, 70).replace("\"", "\\\""));
    assertThat(city.post("integrator", redrive, corrected).getBody()).contains("\"redriven\":true");
    assertThat(city.post("integrator", redrive, corrected).getStatusCode().value()).isEqualTo(409);
    assertThat(city.count("illuminance")).isEqualTo(before + 1);
  }

  @Test
  void a_message_can_be_followed_from_its_bytes_to_its_reading_and_back() {
    String body =
        """
        {"id": "urn:ngsi-ld:Notification:1", "type": "Notification", "data": [
          {"id": "urn:ngsi-ld:WeatherObserved:weather-station-south", "type": "WeatherObserved",
           "temperature": {"type": "Property", "value": 300.15, "unitCode": "KEL", "observedAt": "%s"}}]}
        """
            .formatted(at(3));
    assertThat(city.post("device", "/api/connectors/ngsi/messages", body).getBody())
        .contains("\"accepted\":1");

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(city.get("/api/connectors/ngsi/messages")).contains("\"accepted\":1"));
    Matcher message =
        Pattern.compile("\"id\":(\\d+)").matcher(city.get("/api/connectors/ngsi/messages"));
    assertThat(message.find()).isTrue();
    String way = city.get("/api/messages/" + message.group(1));
    assertThat(way).contains("\"value\":27.0").contains("KEL").contains("weather-station-south");
    Matcher reading = Pattern.compile("\"readings\":\\[(\\d+)]").matcher(way);
    assertThat(reading.find()).isTrue();
    assertThat(city.get("/api/messages?reading=" + reading.group(1)))
        .contains("\"id\":" + message.group(1));
    assertThat(city.get("/api/firings?readings=" + reading.group(1))).isEqualTo("[]");
    assertThat(city.get("/api/connectors"))
        .contains("\"perMinute\":0.2,\"wrongShare\":0.0,\"lagSeconds\":3");
  }

  @Test
  void hostile_payloads_are_refused_with_a_reason() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[8 * 1024 * 1024]);
    }
    String path = "/api/connectors/ngsi/messages";
    assertThat(city.post("device", path, bomb.toByteArray()).getBody()).contains("more than");
    assertThat(city.post("device", path, "[".repeat(100_000)).getBody()).contains("depth");
    assertThat(city.post("device", path, "{\"type\": ").getBody()).contains("no JSON");
    assertThat(city.post("device", path, new byte[] {(byte) 0xc3, (byte) 0x28}).getBody())
        .contains("UTF-8");
    assertThat(city.post("device", path, "x".repeat(2_000_000)).getStatusCode().value())
        .isEqualTo(413);
    assertThat(city.post("viewer", path, "{}").getStatusCode().value()).isEqualTo(403);
  }

  @Test
  void what_is_no_true_reading_is_a_dead_letter_that_names_the_field() {
    String path = "/api/connectors/ngsi/messages";
    String entity =
        "{\"id\": \"%s\", \"type\": \"WeatherObserved\", \"temperature\": {\"value\": %s, \"unitCode\": \"%s\", \"observedAt\": \"%s\"}}";
    assertThat(city.post("device", path, entity.formatted("nobody", "20", "CEL", at(1))).getBody())
        .contains("/0/device");
    assertThat(
            city.post(
                    "device", path, entity.formatted("weather-station-north", "400", "CEL", at(1)))
                .getBody())
        .contains("/0/value");
    assertThat(
            city.post("device", path, entity.formatted("weather-station-north", "20", "KWT", at(1)))
                .getBody())
        .contains("/0/unit");
    assertThat(
            city.post(
                    "device",
                    path,
                    entity.formatted("weather-station-north", "20", "CEL", at(-3_600)))
                .getBody())
        .contains("/0/observedAt");
    assertThat(city.get("/api/dead-letters?source=ngsi")).contains("/0/unit", "/0/device");
  }
}
