package city.nhip.scenarios.integrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import city.nhip.scenarios.cli.NhipCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The integrator's tutorial, command by command as it is written. */
class ConnectorTutorialTest {
  private static final Path TUTORIAL = Path.of("../connectors/README.md");
  private static final String CONNECTOR =
      "scenarios/cities/binh-duong-new-city/connectors/street-power";

  @TempDir Path place;

  /** The commands of the tutorial that begin so. */
  private static List<String> commands(String word) throws IOException {
    String all = Files.readString(TUTORIAL);
    String tutorial =
        all.substring(all.indexOf("## A new MQTT sensor"), all.indexOf("## Readings in our own"));
    return Pattern.compile("(?m)^ {7}(" + Pattern.quote(word) + " .*)$")
        .matcher(tutorial)
        .results()
        .map((MatchResult it) -> it.group(1))
        .toList();
  }

  @Test
  void a_new_mqtt_sensor_is_wired_tested_and_live_without_java() throws Exception {
    if (System.getenv("CI") == null) {
      assumeThat(Broker.mosquitto()).as("mosquitto is installed").isPresent();
      assumeThat(Path.of("/usr/bin/mosquitto_pub")).as("mosquitto-clients").exists();
    }
    try (Broker broker = Broker.mosquitto(place.resolve("broker"), 20);
        IntegratorCity city =
            new IntegratorCity(place, "--nhip.mqtt.url=tcp://127.0.0.1:" + broker.port())) {
      List<String> nhip = commands("nhip");
      assertThat(nhip).hasSize(4);
      for (String command : nhip) {
        String here =
            command.replace(CONNECTOR, city.connector("street-power").toString()).substring(5);
        assertThat(NhipCommand.run(here.split(" "))).as(command).isZero();
      }
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(city.get("/api/connectors"))
                      .containsPattern(
                          "\"name\":\"street-power\"[^}]*}[^}]*\"route\":\"Started\""));

      assertThat(city.get("/api/asyncapi"))
          .contains("\"street-power-mqtt-1\":{\"address\":\"sensors/{part1}/power\"")
          .containsPattern("\"street-power-mqtt-1\".*\"required\":\\[\"time\",\"watts\"");

      List<String> sensor = commands("mosquitto_pub");
      assertThat(sensor).hasSize(1);
      String sent = sensor.get(0).replace("1883", Integer.toString(broker.port()));
      assertThat(
              new ProcessBuilder("bash", "-c", sent)
                  .redirectErrorStream(true)
                  .redirectOutput(place.resolve("sent.log").toFile())
                  .start()
                  .waitFor())
          .as(Files.readString(place.resolve("sent.log")))
          .isZero();

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(city.get("/api/connectors/street-power/messages"))
                      .contains("\"accepted\":1"));
      assertThat(
              city.jdbc()
                  .queryForObject(
                      "select device || ' ' || reading_value || ' ' || unit from reading where source = 'street-power'",
                      String.class))
          .isEqualTo("meter-TC-01 2.5 kW");
    }
  }
}
