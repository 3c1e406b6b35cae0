package city.nhip.connectors.inbound;

import city.nhip.connectors.codec.UnreadablePayload;
import city.nhip.connectors.inbound.MessageIntake.Message;
import city.nhip.rules.intake.IntakeReceipt;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Readings over HTTP. Only the body enters the route, no header of the request. What is answered
 * with 202 or 422 is committed, but for the named errors.
 */
@RestController
class HttpReadings {
  /** Largest body, bytes. */
  static final int LARGEST_BODY = 2 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(HttpReadings.class);
  private static final String SOURCE = "http";

  private final ProducerTemplate camel;
  private final DeadLetters deadLetters;

  HttpReadings(ProducerTemplate camel, DeadLetters deadLetters) {
    this.camel = camel;
    this.deadLetters = deadLetters;
  }

  /** What became of a batch without errors. */
  record Receipt(int accepted, int duplicates) {}

  /** One wrong reading. */
  record ItemError(String pointer, String detail) {}

  @PostMapping(path = "/api/readings", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> post(InputStream body) throws IOException {
    byte[] payload = body.readNBytes(LARGEST_BODY + 1);
    if (payload.length > LARGEST_BODY) {
      return problem(
          HttpStatus.CONTENT_TOO_LARGE,
          "The body is larger than %d bytes. Send smaller batches.".formatted(LARGEST_BODY));
    }
    try {
      return answer(
          Objects.requireNonNull(
              camel.requestBodyAndHeader(
                  "direct:json-readings",
                  payload,
                  ReadingRoutes.SOURCE,
                  SOURCE,
                  IntakeReceipt.class)));
    } catch (CamelExecutionException failure) {
      return refuse(payload, failure.getCause());
    }
  }

  private static ResponseEntity<Object> answer(IntakeReceipt receipt) {
    if (receipt.rejected().isEmpty()) {
      return ResponseEntity.accepted().body(new Receipt(receipt.accepted(), receipt.duplicates()));
    }
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "%d of the readings are wrong; the others are kept. Correct those and send them again."
                .formatted(receipt.rejected().size()));
    problem.setProperty("accepted", receipt.accepted());
    problem.setProperty("duplicates", receipt.duplicates());
    List<ItemError> errors =
        receipt.rejected().stream()
            .map(one -> new ItemError(one.pointer(), one.problem().en()))
            .toList();
    problem.setProperty("errors", errors);
    return ResponseEntity.of(problem).build();
  }

  private ResponseEntity<Object> refuse(byte[] payload, @Nullable Throwable cause) {
    if (cause instanceof UnreadablePayload unreadable) {
      deadLetters.keep(
          SOURCE,
          List.of(
              DeadLetters.Letter.ofMessage(unreadable.reason(), new Message(payload, Map.of()))));
      return problem(HttpStatus.BAD_REQUEST, unreadable.reason().en());
    }
    LOG.error(
        "A batch of readings could not be committed; its sender was told to repeat it", cause);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            Map.of(
                "status", HttpStatus.SERVICE_UNAVAILABLE.value(),
                "title", "Service Unavailable",
                "detail", "The readings could not be committed. Send them again."));
  }

  private static ResponseEntity<Object> problem(HttpStatus status, String detail) {
    return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail)).build();
  }
}
