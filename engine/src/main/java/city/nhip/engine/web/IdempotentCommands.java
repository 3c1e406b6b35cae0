package city.nhip.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command with an {@code Idempotency-Key} is carried out once: the same key again, from the same
 * account, gets the first answer, whether the network lost it or a finger slipped. Strangers, who
 * may only report to the city, share one account: their keys are long, so that none meets another.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class IdempotentCommands extends OncePerRequestFilter {
  private static final int LARGEST = 2_200_000;
  private static final int LONGEST = 120;
  private static final int STRANGERS_LEAST = 32;
  private static final Set<String> COMMANDS = Set.of("POST", "PUT", "PATCH", "DELETE");

  private final CommandReceipts receipts;
  private final JsonMapper json;

  IdempotentCommands(CommandReceipts receipts, JsonMapper json) {
    this.receipts = receipts;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader("Idempotency-Key") == null
        || !COMMANDS.contains(request.getMethod())
        || !(request.getRequestURI().startsWith("/api/")
            || request.getRequestURI().startsWith("/public/"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader("Idempotency-Key");
    Principal who = request.getUserPrincipal();
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    int least = who == null ? STRANGERS_LEAST : 1;
    if (key.isBlank() || key.length() < least || key.length() > LONGEST || body.length > LARGEST) {
      refuse(
          response,
          HttpStatus.BAD_REQUEST,
          "An Idempotency-Key has %d to %d characters here, its command at most 2 MB."
              .formatted(least, LONGEST));
      return;
    }
    CommandReceipts.Command command =
        new CommandReceipts.Command(
            who == null ? "" : who.getName(),
            key,
            CommandReceipts.hash(request.getMethod(), request.getRequestURI(), body));
    Optional<CommandReceipts.Receipt> earlier = receipts.begin(command);
    if (earlier.isPresent()) {
      repeat(earlier.get(), command, response);
    } else {
      carryOut(command, new ReadAgain(request, body), response, chain);
    }
  }

  private void carryOut(
      CommandReceipts.Command command,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
    boolean answered = false;
    try {
      chain.doFilter(request, kept);
      answered = kept.getStatus() < 500;
    } finally {
      if (answered) {
        String type = kept.getContentType();
        receipts.end(
            command, kept.getStatus(), type == null ? "" : type, kept.getContentAsByteArray());
      } else {
        receipts.forget(command);
      }
      kept.copyBodyToResponse();
    }
  }

  private void repeat(
      CommandReceipts.Receipt earlier,
      CommandReceipts.Command command,
      HttpServletResponse response)
      throws IOException {
    if (!earlier.requestHash().equals(command.requestHash())) {
      refuse(
          response,
          HttpStatus.UNPROCESSABLE_CONTENT,
          "This Idempotency-Key was used for another command. Take a new key.");
    } else if (earlier.status() == 0) {
      refuse(response, HttpStatus.CONFLICT, "This very command is being carried out. Wait for it.");
    } else {
      response.setStatus(earlier.status());
      response.setHeader("Idempotent-Replayed", "true");
      if (!earlier.contentType().isEmpty()) {
        response.setContentType(earlier.contentType());
      }
      response.getOutputStream().write(earlier.body());
    }
  }

  private void refuse(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, detail));
  }

  /** The body was read for its hash; the controller reads it again. */
  private static final class ReadAgain extends jakarta.servlet.http.HttpServletRequestWrapper {
    private final byte[] body;

    ReadAgain(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new BodyStream(body);
    }

    @Override
    public java.io.BufferedReader getReader() {
      return new java.io.BufferedReader(
          new java.io.InputStreamReader(getInputStream(), java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
