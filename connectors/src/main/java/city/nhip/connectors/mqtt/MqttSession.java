package city.nhip.connectors.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection. It is never mended: when it breaks, a new one goes on with the broker's session,
 * and the broker sends again what was not acknowledged. So nothing that this side remembers of an
 * old connection can be taken for a message of the new one.
 */
final class MqttSession implements AutoCloseable {
  /** Messages without a promise (QoS 0) beyond these are dropped. */
  private static final int MOST_WAITING = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(MqttSession.class);
  private static final long ANSWER_SECONDS = 10;
  private static final int KEEP_ALIVE_SECONDS = 10;

  private final Mqtt5AsyncClient client;
  private final BlockingQueue<Mqtt5Publish> arrived = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> subscribed = new CompletableFuture<>();

  private MqttSession(Mqtt5AsyncClient client) {
    this.client = client;
  }

  static MqttSession open(MqttSource source)
      throws InterruptedException, ExecutionException, TimeoutException {
    MqttSession session = new MqttSession(source.client().buildAsync());
    try {
      session.start(source);
      return session;
    } catch (InterruptedException | ExecutionException | TimeoutException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /**
   * The session has no expiry: Mosquitto 2.0 that was killed counts any other one of a client that
   * was connected as long expired, and drops what was queued for it. Nor is there a receive
   * maximum, which it oversteps when it comes back: how much is under way is the broker's setting.
   */
  private void start(MqttSource source)
      throws InterruptedException, ExecutionException, TimeoutException {
    client.publishes(MqttGlobalPublishFilter.ALL, this::arrive, true);
    client
        .connectWith()
        .cleanStart(false)
        .noSessionExpiry()
        .keepAlive(KEEP_ALIVE_SECONDS)
        .send()
        .get(ANSWER_SECONDS, TimeUnit.SECONDS);
    client
        .subscribeWith()
        .topicFilter(source.topic())
        .qos(MqttQos.AT_LEAST_ONCE)
        .send()
        .whenComplete(
            (answer, refusal) -> {
              if (refusal == null) {
                subscribed.complete(null);
              } else {
                LOG.warn("{} is not subscribed: {}", source, refusal.getMessage());
                client.disconnect();
              }
            });
  }

  /** Waits until the broker sends what is published from now on, unless it is slow to say so. */
  void awaitSubscription() throws InterruptedException {
    try {
      subscribed.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException slow) {
      LOG.info("The broker has not confirmed the subscription yet");
    }
  }

  /** Never waits: it runs on the thread that also hears the broker's answers. */
  private void arrive(Mqtt5Publish message) {
    if (message.getQos() == MqttQos.AT_MOST_ONCE && arrived.size() >= MOST_WAITING) {
      LOG.warn("A message of {} without a promise was dropped", message.getTopic());
    } else {
      arrived.add(message);
    }
  }

  boolean open() {
    return client.getState().isConnected();
  }

  /** What has arrived, in its order; waits a moment where nothing has. */
  List<Mqtt5Publish> next(int most, Duration wait) throws InterruptedException {
    List<Mqtt5Publish> messages = new ArrayList<>();
    Mqtt5Publish first = arrived.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      messages.add(first);
      arrived.drainTo(messages, most - 1);
    }
    return messages;
  }

  /** The broker keeps the session. */
  @Override
  public void close() {
    if (client.getState().isConnectedOrReconnect()) {
      try {
        client.disconnect().get(ANSWER_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        LOG.debug("The broker was gone before the farewell", e);
      }
    }
  }
}
