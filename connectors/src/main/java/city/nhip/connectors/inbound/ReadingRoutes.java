package city.nhip.connectors.inbound;

import city.nhip.connectors.codec.JsonReadings;
import city.nhip.connectors.codec.UnreadablePayload;
import city.nhip.rules.intake.IntakeReceipt;
import city.nhip.rules.intake.RawReading;
import city.nhip.rules.intake.ReadingIntake;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all inbound routes share. {@code direct:readings} takes a list of raw readings and the
 * header {@value #SOURCE}, and answers with the receipt once the good ones are committed; its
 * caller decides what a failure means.
 */
@Component
class ReadingRoutes extends RouteBuilder {
  /** The connector's name, part of what makes a reading unique. */
  static final String SOURCE = "NhipSource";

  private final JsonReadings codec;
  private final ReadingIntake intake;
  private final DeadLetters deadLetters;

  ReadingRoutes(JsonMapper json, ReadingIntake intake, DeadLetters deadLetters) {
    this.codec = new JsonReadings(json);
    this.intake = intake;
    this.deadLetters = deadLetters;
  }

  @Override
  public void configure() {
    from("direct:json-readings")
        .routeId("json-readings")
        .errorHandler(noErrorHandler())
        .removeHeaders("*", SOURCE)
        .process(this::decode)
        .to("direct:readings");

    from("direct:readings")
        .routeId("readings")
        .errorHandler(noErrorHandler())
        .removeHeaders("*", SOURCE)
        .process(this::handOver);
  }

  private void decode(Exchange exchange) throws InvalidPayloadException {
    List<RawReading> batch = codec.decode(exchange.getMessage().getMandatoryBody(byte[].class));
    if (batch.size() > ReadingIntake.MOST_READINGS) {
      Object[] counts = {batch.size(), ReadingIntake.MOST_READINGS};
      throw new UnreadablePayload(
          "Lô có %d số đo. Hãy gửi tối đa %d.".formatted(counts),
          "The batch holds %d readings. Send at most %d.".formatted(counts));
    }
    exchange.getMessage().setBody(batch);
  }

  private void handOver(Exchange exchange) throws InterruptedException, InvalidPayloadException {
    @SuppressWarnings("unchecked")
    List<RawReading> batch = exchange.getMessage().getMandatoryBody(List.class);
    String source = source(exchange);
    IntakeReceipt receipt = intake.accept(source, batch);
    deadLetters.keep(
        source,
        receipt.rejected().stream()
            .map(
                one ->
                    DeadLetters.Letter.ofReading(
                        one.pointer(), one.problem(), batch.get(one.index())))
            .toList());
    exchange.getMessage().setBody(receipt);
  }

  static String source(Exchange exchange) {
    return Objects.requireNonNull(
        exchange.getMessage().getHeader(SOURCE, String.class),
        "The route sets no header " + SOURCE + ". Set it to the connector's name.");
  }
}
