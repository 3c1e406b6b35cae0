package city.nhip.engine.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.nhip.engine.planning.FieldPlans;
import city.nhip.engine.publication.SchedulePublisher;
import city.nhip.engine.schedule.ScheduleLine;
import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.schedule.Schedules;
import city.nhip.engine.town.CityClock;
import city.nhip.engine.town.Database;
import city.nhip.engine.town.Field;
import city.nhip.engine.town.RunningTown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;

@ParameterizedClass
@EnumSource(Database.class)
class DecisionsTest {
  private final RunningTown town;

  DecisionsTest(Database database) {
    town = RunningTown.on(database);
  }

  @Test
  void of_two_who_approve_at_once_one_wins_and_the_other_is_told() throws Exception {
    ScheduleLine proposal = proposal("race");
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      List<Future<ResponseEntity<String>>> words =
          Stream.of("operator", "admin")
              .map(who -> people.submit(() -> approve(proposal, who, Map.of())))
              .toList();

      List<Integer> answers =
          Stream.of(words.get(0).get(), words.get(1).get())
              .map(answer -> answer.getStatusCode().value())
              .sorted()
              .toList();
      assertThat(answers.get(0)).isEqualTo(200);
      assertThat(answers.get(1)).as("told what happened").isIn(409, 412);
    } finally {
      people.shutdown();
    }
    town.awaitStatus("race", ScheduleStatus.PUBLISHED);
    assertThat(town.bean(Field.class).received(proposal.id())).hasSize(1);
  }

  @Test
  void a_state_that_nobody_has_seen_is_not_approved() {
    ScheduleLine proposal = proposal("stale");

    assertThat(
            town.post(path(proposal.id(), "approval"), "operator", Map.of(), ifMatch("99-old"))
                .getStatusCode()
                .value())
        .isEqualTo(412);
    assertThat(
            approve(proposal, "operator", Map.of("hash", "0".repeat(64))).getStatusCode().value())
        .isEqualTo(409);
    assertThat(town.status(proposal.id())).isEqualTo(ScheduleStatus.PROPOSED);
    assertThat(town.get(path(proposal.id(), ""), "viewer").getHeaders().getETag())
        .isEqualTo('"' + proposal.tag() + '"');
  }

  @Test
  void an_altered_plan_is_not_approved() {
    ScheduleLine proposal = proposal("altered");
    town.jdbc()
        .sql("update schedule set artefact = ? where id = ?")
        .params(new byte[] {'{', '}'}, proposal.id())
        .update();

    assertThat(approve(proposal, "operator", Map.of()).getStatusCode().value()).isEqualTo(409);
  }

  @Test
  void the_same_command_key_is_carried_out_once() {
    ScheduleLine proposal = proposal("key");
    Map<String, String> key = Map.of("Idempotency-Key", "key-" + UUID.randomUUID());

    ResponseEntity<String> first =
        town.post(path(proposal.id(), "approval"), "operator", Map.of(), key);
    ResponseEntity<String> again =
        town.post(path(proposal.id(), "approval"), "operator", Map.of(), key);
    ResponseEntity<String> other =
        town.post(path(proposal.id(), "approval"), "operator", Map.of("reason", "x"), key);

    assertThat(first.getStatusCode().value()).isEqualTo(200);
    assertThat(again.getStatusCode().value()).isEqualTo(200);
    assertThat(again.getBody()).isEqualTo(first.getBody());
    assertThat(again.getHeaders().getFirst("Idempotent-Replayed")).isEqualTo("true");
    assertThat(other.getStatusCode().value()).as("another command").isEqualTo(422);
  }

  @Test
  void a_plan_approved_for_later_stays_here_and_can_be_taken_back() {
    ScheduleLine proposal = proposal("later");
    String later = CityClock.START.plus(Duration.ofHours(2)).toString();

    assertThat(approve(proposal, "operator", Map.of("notBefore", later)).getStatusCode().value())
        .isEqualTo(200);
    assertThat(town.status(proposal.id())).isEqualTo(ScheduleStatus.APPROVED);
    assertThat(
            town.post(path(proposal.id(), "withdrawal"), "operator", Map.of("reason", "rain"))
                .getStatusCode()
                .value())
        .isEqualTo(200);

    assertThat(town.status(proposal.id())).isEqualTo(ScheduleStatus.REJECTED);
    assertThat(town.bean(Field.class).received(proposal.id())).isEmpty();
  }

  @Test
  void a_rollback_brings_the_exact_earlier_plan_back() {
    ScheduleLine first = proposal("back", 4);
    approve(first, "operator", Map.of());
    await().until(() -> town.status(first.id()) == ScheduleStatus.PUBLISHED);
    ScheduleLine second = town.proposal("back", 9, 1);
    approve(second, "operator", Map.of());
    await().until(() -> town.status(second.id()) == ScheduleStatus.PUBLISHED);

    assertThat(
            town.post(path(second.id(), "rollback"), "operator", Map.of("reason", "too loud"))
                .getStatusCode()
                .value())
        .isEqualTo(200);

    ScheduleLine now =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> town.awaitStatus("back", ScheduleStatus.PUBLISHED),
                line -> line.hash().equals(first.hash()));
    assertThat(now.id()).isNotEqualTo(first.id());
    assertThat(now.origin().schedule()).contains(first.id());
    assertThat(town.status(second.id())).isEqualTo(ScheduleStatus.SUPERSEDED);
    assertThat(town.bean(Field.class).received(now.id()))
        .extracting(one -> one.sequence())
        .containsOnly(3L);
    assertThat(town.bean(Schedules.class).get(now.id()).artefact())
        .isEqualTo(town.bean(Schedules.class).get(first.id()).artefact());
    List<FieldPlans.Carried> carried =
        town.bean(FieldPlans.class)
            .since("pumping", "back", CityClock.START.minus(Duration.ofDays(1)));
    assertThat(carried.get(carried.size() - 1).artefact())
        .as("what other domains see in the field")
        .isEqualTo(town.bean(Schedules.class).get(first.id()).artefact());
  }

  @Test
  void where_nothing_was_before_there_is_nothing_to_go_back_to() {
    ScheduleLine only = proposal("only");
    approve(only, "operator", Map.of());
    await().until(() -> town.status(only.id()) == ScheduleStatus.PUBLISHED);

    ResponseEntity<String> refusal =
        town.post(path(only.id(), "rollback"), "operator", Map.of("reason", "no"));

    assertThat(refusal.getStatusCode().value()).isEqualTo(409);
    assertThat(refusal.getBody())
        .contains("No plan before this one is still valid. Ask for a new proposal.")
        .contains("Không có phương án trước nào còn hiệu lực. Hãy yêu cầu lập mới.");
  }

  @Test
  void the_devices_of_a_plan_are_asked_and_a_laggard_drifts_after_its_grace() {
    ScheduleLine plan = proposal("drift");
    town.bean(Field.class)
        .say("drift", List.of(new SchedulePublisher.DeviceReport("pump-7", 0, "")));
    approve(plan, "operator", Map.of());
    await().until(() -> town.status(plan.id()) == ScheduleStatus.PUBLISHED);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(town.get(path(plan.id(), ""), "viewer").getBody())
                    .contains("pump-7", "DRIFTS"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(town.get("/api/alarms", "viewer").getBody())
                    .contains("device-drift", "pumping/drift"));
  }

  private ScheduleLine proposal(String scope) {
    return proposal(scope, 6);
  }

  private ScheduleLine proposal(String scope, int hours) {
    town.level(scope);
    return town.proposal(scope, hours, 0);
  }

  private ResponseEntity<String> approve(ScheduleLine line, String who, Map<String, ?> body) {
    return town.post(path(line.id(), "approval"), who, body, ifMatch(line.tag()));
  }

  private static Map<String, String> ifMatch(String tag) {
    return Map.of("If-Match", '"' + tag + '"');
  }

  private static String path(UUID id, String command) {
    return "/api/schedules/" + id + (command.isEmpty() ? "" : "/" + command);
  }
}
