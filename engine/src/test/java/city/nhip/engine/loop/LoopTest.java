package city.nhip.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.nhip.engine.audit.AuditLog;
import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.city.Zone;
import city.nhip.engine.job.OptimizationRequests;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.publication.Publication;
import city.nhip.engine.publication.SchedulePublisher;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.engine.safety.SafetyCheck;
import city.nhip.engine.safety.SafetyVerdict;
import city.nhip.engine.schedule.ScheduleLine;
import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.schedule.Schedules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The engine's part of the loop, with a domain that no existing file knows. */
@SpringBootTest(
    classes = LoopTest.Town.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties =
        "spring.datasource.url=jdbc:h2:mem:loop;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1")
class LoopTest {
  static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @SpringBootApplication(scanBasePackages = "city.nhip.engine")
  static class Town {
    static final List<Publication> FIELD = new CopyOnWriteArrayList<>();

    @Bean
    City city() {
      Localized name = new Localized("Thị trấn", "Town");
      Position here = new Position(11, 106);
      return new City(
          "town",
          name,
          true,
          ZoneId.of("Asia/Ho_Chi_Minh"),
          here,
          Path.of("."),
          List.of(new Zone("north", name, here), new Zone("south", name, here)),
          List.of());
    }

    @Bean
    Clock clock() {
      return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    PumpingDomain pumping() {
      return new PumpingDomain();
    }

    @Bean
    SafetyCheck pumpingSafety() {
      return new SafetyCheck() {
        @Override
        public String domain() {
          return "pumping";
        }

        @Override
        public SafetyVerdict check(byte[] artefact, City city, String scope) {
          String plan = new String(artefact, StandardCharsets.UTF_8);
          long running = plan.split("true", -1).length - 1L;
          return new SafetyVerdict(
              1,
              running <= 12
                  ? List.of()
                  : List.of(new SafetyVerdict.Violation("pump-rest", "/on", "Runs too long.")));
        }
      };
    }

    @Bean
    SchedulePublisher field() {
      return new SchedulePublisher() {
        @Override
        public String target() {
          return "test-field";
        }

        @Override
        public boolean publishes(String domain) {
          return true;
        }

        @Override
        public Acknowledgement publish(Publication publication) {
          FIELD.add(publication);
          return new Acknowledgement(publication.sequence(), publication.hash());
        }
      };
    }
  }

  @Autowired OptimizationRequests requests;
  @Autowired ReadingJournal journal;
  @Autowired Schedules schedules;
  @Autowired AuditLog audit;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @Test
  void a_request_becomes_a_proposal_and_an_approval_reaches_the_field() {
    JournaledReading reading = level("tank-1", NOW.minusSeconds(60));
    OptimizationRequest request = request("north", 6, NOW, reading.id());

    assertThat(requests.submit(request)).isTrue();
    assertThat(requests.submit(request)).as("the same wish again").isFalse();

    ScheduleLine proposal = awaitProposal("north");
    assertThat(proposal.cause()).singleElement().isEqualTo(request);
    JsonNode view = get("/api/schedules/" + proposal.id());
    assertThat(view.at("/cause/0/readings/0/id").asLong()).isEqualTo(reading.id());
    assertThat(view.at("/safety/safe").asBoolean()).isTrue();

    assertThat(approve(proposal.id(), "viewer")).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(approve(proposal.id(), "operator")).isEqualTo(HttpStatus.OK);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> schedules.get(proposal.id()).status() == ScheduleStatus.PUBLISHED);
    assertThat(Town.FIELD.stream().filter(one -> one.scheduleId().equals(proposal.id())))
        .singleElement()
        .satisfies(one -> assertThat(one.hash()).isEqualTo(proposal.hash()));
    assertThat(schedules.findInForce("pumping", "north").orElseThrow().id())
        .isEqualTo(proposal.id());
    assertThat(audit.findBroken()).isEmpty();

    jdbc.sql("update audit_entry set actor = 'someone' where seq = 1").update();
    assertThat(audit.findBroken()).contains(1L);
    jdbc.sql("update audit_entry set actor = 'operator' where seq = 1").update();
  }

