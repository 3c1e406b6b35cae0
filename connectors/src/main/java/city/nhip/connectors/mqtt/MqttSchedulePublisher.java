package city.nhip.connectors.mqtt;

import city.nhip.engine.publication.Publication;
import city.nhip.engine.publication.SchedulePublisher;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes to a field that speaks MQTT 5. A plan is the retained message of {@code
 * nhip/<domain>/<scope>/plan}, so a controller that was away finds the newest; sequence, hash and
 * validity are its user properties. The field says what it carries by a retained {@code
 * {"sequence": 7, "hash": "..."}} on {@code nhip/<domain>/<scope>/carried}, a device on {@code
 * .../carried/<device>}.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
@ConditionalOnProperty("nhip.field.mqtt.url")
@EnableConfigurationProperties(MqttFieldSettings.class)
class MqttSchedulePublisher implements SchedulePublisher, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MqttSchedulePublisher.class);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int MOST_SPEAKERS = 100_000;
  private static final int LONGEST_WORD = 1_000;

  private final MqttFieldSettings settings;
  private final ObjectReader words;
  private final Mqtt5AsyncClient client;

  /** The last word on each topic; also the monitor of who waits for one. */
  private final Map<String, Acknowledgement> carried = new ConcurrentHashMap<>();

  MqttSchedulePublisher(MqttFieldSettings settings, JsonMapper json) {
    this.settings = settings;
    this.words =
        json.readerFor(Acknowledgement.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
    this.client =
        settings
            .source()
            .client()
            .automaticReconnectWithDefaultConfig()
            .addConnectedListener(connected -> listen())
            .buildAsync();
    client.publishes(MqttGlobalPublishFilter.ALL, this::hear);
    client.connect();
  }

  private void listen() {
    client
        .subscribeWith()
        .topicFilter(MqttFieldSettings.CARRIED)
        .qos(MqttQos.AT_LEAST_ONCE)
        .send()
        .whenComplete(
            (answer, refusal) -> {
              if (refusal != null) {
                LOG.warn("{} is not subscribed: {}", settings.source(), refusal.getMessage());
              }
            });
  }

  private void hear(Mqtt5Publish message) {
    String topic = message.getTopic().toString();
    byte[] said = message.getPayloadAsBytes();
    if (said.length == 0) {
      carried.remove(topic);
      return;
    }
    try {
      if (said.length > LONGEST_WORD
          || (carried.size() >= MOST_SPEAKERS && !carried.containsKey(topic))) {
        LOG.warn("What {} says is too much and was dropped", topic);
        return;
      }
      Acknowledgement word = words.readValue(said);
      synchronized (carried) {
        carried.put(topic, word);
        carried.notifyAll();
      }
    } catch (JacksonException unreadable) {
      LOG.warn(
          "What {} says cannot be read. It must be {{\"sequence\": 7, \"hash\": \"...\"}}", topic);
    }
  }

  @Override
  public String target() {
    return "mqtt-field";
  }

  @Override
  public boolean publishes(String domain) {
    return settings.domains().isEmpty() || settings.domains().contains(domain);
  }

  @Override
  public Acknowledgement publish(Publication publication) {
    try {
      client
          .publishWith()
          .topic(MqttFieldSettings.plan(publication.domain(), publication.scope()))
          .qos(MqttQos.AT_LEAST_ONCE)
          .retain(true)
          .contentType("application/json")
          .userProperties()
          .add("Nhip-Sequence", Long.toString(publication.sequence()))
          .add("Nhip-Hash", publication.hash())
          .add("Nhip-Schedule", publication.scheduleId().toString())
          .add("Nhip-Valid-From", publication.validity().from().toString())
          .add("Nhip-Valid-To", publication.validity().to().toString())
          .applyUserProperties()
          .payload(publication.artefact())
          .send()
          .get(ANSWER.toSeconds(), TimeUnit.SECONDS);
      return awaitWord(publication);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The wait for the field was interrupted.", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "%s:%d did not take the plan: %s"
              .formatted(settings.source().host(), settings.source().port(), e.getMessage()),
          e);
    }
  }

  private Acknowledgement awaitWord(Publication publication) throws InterruptedException {
    String topic = MqttFieldSettings.carried(publication.domain(), publication.scope());
    long end = System.nanoTime() + ANSWER.toNanos();
    synchronized (carried) {
      Acknowledgement word = carried.get(topic);
      while (word == null || word.sequence() < publication.sequence()) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          break;
        }
        carried.wait(left);
        word = carried.get(topic);
      }
      if (word == null) {
        throw new IllegalStateException(
            "The broker has the plan; nobody said on %s what the field carries.".formatted(topic));
      }
      return word;
    }
  }

  @Override
  public List<DeviceReport> devices(String domain, String scope) {
    String before = MqttFieldSettings.carried(domain, scope) + "/";
    return carried.entrySet().stream()
        .filter(it -> it.getKey().startsWith(before))
        .map(
            it ->
                new DeviceReport(
                    it.getKey().substring(before.length()),
                    it.getValue().sequence(),
                    it.getValue().hash()))
        .toList();
  }

  @Override
  public void close() {
    client.disconnect();
  }
}
