package city.nhip.engine.web;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every refusal is an RFC 9457 problem that says what is so and what to do. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  ProblemDetail missing(NoSuchElementException missing) {
    return problem(HttpStatus.NOT_FOUND, missing);
  }

  @ExceptionHandler
  ProblemDetail conflict(Conflict conflict) {
    return refusal(HttpStatus.CONFLICT, conflict);
  }

  @ExceptionHandler
  ProblemDetail stale(Stale stale) {
    return problem(HttpStatus.PRECONDITION_FAILED, stale);
  }

  @ExceptionHandler({ConcurrencyFailureException.class, DuplicateKeyException.class})
  ProblemDetail quicker() {
    return conflict(
        new Conflict(
            "Người khác đã nhanh hơn. Hãy tải lại và xem.",
            "Somebody else was quicker. Load it again and look."));
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessResourceException.class,
    TransactionException.class
  })
  ProblemDetail away(Exception outage) {
    LOG.warn("A request found no database: {}", outage.getMessage());
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer. Try again in some seconds.");
  }

  @ExceptionHandler
  ProblemDetail wrong(IllegalArgumentException wrong) {
    return problem(HttpStatus.BAD_REQUEST, wrong);
  }

  @ExceptionHandler
  ProblemDetail field(BadField wrong) {
    ProblemDetail problem = refusal(HttpStatus.UNPROCESSABLE_CONTENT, wrong);
    problem.setProperty(
        "errors",
        List.of(Map.of("pointer", wrong.pointer(), "detail", String.valueOf(wrong.getMessage()))));
    return problem;
  }

  /** A body that cannot be read, and one of which a field is refused while it is read. */
  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unread,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return NestedExceptionUtils.getMostSpecificCause(unread) instanceof BadField wrong
        ? ResponseEntity.unprocessableContent().body(field(wrong))
        : super.handleHttpMessageNotReadable(unread, headers, status, request);
  }

  /** Says nothing about the inside: the log does. */
  @ExceptionHandler
  ProblemDetail unexpected(Exception failure) {
    UUID mark = UUID.randomUUID();
    LOG.error("A request failed ({})", mark, failure);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something failed here. Tell the administrator: the log has it under " + mark + ".");
  }

  private static ProblemDetail refusal(HttpStatus status, Refused refused) {
    ProblemDetail problem = problem(status, refused);
    problem.setProperty("words", refused.words());
    return problem;
  }

  private static ProblemDetail problem(HttpStatus status, Exception cause) {
    return ProblemDetail.forStatusAndDetail(status, String.valueOf(cause.getMessage()));
  }
}
