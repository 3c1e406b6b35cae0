package city.nhip.scenarios.integrator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import city.nhip.connectors.proof.Templates;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real brokers, killed and started again twice while readings stream in: what a sender was told is
 * kept stands in the journal, once. {@code NHIP_TEST_MESSAGES} sets how many; 100,000 is the long
 * run.
 */
class BrokersTest {
  private static final int MESSAGES =
      Integer.parseInt(System.getenv().getOrDefault("NHIP_TEST_MESSAGES", "1500"));

  /** Messages under way to the broker at once. */
  private static final int WINDOW =
      Integer.parseInt(System.getenv().getOrDefault("NHIP_TEST_WINDOW", "50"));

  /** Messages under way from the broker at once. */
  private static final int UNDER_WAY = 2 * WINDOW;

  @TempDir Path place;

  private static String reading(Instant start, int number) {
    return "{\"device\": \"meter-TC-01\", \"property\": \"activeEnergy\", \"observedAt\": \"%s\", \"value\": %d, \"unit\": \"kWh\"}"
        .formatted(start.plusMillis(number), number % 1_000);
  }

  @Test
  void mosquitto_killed_twice_loses_nothing_that_it_acknowledged() throws Exception {
    if (System.getenv("CI") == null) {
      assumeThat(Broker.mosquitto()).as("mosquitto is installed").isPresent();
    }
    try (Broker broker = Broker.mosquitto(place.resolve("mqtt"), UNDER_WAY);
        IntegratorCity city =
            new IntegratorCity(place, "--nhip.mqtt.url=tcp://127.0.0.1:" + broker.port())) {
      Path folder = city.connector("lamps");
      Templates.write("mqtt-json", folder);
      Files.delete(folder.resolve("schema.json"));
      IntegratorCity.write(
          folder, Map.of("mapping.jsonata", "$ ~> |$|{\"device\": $device(device)}|"));
      awaitConnector(city, "lamps");
      Instant start = Instant.now(Clock.systemUTC()).minusSeconds(600 + MESSAGES / 1_000);

      publishOverMqtt(broker, start);

      awaitAll(city);
    }
  }

