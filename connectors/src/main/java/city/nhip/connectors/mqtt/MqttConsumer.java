package city.nhip.connectors.mqtt;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on a thread of its own. What has arrived meanwhile goes through the route as one exchange
 * whose body is a list of exchanges, one a message, as batches of Kafka do; when the route is
 * through, its messages are acknowledged. A route that fails, or a broker that is gone, ends the
 * connection; the next one brings the messages again.
 */
final class MqttConsumer extends DefaultConsumer {
  /** What a route may read of a message beside its bytes. */
  static final String TOPIC = "CamelMqttTopic";

  private static final Logger LOG = LoggerFactory.getLogger(MqttConsumer.class);
  private static final int MOST_AT_ONCE = 500;
  private static final Duration WAIT = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final MqttEndpoint endpoint;
  private final MqttSource source;
  private @Nullable ExecutorService thread;

  MqttConsumer(MqttEndpoint endpoint, Processor processor, MqttSource source) {
    super(endpoint, processor);
    this.endpoint = endpoint;
    this.source = source;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    ExecutorService own =
        endpoint
            .getCamelContext()
            .getExecutorServiceManager()
            .newSingleThreadExecutor(this, "mqtt-" + source.clientId());
    thread = own;
    MqttSession first = tryFirst();
    own.execute(() -> listen(first));
    if (first != null) {
      first.awaitSubscription();
    }
  }

  @Override
  protected void doStop() throws Exception {
    if (thread != null) {
      endpoint.getCamelContext().getExecutorServiceManager().shutdownGraceful(thread);
    }
    super.doStop();
  }

  /** A route that has started hears every message, unless the broker is away. */
  private @Nullable MqttSession tryFirst() throws InterruptedException {
    try {
      return MqttSession.open(source);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("{} does not answer yet: {}", source, e.getMessage());
      return null;
    }
  }

  private void listen(@Nullable MqttSession first) {
    try {
      if (first != null) {
        listenTo(first);
      }
      while (isRunAllowed()) {
        try {
          listenTo(MqttSession.open(source));
        } catch (ExecutionException | TimeoutException e) {
          LOG.warn("{} is tried again: {}", source, e.getMessage());
          Thread.sleep(PAUSE.toMillis());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Until the connection breaks, the route fails or stops. */
  private void listenTo(MqttSession opened) throws InterruptedException {
    try (MqttSession session = opened) {
      LOG.info("Listening to {}", source);
      while (isRunAllowed() && session.open()) {
        pass(session.next(MOST_AT_ONCE, WAIT));
      }
    } catch (RouteFailed e) {
      LOG.warn("Messages of {} are asked for again: {}", source, e.getMessage());
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private static final class RouteFailed extends Exception {
    private static final long serialVersionUID = 1L;

    RouteFailed(Throwable cause) {
      super(cause);
    }
  }

  private void pass(List<Mqtt5Publish> messages) throws RouteFailed {
    if (messages.isEmpty()) {
      return;
    }
    List<Exchange> batch = new ArrayList<>(messages.size());
    for (Mqtt5Publish message : messages) {
      Exchange one = endpoint.createExchange();
      one.getMessage().setBody(message.getPayloadAsBytes());
      one.getMessage().setHeader(TOPIC, message.getTopic().toString());
      batch.add(one);
    }
    Exchange whole = createExchange(false);
    try {
      whole.getMessage().setBody(batch);
      getProcessor().process(whole);
      if (whole.getException() != null) {
        throw new RouteFailed(whole.getException());
      }
    } catch (RouteFailed failed) {
      throw failed;
    } catch (Exception failed) {
      throw new RouteFailed(failed);
    } finally {
      releaseExchange(whole, false);
    }
    messages.forEach(Mqtt5Publish::acknowledge);
  }
}
