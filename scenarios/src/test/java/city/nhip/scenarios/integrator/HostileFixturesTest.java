package city.nhip.scenarios.integrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.nhip.connectors.proof.Templates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.kafka.KafkaConstants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What may come to a connector of every template, and where it ends. */
class HostileFixturesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LARGEST = 4_096;
  private static final Map<String, String> HOSTILE =
      Map.of(
          "NhipConnector",
          "weather",
          "NhipSource",
          "http",
          "CamelFileName",
          "../../etc/passwd\r\nX: 9",
          "CamelHttpUri",
          "http://127.0.0.1:1/",
          "CamelBeanMethodName",
          "exit",
          KafkaConstants.KEY,
          "k".repeat(10_000));

  /** Its files are edited while it serves. */
  private static final Fixture MENDED = Fixture.ofWatts("my-mended", "http-json");

  @TempDir static Path place;
  private static IntegratorCity city;
  private static final Map<String, String> samples = new HashMap<>();

  /** Every sample's observed time is its own. */
  private static int seconds = 60;

  static List<Fixture> fixtures() {
    return Fixture.all();
  }

  @BeforeAll
  static void serve() throws IOException {
    city = new IntegratorCity(place);
    List<Fixture> all = new ArrayList<>(fixtures());
    all.add(MENDED);
    for (Fixture one : all) {
      Path folder = city.connector(one.name());
      Templates.write(one.template(), folder);
      samples.put(one.template(), Files.readString(folder.resolve("samples").resolve(one.file())));
      // What comes by a source and what comes by push goes through the same door.
      Files.deleteIfExists(folder.resolve("route.camel.yaml"));
      IntegratorCity.write(
          folder,
          Map.of("devices.csv", "sender,device\n%s,%s\n".formatted(one.sender(), one.device())));
      largest(folder, LARGEST);
    }
    awaitConnectors("my-", all.size());
  }

  @AfterAll
  static void stop() {
    city.close();
  }

  private static void largest(Path folder, int bytes) throws IOException {
    String file = Files.readString(folder.resolve("connector.json"));
    IntegratorCity.write(
        folder,
        Map.of(
            "connector.json",
            file.replaceFirst("\"largestBytes\": \\d+", "\"largestBytes\": " + bytes)));
  }

  private static void awaitConnectors(String part, int count) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(city.get("/api/connectors").split("\"name\":\"" + part, -1))
                    .hasSize(count + 1));
    assertThat(city.get("/api/connectors")).doesNotContain("BROKEN");
  }

  private static Instant ago() {
    seconds += 10;
    return Instant.now(Clock.systemUTC()).minusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
  }

  private static String good(Fixture one) {
    return one.at(samples.get(one.template()), ago());
  }

  private static void send(Fixture one, byte[] payload, Map<String, String> headers) {
    Map<String, Object> all = new HashMap<>(headers);
    all.putIfAbsent("CamelMqttTopic", "sensors/" + one.sender() + "/power");
    city.door(one.name(), payload, all);
  }

  private static void send(Fixture one, String payload) {
    send(one, payload.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  private static long count(Fixture one) {
    Long count =
        city.jdbc()
            .queryForObject(
                "select count(*) from reading where source = ?", Long.class, one.name());
    return count == null ? 0 : count;
  }

  private static JsonNode letters(Fixture one) {
    return JSON.readTree(city.get("/api/dead-letters?source=" + one.name()));
  }

  /** The newest letter, when there is one more than before. */
  private static JsonNode refused(Fixture one, byte[] payload, String... said) {
    int before = letters(one).size();
    send(one, payload, Map.of());
    JsonNode now = letters(one);
    assertThat(now.size()).as("one more of %s", List.of(said)).isGreaterThan(before);
    JsonNode letter = now.get(0);
    assertThat(letter.path("place").asString() + " " + letter.path("reason").path("en").asString())
        .contains(said);
    return letter;
  }

  private static JsonNode refused(Fixture one, String payload, String... said) {
    return refused(one, payload.getBytes(StandardCharsets.UTF_8), said);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_good_message_is_read_once_whatever_its_headers_say(Fixture one) {
    long before = count(one);
    String good = good(one);

    send(one, good.getBytes(StandardCharsets.UTF_8), HOSTILE);
    long read = count(one) - before;
    send(one, good);

    assertThat(read).isPositive();
    assertThat(count(one) - before).isEqualTo(read);
    await()
        .untilAsserted(
            () -> {
              List<String> headers =
                  city.jdbc()
                      .queryForList(
                          "select headers_json from inbound_message where source = ? order by id",
                          String.class,
                          one.name());
              assertThat(headers).isNotEmpty();
              assertThat(headers.get(0))
                  .contains("\"key\":\"" + "k".repeat(400) + "\"")
                  .doesNotContain("Nhip", "Http", "Bean");
            });
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_bad_message_is_a_dead_letter_that_names_what_is_wrong(Fixture one) {
    long before = count(one);
    refused(one, one.malformed(good(one)), "ine ");
    refused(one, one.wronglyEncoded(good(one)), "UTF-8");
    refused(one, one.oversize(good(one), LARGEST), LARGEST + " bytes");
    refused(one, one.deep(good(one)), one.csv() ? "/0/value" : "depth");
    assertThat(count(one)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_bad_reading_is_a_dead_letter_that_names_its_field(Fixture one) {
    String sample = samples.get(one.template());
    Instant now = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS);
    refused(one, one.at(sample, now.plusSeconds(3_600)), "/observedAt", "future");
    refused(one, one.at(sample, now.minusSeconds(200_000)), "/observedAt", "older");
    refused(
        one, one.ofAnotherType(good(one)), one.template().startsWith("mqtt") ? "/watts" : "/value");
    refused(one, one.implausible(good(one)), "/value", "cannot be");
    if (!one.unit().isEmpty()) {
      refused(one, one.ofAnotherUnit(good(one)), "/unit", "kg");
    }
    int before = letters(one).size();
    send(
        one,
        one.ofNobody(good(one)).getBytes(StandardCharsets.UTF_8),
        Map.of("CamelMqttTopic", "sensors/nobody\r\nx/power"));
    assertThat(letters(one).size()).isGreaterThan(before);
    assertThat(letters(one).get(0).path("place").asString()).endsWith("/device");
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_corrected_letter_is_redriven_once(Fixture one) {
    String good = good(one);
    JsonNode letter = refused(one, one.malformed(good), "ine ");
    String redrive = "/api/dead-letters/" + letter.path("id").asLong() + "/redrive";
    long before = count(one);

    Map<String, String> correction = Map.of("payload", good);
    assertThat(city.post("integrator", redrive, JSON.writeValueAsString(correction)).getBody())
        .contains("\"redriven\":true");
    long read = count(one) - before;
    assertThat(
            city.post("integrator", redrive, JSON.writeValueAsString(correction))
                .getStatusCode()
                .value())
        .isEqualTo(409);
    send(one, good);

    assertThat(read).isPositive();
    assertThat(count(one) - before).isEqualTo(read);
  }

  @Test
  void all_letters_of_a_mended_connector_are_redriven_once() throws IOException {
    Fixture one = MENDED;
    refused(one, one.oversize(good(one), LARGEST), LARGEST + " bytes");
    refused(one, one.oversize(good(one), LARGEST), LARGEST + " bytes");
    String redrive = "/api/dead-letters/redrive?source=" + one.name();
    long before = count(one);
    String still = city.post("integrator", redrive, "").getBody();
    assertThat(still).contains("\"redriven\":0");

    largest(city.connector(one.name()), 3 * LARGEST);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              city.post("integrator", redrive, "");
              assertThat(count(one) - before).isGreaterThanOrEqualTo(2);
            });
    long read = count(one);

    assertThat(city.post("integrator", redrive, "").getBody()).contains("\"redriven\":0");
    assertThat(count(one)).isEqualTo(read);
  }
}