  @Test
  void ten_edits_of_a_live_route_three_of_them_broken_lose_no_message() throws Exception {
    if (System.getenv("CI") == null) {
      assumeThat(Broker.mosquitto()).as("mosquitto is installed").isPresent();
    }
    try (Broker broker = Broker.mosquitto(place.resolve("edited"), UNDER_WAY);
        IntegratorCity city =
            new IntegratorCity(place, "--nhip.mqtt.url=tcp://127.0.0.1:" + broker.port())) {
      Path folder = city.connector("edited");
      Templates.write("mqtt-json", folder);
      Files.delete(folder.resolve("schema.json"));
      IntegratorCity.write(
          folder, Map.of("mapping.jsonata", "$ ~> |$|{\"device\": $device(device)}|"));
      awaitConnector(city, "edited");
      AtomicBoolean edited = new AtomicBoolean();
      CompletableFuture<Integer> sent =
          CompletableFuture.supplyAsync(() -> publishUntil(edited, broker));
      String good = Files.readString(folder.resolve("route.camel.yaml"));
      String settings = Files.readString(folder.resolve("connector.json"));
      List<String> broken =
          List.of(
              good.replace("mqtt:sensors", "exec:sensors"),
              good.replace("- to:", "- script:"),
              good.replace("steps:", "steps: ["));
      for (int edit = 0; edit < 10; edit++) {
        boolean wrong = edit % 3 == 1;
        String text = wrong ? broken.get(edit / 3) : good + "# edit " + edit + "\n";
        String title = "Edit " + edit;
        IntegratorCity.write(folder, Map.of("route.camel.yaml", text));
        IntegratorCity.write(
            folder,
            Map.of(
                "connector.json", settings.replaceFirst("\"en\": \"[^\"]*", "\"en\": \"" + title)));
        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(
                () -> {
                  String state = city.get("/api/connectors");
                  if (wrong) {
                    assertThat(state).contains("SERVING_OLD").contains("route.camel.yaml, line");
                  } else {
                    assertThat(state).doesNotContain("SERVING_OLD").contains(title);
                  }
                });
      }
      edited.set(true);
      int all = sent.get(60, SECONDS);

      assertThat(all).isPositive();
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(city.count("activeEnergy")).isEqualTo(all));
    }
  }

  private static int publishUntil(AtomicBoolean ended, Broker broker) {
    Instant start = Instant.now(Clock.systemUTC()).minusSeconds(3_600);
    Mqtt5BlockingClient client =
        Mqtt5Client.builder().serverHost("127.0.0.1").serverPort(broker.port()).buildBlocking();
    client.connect();
    int number = 0;
    while (!ended.get()) {
      client
          .publishWith()
          .topic("sensors/meter-TC-01/power")
          .qos(MqttQos.AT_LEAST_ONCE)
          .payload(reading(start, number).getBytes(StandardCharsets.UTF_8))
          .send();
      number++;
    }
    client.disconnect();
    return number;
  }

  /**
   * Whatever was under way when the broker died is sent again, acknowledged or not; so are the two
   * batches before. Mosquitto 2.0 acknowledges a message that it can pass on at once and saves it
   * with the next one that has to wait or is acknowledged by its listener: as many as
   * max_inflight_messages may be gone with it.
   */
  private static void publishOverMqtt(Broker broker, Instant start) throws Exception {
    Set<Integer> kills = new HashSet<>(Set.of(MESSAGES / 3 / WINDOW, 2 * MESSAGES / 3 / WINDOW));
    int next = 0;
    while (next < MESSAGES) {
      Mqtt5AsyncClient client =
          Mqtt5Client.builder().serverHost("127.0.0.1").serverPort(broker.port()).buildAsync();
      try {
        client.connect().get(10, SECONDS);
        while (next < MESSAGES) {
          List<CompletableFuture<Mqtt5PublishResult>> sent = new ArrayList<>();
          int to = Math.min(MESSAGES, next + WINDOW);
          for (int number = next; number < to; number++) {
            sent.add(
                client
                    .publishWith()
                    .topic("sensors/meter-TC-01/power")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(reading(start, number).getBytes(StandardCharsets.UTF_8))
                    .send());
          }
          if (kills.remove(next / WINDOW)) {
            broker.kill();
            broker.start();
            next = Math.max(0, next - UNDER_WAY);
            break;
          }
          for (CompletableFuture<Mqtt5PublishResult> one : sent) {
            one.get(10, SECONDS);
          }
          next = to;
        }
      } catch (ExecutionException | TimeoutException lost) {
        assertThat(next).isLessThan(MESSAGES);
      }
    }
    assertThat(kills).isEmpty();
  }

  @Test
  void kafka_killed_twice_loses_nothing_that_it_acknowledged() throws Exception {
    try (Broker broker = Broker.kafka(place.resolve("kafka"));
        IntegratorCity city =
            new IntegratorCity(place, "--nhip.kafka.brokers=127.0.0.1:" + broker.port())) {
      Templates.write("kafka-json", city.connector("stream"));
      awaitConnector(city, "stream");
      Instant start = Instant.now(Clock.systemUTC()).minusSeconds(600 + MESSAGES / 1_000);

      produce(broker, start);

      awaitAll(city);
    }
  }

  private static void produce(Broker broker, Instant start) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + broker.port(),
                "acks",
                "all",
                "delivery.timeout.ms",
                120_000,
                "reconnect.backoff.max.ms",
                500),
            new StringSerializer(),
            new StringSerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      for (int number = 0; number < MESSAGES; number++) {
        sent.add(producer.send(new ProducerRecord<>("readings", "north", reading(start, number))));
        if (number == MESSAGES / 3 || number == 2 * MESSAGES / 3) {
          broker.kill();
          broker.start();
        }
      }
      for (Future<?> one : sent) {
        one.get();
      }
    }
  }

  private static void awaitConnector(IntegratorCity city, String name) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(city.get("/api/connectors")).contains("\"name\":\"" + name + "\""));
    assertThat(city.get("/api/connectors")).doesNotContain("BROKEN");
  }

  private static void awaitAll(IntegratorCity city) {
    await()
        .atMost(Duration.ofSeconds(120 + MESSAGES / 100))
        .untilAsserted(() -> assertThat(city.count("activeEnergy")).isEqualTo(MESSAGES));
  }
}
