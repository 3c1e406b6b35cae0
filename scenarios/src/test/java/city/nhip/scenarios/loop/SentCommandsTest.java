package city.nhip.scenarios.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.nhip.scenarios.loop.Caller.Answer;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/**
 * What every command owes its sender: one effect however often it arrives, none on what changed.
 * Long, since it makes one of each thing that can be changed.
 */
class SentCommandsTest {
  private static final String NOWHERE = "00000000-0000-0000-0000-000000000000";

  /** They change nothing that is there: they add something, or only look. */
  private static final Set<String> NEW_OR_NOTHING =
      Set.of(
          "/api/connectors/{name}/messages",
          "/api/schedules/{id}/reports",
          "/api/schedules/{id}/rescoring",
          "/api/rules/versions/{id}/replay");

  private final RunningCity city = RunningCity.living();

  @Test
  void a_command_with_a_key_is_carried_out_once() {
    List<String> wrong = new ArrayList<>();
    Set<String> tried = new TreeSet<>();
    for (String command : commands().keySet()) {
      String[] parts = command.split(" ", 2);
      String path = parts[1].replaceAll("\\{[^}]*}", NOWHERE);
      if (!path.startsWith("/api/") && !path.startsWith("/public/")) {
        continue;
      }
      tried.add(command);
      Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
      Caller sender = new Caller(city.url(), path.startsWith("/public/") ? "" : "admin");
      Answer first = sender.call(parts[0], path, "{}", key);
      Answer again = sender.call(parts[0], path, "{}", key);
      if (first.status() >= 500
          || !first.header("Idempotent-Replayed").isEmpty()
          || !again.header("Idempotent-Replayed").equals("true")
          || again.status() != first.status()
          || !again.body().equals(first.body())) {
        wrong.add(command + " " + first.status() + " " + again.status());
      }
      if (sender.call(parts[0], path, "{\"other\":1}", key).status() != 422) {
        wrong.add(command + " takes a key twice");
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(tried).hasSizeGreaterThan(20);
  }

  @Test
  void whatever_can_be_edited_can_be_asked_for_and_takes_its_tag_back() {
    List<String> wrong = new ArrayList<>();
    Set<String> edits = new TreeSet<>();
    commands()
        .forEach(
            (command, method) -> {
              String path = command.substring(command.indexOf(' ') + 1);
              String thing = path.substring(0, path.lastIndexOf('/'));
              if (!path.startsWith("/api/")
                  || !thing.endsWith("}")
                  || NEW_OR_NOTHING.contains(path)) {
                return;
              }
              edits.add(path);
              if (!city.endpoints().containsKey("GET " + thing)) {
                wrong.add(thing + " cannot be asked for");
              }
              if (Stream.of(method.getMethodParameters())
                  .map(one -> one.getParameterAnnotation(RequestHeader.class))
                  .noneMatch(header -> header != null && header.value().equals("If-Match"))) {
                wrong.add(path + " takes no If-Match");
              }
            });

    assertThat(wrong).isEmpty();
    assertThat(edits).hasSizeGreaterThan(12);
  }

  @Test
  void a_command_on_something_that_has_changed_is_refused_and_changes_nothing() {
    Map<String, List<String>> edits = new LinkedHashMap<>();
    String schedule = first("/api/schedules", "/id");
    edits.put(
        "/api/schedules/" + schedule, List.of("approval", "rejection", "withdrawal", "rollback"));
    edits.put("/api/drafts/" + city.unedited(schedule), List.of("cancellation", "offer"));
    edits.put("/api/jobs/" + first("/api/jobs", "/id"), List.of("cancellation"));
    edits.put("/api/alarms/" + first("/api/alarms", "/id"), List.of("acknowledgement"));
    edits.put("/api/citizen-reports/" + report(), List.of("answer"));
    edits.put("/api/dead-letters/" + letter(), List.of("redrive", "discard"));
    JsonNode version = city.as("admin").get("/api/rules").body().at("/versions/0");
    edits.put(
        "/api/rules/versions/" + version.path("id").asLong(),
        List.of("check", "shadow", "unshadow", "activation"));
    edits.put("/api/rules/packages/" + version.path("name").asString(), List.of("rollback"));
    List<String> wrong = new ArrayList<>();
    edits.forEach(
        (thing, verbs) -> {
          String tag = city.as("admin").get(thing).header("ETag");
          if (!tag.matches("\".+\"")) {
            wrong.add(thing + " has the tag " + tag);
          }
          for (String verb : verbs) {
            Answer answer =
                city.as("admin")
                    .call(
                        "POST",
                        thing + "/" + verb,
                        "{\"reason\":\"because\",\"state\":\"DONE\"}",
                        Map.of("If-Match", "\"of-yesterday\""));
            if (answer.status() != 412) {
              wrong.add(thing + "/" + verb + " " + answer.status() + " " + answer.body());
            }
          }
        });

    assertThat(wrong).isEmpty();
    assertThat(named(edits.keySet()))
        .as("every kind of thing that the other test finds")
        .isEqualTo(named(things()));
  }

  @Test
  void the_tag_that_was_given_is_taken_back_once() {
    String thing = "/api/citizen-reports/" + report();
    Map<String, String> tag = Map.of("If-Match", city.as("operator").get(thing).header("ETag"));
    String taken = "{\"state\":\"TAKEN\",\"answer\":\"We are on our way.\"}";

    assertThat(city.as("operator").call("POST", thing + "/answer", taken, tag).status())
        .isEqualTo(200);
    assertThat(city.as("admin").call("POST", thing + "/answer", taken, tag).status())
        .isEqualTo(412);
  }

  @Test
  void the_apis_document_is_openapi_3_1_and_names_keys_and_tags() {
    String text = city.as("viewer").text("/v3/api-docs");
    ParseOptions whole = new ParseOptions();
    whole.setResolve(true);
    SwaggerParseResult read = new OpenAPIV3Parser().readContents(text, null, whole);
    JsonNode document = city.as("viewer").get("/v3/api-docs").body();

    assertThat(document.path("openapi").asString()).matches("3\\.1\\.\\d+");
    assertThat(read.getMessages()).isEmpty();
    assertThat(read.getOpenAPI().getPaths()).containsKey("/api/schedules/{id}/approval");
    List<String> wrong = new ArrayList<>();
    commands()
        .forEach(
            (command, method) -> {
              String path = command.substring(command.indexOf(' ') + 1);
              JsonNode said = document.path("paths").path(path);
              if (path.startsWith("/field/")) {
                return;
              }
              if (!said.toString().contains("#/components/parameters/IdempotencyKey")) {
                wrong.add(command + " names no key");
              }
            });
    things()
        .forEach(
            thing -> {
              if (document
                  .path("paths")
                  .path(thing)
                  .at("/get/responses/200/headers/ETag")
                  .isMissingNode()) {
                wrong.add(thing + " names no tag");
              }
            });
    assertThat(wrong).isEmpty();
    assertThat(document.at("/components/parameters/IdempotencyKey/name").asString())
        .isEqualTo("Idempotency-Key");
  }

  private Map<String, HandlerMethod> commands() {
    Map<String, HandlerMethod> commands = new LinkedHashMap<>(city.endpoints());
    commands.keySet().removeIf(endpoint -> !endpoint.matches("(POST|PUT|PATCH|DELETE) .*"));
    return commands;
  }

  /** The addresses of what can be edited. */
  private Set<String> things() {
    Set<String> things = new TreeSet<>();
    for (String command : commands().keySet()) {
      String path = command.substring(command.indexOf(' ') + 1);
      String thing = path.substring(0, path.lastIndexOf('/'));
      if (path.startsWith("/api/") && thing.endsWith("}") && !NEW_OR_NOTHING.contains(path)) {
        things.add(thing);
      }
    }
    return things;
  }

  private static Set<String> named(Set<String> addresses) {
    Set<String> names = new TreeSet<>();
    addresses.forEach(one -> names.add(one.substring(0, one.lastIndexOf('/'))));
    return names;
  }

  private String first(String list, String field) {
    return await()
        .atMost(Duration.ofSeconds(120))
        .until(
            () -> Optional.of(city.as("admin").get(list).body().path(0).at(field).asString("")),
            found -> !found.orElse("").isEmpty())
        .orElseThrow();
  }

  private String report() {
    JsonNode bin =
        city.as("viewer")
            .get("/api/city/assets")
            .body()
            .valueStream()
            .filter(domain -> domain.path("domain").asString().equals("waste"))
            .flatMap(domain -> domain.path("assets").valueStream())
            .filter(asset -> asset.path("kind").asString().equals("container"))
            .findFirst()
            .orElseThrow();
    String code =
        new Caller(city.url(), "")
            .post(
                "/public/reports",
                Map.of(
                    "kind",
                    "BIN_OVERFLOWS",
                    "latitude",
                    bin.at("/position/latitude").asDouble(),
                    "longitude",
                    bin.at("/position/longitude").asDouble()))
            .body()
            .path("code")
            .asString();
    return city.as("operator")
        .get("/api/citizen-reports")
        .body()
        .valueStream()
        .filter(one -> one.path("code").asString().equals(code))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  private String letter() {
    city.as("device")
        .post(
            "/api/readings",
            List.of(
                Map.of(
                    "device", "nobody-knows-me",
                    "property", "trafficFlow",
                    "observedAt", "2026-01-01T00:00:00Z",
                    "value", 1,
                    "unit", "veh/h")));
    return first("/api/dead-letters", "/id");
  }
}
