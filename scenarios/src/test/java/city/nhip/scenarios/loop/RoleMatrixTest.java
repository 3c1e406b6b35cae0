package city.nhip.scenarios.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may enter which door. The demo's accounts have one role each. */
class RoleMatrixTest {
  private static final List<String> ACCOUNTS =
      List.of("", "viewer", "operator", "engineer", "integrator", "admin", "crew", "device");
  private static final String EVERYBODY = String.join(" ", ACCOUNTS);
  private static final String PEOPLE = "viewer operator engineer integrator admin crew";
  private static final String NOWHERE = "00000000-0000-0000-0000-000000000000";

  private final RunningCity city = RunningCity.quiet();

  /** The first line that fits an endpoint says who may enter. */
  private static final Map<String, String> DOORS = new LinkedHashMap<>();

  static {
    DOORS.put("GET /api/me", PEOPLE + " device");
    DOORS.put("GET /api/audit.*", "admin");
    DOORS.put("GET /api/.*", PEOPLE);
    DOORS.put("POST /api/readings", "integrator admin device");
    DOORS.put("POST /api/connectors/.*", "integrator admin device");
    DOORS.put("POST /api/dead-letters.*", "integrator admin");
    DOORS.put("POST /api/schedules/.*/reports", "operator admin crew");
    DOORS.put("POST /api/schedules/.*", "operator admin");
    DOORS.put("POST /api/drafts.*", "operator admin");
    DOORS.put("POST /api/jobs.*", "operator admin");
    DOORS.put("POST /api/alarms/.*", "operator admin");
    DOORS.put("POST /api/citizen-reports/.*", "operator admin");
    DOORS.put("POST /api/rules/.*", "engineer admin");
    DOORS.put("[A-Z]+ /(public|field)(/.*)?", EVERYBODY);
    DOORS.put("GET /v3/api-docs", EVERYBODY);
    DOORS.put("GET /v3/api-docs.yaml", "");
  }

  /** Whatever is added later needs its line here. */
  @Test
  void every_endpoint_opens_for_its_roles_alone() throws IOException {
    Map<String, String> found = new TreeMap<>();
    Map<String, String> wanted = new TreeMap<>();
    for (String endpoint : city.endpoints().keySet()) {
      String[] parts = endpoint.split(" ", 2);
      found.put(endpoint, entered(parts[0], parts[1].replaceAll("\\{[^}]*}", NOWHERE)));
      wanted.put(
          endpoint,
          DOORS.entrySet().stream()
              .filter(door -> endpoint.matches(door.getKey()))
              .findFirst()
              .map(Map.Entry::getValue)
              .orElse("a line in this test"));
    }

    assertThat(found).hasSizeGreaterThan(50).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,    /api/schedules/" + NOWHERE,
    "DELETE, /api/schedules/" + NOWHERE,
    "GET,    /anything",
    "GET,    /actuator/env"
  })
  void what_is_not_there_opens_for_nobody(String method, String path) throws IOException {
    for (String account : ACCOUNTS) {
      assertThat(status(method, path, account)).as(account).isBetween(401, 404);
    }
  }

  private String entered(String method, String path) throws IOException {
    List<String> entered = new ArrayList<>();
    for (String account : ACCOUNTS) {
      int status = status(method, path, account);
      if (status != 401 && status != 403) {
        entered.add(account);
      }
    }
    return String.join(" ", entered);
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
