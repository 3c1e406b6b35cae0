package city.nhip.connectors.inbound;

import city.nhip.connectors.folder.Connector;
import city.nhip.connectors.folder.RouteFile;
import city.nhip.rules.intake.IntakeReceipt.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Any connector's messages by HTTP push: a context broker's notification, a network server's
 * webhook, a gateway's batch. The body goes on as it came, gzip or not; no header does.
 */
@RestController
class HttpMessages {
  private static final Logger LOG = LoggerFactory.getLogger(HttpMessages.class);

  private final Connectors connectors;
  private final ProducerTemplate camel;

  HttpMessages(Connectors connectors, ProducerTemplate camel) {
    this.connectors = connectors;
    this.camel = camel;
  }

  /** What became of a message without errors. */
  record Receipt(int accepted, int duplicates) {}

  @PostMapping("/api/connectors/{name}/messages")
  ResponseEntity<?> post(@PathVariable String name, InputStream body) throws IOException {
    Connector connector =
        connectors
            .find(name)
            .orElseThrow(() -> new NoSuchElementException("No connector " + name + " serves."));
    int largest = connector.file().largestBytes();
    byte[] payload = body.readNBytes(largest + 1);
    if (payload.length > largest) {
      return problem(
          HttpStatus.CONTENT_TOO_LARGE,
          "The body is larger than %d bytes. Send less at once.".formatted(largest));
    }
    Exchange exchange =
        camel.send(
            RouteFile.DOOR,
            it -> {
              it.setProperty(MessageRoute.CONNECTOR, name);
              it.getMessage().setBody(payload);
            });
    if (exchange.getException() != null) {
      LOG.error("A message of {} could not be committed", name, exchange.getException());
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, "5")
          .body(
              ProblemDetail.forStatusAndDetail(
                  HttpStatus.SERVICE_UNAVAILABLE,
                  "The message could not be committed. Send it again."));
    }
    return answer(
        Objects.requireNonNull(exchange.getMessage().getBody(MessageIntake.Outcome.class)));
  }

  private static ResponseEntity<?> answer(MessageIntake.Outcome outcome) {
    if (!outcome.unreadable().isEmpty()) {
      return problem(HttpStatus.BAD_REQUEST, outcome.unreadable().get(0).en());
    }
    if (outcome.rejected().isEmpty()) {
      return ResponseEntity.accepted().body(new Receipt(outcome.accepted(), outcome.duplicates()));
    }
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "%d of the readings are wrong and stand among the dead letters; the others are kept."
                .formatted(outcome.rejected().size()));
    problem.setProperty("accepted", outcome.accepted());
    problem.setProperty("duplicates", outcome.duplicates());
    List<HttpReadings.ItemError> errors =
        outcome.rejected().stream()
            .map((Rejection one) -> new HttpReadings.ItemError(one.pointer(), one.problem().en()))
            .toList();
    problem.setProperty("errors", errors);
    return ResponseEntity.of(problem).build();
  }

  private static ResponseEntity<?> problem(HttpStatus status, String detail) {
    return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail)).build();
  }
}
