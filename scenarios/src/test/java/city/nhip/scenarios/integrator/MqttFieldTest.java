package city.nhip.scenarios.integrator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A field behind a real Mosquitto: the plan reaches it, and its own word ends the delivery. */
class MqttFieldTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path place;

  @Test
  void an_approved_plan_is_delivered_until_the_field_says_that_it_carries_it() throws Exception {
    if (System.getenv("CI") == null) {
      assumeThat(Broker.mosquitto()).as("mosquitto is installed").isPresent();
    }
    try (Broker broker = Broker.mosquitto(place.resolve("mqtt"), 20);
        IntegratorCity city =
            new IntegratorCity(
                place,
                "--nhip.field.mqtt.url=tcp://127.0.0.1:" + broker.port(),
                "--nhip.field.mqtt.domains=signals",
                "--nhip.job.seconds=1",
                "--nhip.job.gathering=200ms")) {
      assertThat(city.post("device", "/api/readings", peak(city)).getStatusCode().value())
          .isEqualTo(202);
      String id =
          await()
              .atMost(Duration.ofSeconds(90))
              .until(() -> proposal(city), found -> !found.isEmpty());
      assertThat(
              city.post("operator", "/api/schedules/" + id + "/approval", Map.of())
                  .getStatusCode()
                  .value())
          .isEqualTo(200);
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> assertThat(city.get("/api/publications")).contains("nobody said on"));

      List<JsonNode> readings =
          JSON.readTree(city.get("/api/schedules/" + id)).findValues("readings").stream()
              .flatMap(it -> it.valueStream())
              .toList();
      assertThat(readings).isNotEmpty();
      long reading = readings.get(0).path("id").asLong();
      assertThat(JSON.readTree(city.get("/api/firings?readings=" + reading)))
          .as("what reading %d led to", reading)
          .anySatisfy(it -> assertThat(it.at("/schedules/0/id").asString()).isEqualTo(id));

      Mqtt5AsyncClient controller =
          Mqtt5Client.builder().serverHost("127.0.0.1").serverPort(broker.port()).buildAsync();
      controller.connect().get(10, SECONDS);
      controller
          .subscribeWith()
          .topicFilter("nhip/signals/+/plan")
          .qos(MqttQos.AT_LEAST_ONCE)
          .callback(plan -> carry(controller, plan))
          .send()
          .get(10, SECONDS);

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                JsonNode publication = JSON.readTree(city.get("/api/schedules/" + id));
                assertThat(publication.path("publications").path(0).path("status").asString())
                    .isEqualTo("ACKNOWLEDGED");
              });
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(JSON.readTree(city.get("/api/schedules/" + id)).path("devices"))
                      .anySatisfy(
                          device -> {
                            assertThat(device.path("device").asString()).isEqualTo("controller-1");
                            assertThat(device.path("state").asString()).isEqualTo("FOLLOWS");
                          }));
      assertThat(JSON.readTree(city.get("/api/asyncapi")).path("channels").path("field-plan"))
          .anySatisfy(it -> assertThat(it.asString()).isEqualTo("nhip/{domain}/{scope}/plan"));
      controller.disconnect();
    }
  }

  /** As a controller should: it looks at the bytes before it says what they are. */
  private static void carry(Mqtt5AsyncClient controller, Mqtt5Publish plan) {
    Map<String, String> told = new java.util.HashMap<>();
    plan.getUserProperties()
        .asList()
        .forEach(one -> told.put(one.getName().toString(), one.getValue().toString()));
    assertThat(told.get("Nhip-Hash")).endsWith(sha256(plan.getPayloadAsBytes()));
    String topic = plan.getTopic().toString().replaceFirst("plan$", "carried");
    String word =
        "{\"sequence\": %s, \"hash\": \"%s\"}"
            .formatted(told.get("Nhip-Sequence"), told.get("Nhip-Hash"));
    for (String speaker : List.of(topic + "/controller-1", topic)) {
      controller
          .publishWith()
          .topic(speaker)
          .qos(MqttQos.AT_LEAST_ONCE)
          .retain(true)
          .payload(word.getBytes(StandardCharsets.UTF_8))
          .send();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String proposal(IntegratorCity city) {
    return JSON.readTree(city.get("/api/schedules?domain=signals&status=PROPOSED"))
        .path(0)
        .path("id")
        .asString("");
  }

  /** Ten minutes of nearly full approaches. */
  private static List<Map<String, Object>> peak(IntegratorCity city) {
    Instant now = city.bean(Clock.class).instant();
    List<Map<String, Object>> batch = new ArrayList<>();
    for (int minute = 10; minute >= 0; minute--) {
      for (Device device : city.bean(City.class).devices().values()) {
        double capacity = device.limits().getOrDefault("capacityVehiclesPerHour", 0.0);
        if (capacity > 0) {
          batch.add(
              Map.of(
                  "device",
                  device.id(),
                  "property",
                  "trafficFlow",
                  "observedAt",
                  now.minusSeconds(60L * minute).toString(),
                  "value",
                  0.9 * capacity,
                  "unit",
                  "veh/h"));
        }
      }
    }
    return batch;
  }
}
