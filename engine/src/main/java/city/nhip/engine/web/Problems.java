package city.nhip.engine.web;

import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every refusal is an RFC 9457 problem that says what is so and what to do. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
  @ExceptionHandler
  ProblemDetail missing(NoSuchElementException missing) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.NOT_FOUND, String.valueOf(missing.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail conflict(Conflict conflict) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.CONFLICT, String.valueOf(conflict.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail wrong(IllegalArgumentException wrong) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
  }
}
