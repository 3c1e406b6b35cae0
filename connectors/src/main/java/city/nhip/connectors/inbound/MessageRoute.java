package city.nhip.connectors.inbound;

import city.nhip.connectors.folder.Connector;
import city.nhip.connectors.folder.RouteFile;
import city.nhip.connectors.inbound.MessageIntake.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.springframework.stereotype.Component;

/**
 * Where every connector's route hands over: {@value RouteFile#DOOR}. The connector is known by the
 * route that the message came in by, never by a header, which a sender could set. A failure is the
 * route's to repeat; only what is committed is acknowledged.
 */
@Component
class MessageRoute extends RouteBuilder {
  /** Set by callers without a route of their own, as HTTP push. */
  static final String CONNECTOR = "NhipConnector";

  /** What a mapping sees of a message's headers, by the name it sees. */
  private static final Map<String, String> ALLOWED =
      Map.of(
          "CamelMqttTopic",
          "topic",
          KafkaConstants.TOPIC,
          "topic",
          KafkaConstants.KEY,
          "key",
          "CamelFileName",
          "file");

  private static final int LONGEST_HEADER = 400;

  private final Connectors connectors;
  private final MessageIntake intake;

  MessageRoute(Connectors connectors, MessageIntake intake) {
    this.connectors = connectors;
    this.intake = intake;
  }

  @Override
  public void configure() {
    from(RouteFile.DOOR)
        .routeId("message")
        .errorHandler(noErrorHandler())
        .process(this::take)
        .process(MessageRoute::acknowledge);
  }

  private void take(Exchange exchange) throws InterruptedException, InvalidPayloadException {
    Connector connector =
        Optional.ofNullable(exchange.getProperty(CONNECTOR, String.class))
            .flatMap(connectors::find)
            .or(() -> connectors.ofRoute(exchange.getFromRouteId()))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Route %s belongs to no connector that serves."
                            .formatted(exchange.getFromRouteId())));
    exchange.getMessage().setBody(intake.take(connector, messages(exchange)));
  }

  private static List<Message> messages(Exchange exchange) throws InvalidPayloadException {
    if (exchange.getMessage().getBody() instanceof List<?> batch) {
      List<Message> messages = new ArrayList<>(batch.size());
      for (Object one : batch) {
        messages.add(message((Exchange) Objects.requireNonNull(one)));
      }
      return messages;
    }
    return List.of(message(exchange));
  }

  private static Message message(Exchange exchange) throws InvalidPayloadException {
    Map<String, String> headers = new LinkedHashMap<>();
    ALLOWED.forEach(
        (header, name) -> {
          Object value = exchange.getMessage().getHeader(header);
          if (value != null) {
            String text = value.toString();
            headers.put(name, text.substring(0, Math.min(LONGEST_HEADER, text.length())));
          }
        });
    return new Message(exchange.getMessage().getMandatoryBody(byte[].class), headers);
  }

  /** Kafka's offset moves on after the commit; for a batch, its last record's stands for all. */
  private static void acknowledge(Exchange exchange) {
    KafkaManualCommit manual =
        exchange.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class);
    if (manual != null) {
      manual.commit();
    }
  }
}
