package city.nhip.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says why a door stays shut. It never asks for Basic credentials: a browser that knows them would
 * send them with forged requests too.
 */
final class ClosedDoor implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final JsonMapper json;

  ClosedDoor(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    answer(response, HttpStatus.UNAUTHORIZED, "Sign in with a known name and its password.");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    answer(
        response,
        HttpStatus.FORBIDDEN,
        why instanceof CsrfException
            ? "The X-XSRF-TOKEN header is missing or old. Send the XSRF-TOKEN cookie's value."
            : "Your account's roles do not allow this. Ask an administrator.");
  }

  private void answer(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    json.writeValue(
        response.getOutputStream(),
        Map.of("title", status.getReasonPhrase(), "status", status.value(), "detail", detail));
  }
}