  @Test
  void of_two_who_approve_at_once_one_wins_and_one_is_told() throws Exception {
    requests.submit(request("south", 4, NOW, level("tank-2", NOW.minusSeconds(50)).id()));
    UUID id = awaitProposal("south").id();
    ExecutorService two = Executors.newFixedThreadPool(2);
    Callable<HttpStatus> approving = () -> approve(id, "operator");
    List<Future<HttpStatus>> answers = two.invokeAll(List.of(approving, approving));
    two.shutdown();
    assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
        .containsExactlyInAnyOrder(HttpStatus.OK, HttpStatus.CONFLICT);
  }

  @Test
  void a_plan_that_the_safety_check_stops_is_never_proposed() {
    requests.submit(
        request("south", 20, NOW.plusSeconds(900), level("tank-3", NOW.minusSeconds(40)).id()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                !schedules
                    .list(Optional.of(ScheduleStatus.UNSAFE), Optional.of("pumping"))
                    .isEmpty());
    ScheduleLine unsafe =
        schedules.list(Optional.of(ScheduleStatus.UNSAFE), Optional.of("pumping")).get(0);
    assertThat(approve(unsafe.id(), "operator")).isEqualTo(HttpStatus.CONFLICT);
  }

  @Test
  void an_altered_plan_cannot_be_approved() {
    requests.submit(
        request("east", 5, NOW.plusSeconds(60), level("tank-4", NOW.minusSeconds(30)).id()));
    UUID id = awaitProposal("east").id();
    jdbc.sql("update schedule set artefact = ? where id = ?")
        .params("{\"needed\":5,\"on\":[true]}".getBytes(StandardCharsets.UTF_8), id)
        .update();
    assertThat(approve(id, "operator")).isEqualTo(HttpStatus.CONFLICT);
  }

  @Test
  void an_unknown_domain_is_refused_with_the_rules_name() {
    OptimizationRequest wrong =
        new OptimizationRequest(
            "tides",
            "north",
            "Moon asks",
            "v1",
            new TimeWindow(NOW, NOW.plusSeconds(60)),
            new Localized("a", "a"),
            1,
            List.of(),
            List.of());
    assertThatThrownBy(() -> requests.submit(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Moon asks")
        .hasMessageContaining("tides");
  }

  private ScheduleLine awaitProposal(String scope) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                schedules
                    .list(Optional.of(ScheduleStatus.PROPOSED), Optional.of("pumping"))
                    .stream()
                    .filter(one -> one.scope().equals(scope))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private JournaledReading level(String device, Instant at) {
    return journal
        .append(
            List.of(new Reading("test", device, "tankLevel", at, 20, "%")),
            Map.of(device, "north"),
            NOW)
        .get(0);
  }

  private static OptimizationRequest request(
      String zone, int hours, Instant window, long readingId) {
    return new OptimizationRequest(
        "pumping",
        zone,
        "Low tank asks for pumping",
        "v1",
        new TimeWindow(window, window.plus(Duration.ofMinutes(15))),
        new Localized("Bồn gần cạn", "The tank is low"),
        2,
        List.of(new Finding("hours-needed", zone, hours, window, window.plusSeconds(3600))),
        List.of(readingId));
  }

  private JsonNode get(String path) {
    return RestClient.create("http://localhost:" + port)
        .get()
        .uri(path)
        .headers(headers -> headers.setBasicAuth("operator", "operator"))
        .retrieve()
        .requiredBody(JsonNode.class);
  }

  private HttpStatus approve(UUID id, String who) {
    ResponseEntity<String> answer =
        RestClient.builder()
            .baseUrl("http://localhost:" + port)
            .defaultStatusHandler(status -> true, (request, response) -> {})
            .build()
            .post()
            .uri("/api/schedules/{id}/approval", id)
            .headers(headers -> headers.setBasicAuth(who, who))
            .contentType(MediaType.APPLICATION_JSON)
            .body(Map.of("reason", "looks right"))
            .retrieve()
            .toEntity(String.class);
    return HttpStatus.valueOf(answer.getStatusCode().value());
  }
}
