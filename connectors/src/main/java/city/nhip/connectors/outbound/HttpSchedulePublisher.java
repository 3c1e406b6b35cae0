package city.nhip.connectors.outbound;

import city.nhip.engine.publication.Publication;
import city.nhip.engine.publication.SchedulePublisher;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes to a field that speaks HTTP under {@code nhip.field.url}: {@code PUT
 * /plans/<domain>/<scope>}, then {@code GET} of the same; {@code GET} of its {@code /devices} tells
 * what each device carries. Takes every domain that no other publisher takes.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnProperty("nhip.field.url")
class HttpSchedulePublisher implements SchedulePublisher {
  private final ProducerTemplate camel;
  private final JsonMapper json;
  private final Environment environment;

  HttpSchedulePublisher(ProducerTemplate camel, JsonMapper json, Environment environment) {
    this.camel = camel;
    this.json = json;
    this.environment = environment;
  }

  @Override
  public String target() {
    return "http-field";
  }

  @Override
  public boolean publishes(String domain) {
    return true;
  }

  @Override
  public Acknowledgement publish(Publication publication) {
    String plan =
        "%s/plans/%s/%s"
            .formatted(
                environment.getRequiredProperty("nhip.field.url"),
                publication.domain(),
                publication.scope());
    try {
      String answer =
          camel.requestBodyAndHeaders(
              "direct:publish-schedule",
              publication.artefact(),
              Map.of(
                  HttpPublishRoutes.PLAN,
                  plan,
                  "Content-Type",
                  "application/json",
                  HttpPublishRoutes.SEQUENCE,
                  publication.sequence(),
                  HttpPublishRoutes.HASH,
                  publication.hash(),
                  HttpPublishRoutes.SCHEDULE,
                  publication.scheduleId().toString(),
                  HttpPublishRoutes.VALID_FROM,
                  publication.validity().from().toString(),
                  HttpPublishRoutes.VALID_TO,
                  publication.validity().to().toString()),
              String.class);
      return json.readerFor(Acknowledgement.class)
          .without(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(Objects.requireNonNull(answer));
    } catch (CamelExecutionException failure) {
      throw new IllegalStateException(
          "The field did not take the plan: "
              + Objects.requireNonNullElse(failure.getCause(), failure).getMessage(),
          failure);
    }
  }

  @Override
  public List<DeviceReport> devices(String domain, String scope) {
    String devices =
        "%s/plans/%s/%s/devices"
            .formatted(environment.getRequiredProperty("nhip.field.url"), domain, scope);
    String answer =
        camel.requestBodyAndHeaders(
            "direct:read-back-schedule", "", Map.of(HttpPublishRoutes.PLAN, devices), String.class);
    return json.readerForListOf(DeviceReport.class)
        .without(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .readValue(Objects.requireNonNull(answer));
  }
}
