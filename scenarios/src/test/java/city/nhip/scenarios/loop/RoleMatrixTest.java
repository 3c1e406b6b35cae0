package city.nhip.scenarios.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may enter which door. The demo's accounts have one role each. */
class RoleMatrixTest {
  private static final List<String> ACCOUNTS =
      List.of("", "viewer", "operator", "engineer", "integrator", "admin", "device");
  private static final String PEOPLE = "viewer operator engineer integrator admin";
  private static final String NOWHERE = "00000000-0000-0000-0000-000000000000";

  private final RunningCity city = RunningCity.quiet();

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "GET,  /api/me, " + PEOPLE + " device",
    "GET,  /api/city, " + PEOPLE,
    "GET,  /api/city/roads, " + PEOPLE,
    "GET,  /api/city/assets, " + PEOPLE,
    "GET,  /api/devices, " + PEOPLE,
    "GET,  /api/readings, " + PEOPLE,
    "POST, /api/readings, device integrator admin",
    "GET,  /api/firings, " + PEOPLE,
    "GET,  /api/jobs, " + PEOPLE,
    "GET,  /api/jobs/" + NOWHERE + ", " + PEOPLE,
    "POST, /api/jobs/" + NOWHERE + "/cancellation, operator admin",
    "GET,  /api/schedules, " + PEOPLE,
    "GET,  /api/schedules/" + NOWHERE + ", " + PEOPLE,
    "POST, /api/schedules/" + NOWHERE + "/approval, operator admin",
    "POST, /api/schedules/" + NOWHERE + "/rejection, operator admin",
    "GET,  /api/publications, " + PEOPLE,
    "GET,  /api/dead-letters, " + PEOPLE,
    "GET,  /api/events, " + PEOPLE,
    "GET,  /api/audit, admin",
    "PUT,  /api/schedules/" + NOWHERE + ", ''",
    "DELETE, /api/schedules/" + NOWHERE + ", ''",
    "GET,  /anything, ''"
  })
  void a_door_opens_for_its_roles_alone(String method, String path, String allowed)
      throws IOException {
    Set<String> entered = new TreeSet<>();
    for (String account : ACCOUNTS) {
      int status = status(method, path, account);
      if (status != 401 && status != 403) {
        entered.add(account);
      }
    }

    assertThat(entered)
        .isEqualTo(allowed.isBlank() ? Set.of() : new TreeSet<>(List.of(allowed.split(" ", -1))));
  }

  /** Whatever is added later. */
  @Test
  void no_endpoint_opens_for_strangers_and_none_changes_anything_for_a_viewer() throws IOException {
    List<String> open = new ArrayList<>();
    for (RequestMappingInfo endpoint :
        city.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet()) {
      for (String pattern : endpoint.getPatternValues()) {
        if (!pattern.startsWith("/api/")) {
          continue;
        }
        String path = pattern.replaceAll("\\{[^}]*}", NOWHERE);
        for (var verb : endpoint.getMethodsCondition().getMethods()) {
          String method = verb.name();
          if (!Set.of(401, 403).contains(status(method, path, ""))) {
            open.add(method + " " + pattern + " for strangers");
          }
          if (!method.equals("GET") && status(method, path, "viewer") != 403) {
            open.add(method + " " + pattern + " for viewers");
          }
        }
      }
    }

    assertThat(open).isEmpty();
  }

  private int status(String method, String path, String account) throws IOException {
    HttpURLConnection call =
        (HttpURLConnection) URI.create(city.url() + path).toURL().openConnection();
    call.setRequestMethod(method);
    call.setReadTimeout(20_000);
    if (!account.isEmpty()) {
      String word = account + ":" + account;
      call.setRequestProperty(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8)));
    }
    if (!method.equals("GET")) {
      call.setRequestProperty("Content-Type", "application/json");
      call.setDoOutput(true);
      call.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
    }
    try {
      return call.getResponseCode();
    } finally {
      call.disconnect();
    }
  }
}
