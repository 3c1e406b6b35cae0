package city.nhip.engine.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.nhip.engine.schedule.ScheduleLine;
import city.nhip.engine.schedule.ScheduleOrigin;
import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.schedule.Schedules;
import city.nhip.engine.town.CityClock;
import city.nhip.engine.town.Database;
import city.nhip.engine.town.RunningTown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DraftsTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final RunningTown town = RunningTown.on(Database.H2);

  @Test
  void an_edited_plan_is_scored_at_once_and_nothing_is_kept() {
    ScheduleLine base = proposal("edit-score");
    int before = JSON.readTree(town.get("/api/drafts", "viewer").getBody()).size();

    JsonNode scored = post("/api/schedules/" + base.id() + "/rescoring", plan(4, 0, 1, 2, 3));

    assertThat(scored.at("/result/score").stringValue()).isEqualTo("-8200soft");
    assertThat(scored.at("/result/review/kpis/0/inForce").isNull()).isFalse();
    assertThat(JSON.readTree(town.get("/api/drafts", "viewer").getBody()).size()).isEqualTo(before);
    assertThat(town.status(base.id())).isEqualTo(ScheduleStatus.PROPOSED);
  }

  @Test
  void a_plan_of_another_form_is_refused_with_its_place() {
    ScheduleLine base = proposal("edit-form");

    assertThat(
            town.post(
                    "/api/schedules/" + base.id() + "/rescoring", "operator", Map.of("on", "never"))
                .getBody())
        .contains("/plan");
  }

  @Test
  void an_edit_that_is_offered_becomes_a_proposal_and_the_base_gives_way() {
    ScheduleLine base = proposal("edit-offer");
    UUID draft = draft(base, "EDIT", plan(4, 5, 6, 7, 8), List.of());

    JsonNode offered = post("/api/drafts/" + draft + "/offer", Map.of());

    UUID schedule = UUID.fromString(offered.path("schedule").stringValue());
    assertThat(town.status(schedule)).isEqualTo(ScheduleStatus.PROPOSED);
    assertThat(town.status(base.id())).isEqualTo(ScheduleStatus.SUPERSEDED);
    ScheduleOrigin origin = town.bean(Schedules.class).get(schedule).origin();
    assertThat(origin.kind()).isEqualTo(ScheduleOrigin.Kind.EDIT);
    assertThat(origin.schedule()).contains(base.id());
  }

  @Test
  void a_what_if_touches_no_schedule_and_is_never_offered() {
    ScheduleLine base = proposal("what-if");
    UUID draft =
        draft(
            base,
            "WHAT_IF",
            Map.of(),
            List.of(
                Map.of(
                    "kind",
                    "hours-needed",
                    "asset",
                    "what-if",
                    "value",
                    9,
                    "from",
                    CityClock.START.toString(),
                    "until",
                    CityClock.START.plusSeconds(3600).toString())));

    JsonNode whole = JSON.readTree(town.get("/api/drafts/" + draft, "viewer").getBody());
    assertThat(whole.at("/plan/needed").intValue()).isEqualTo(9);
    assertThat(whole.at("/draft/result/before/feasible").booleanValue())
        .as("the base under the supposition")
        .isFalse();
    assertThat(
            town.post("/api/drafts/" + draft + "/offer", "operator", Map.of())
                .getStatusCode()
                .value())
        .isEqualTo(409);
    assertThat(town.status(base.id())).isEqualTo(ScheduleStatus.PROPOSED);
  }

  @Test
  void what_is_supposed_about_something_unknown_is_refused() {
    Map<String, Object> fails =
        Map.of(
            "kind",
            "pump-fails",
            "asset",
            "P9",
            "value",
            1,
            "from",
            CityClock.START.toString(),
            "until",
            CityClock.START.plusSeconds(3600).toString());
    Map<String, Object> ask =
        Map.of(
            "schedule",
            proposal("unknown").id(),
            "kind",
            "WHAT_IF",
            "title",
            "a try",
            "pins",
            List.of(),
            "findings",
            List.of(fails),
            "seconds",
            0);
    var answer = town.post("/api/drafts", "operator", ask);
    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(answer.getBody()).contains("/findings/0/asset", "P9");
  }

  @Test
  void a_field_that_is_refused_is_named() {
    Map<String, Object> ask =
        Map.of(
            "schedule",
            proposal("untitled").id(),
            "kind",
            "WHAT_IF",
            "title",
            " ",
            "pins",
            List.of(),
            "findings",
            List.of(),
            "seconds",
            0);
    var answer = town.post("/api/drafts", "operator", ask);
    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(answer.getBody()).contains("\"pointer\":\"/title\"", "1 đến 200 ký tự");
  }

  @Test
  void a_domain_that_cannot_hold_parts_says_so() {
    ScheduleLine base = proposal("pins");
    Map<String, Object> ask =
        Map.of(
            "schedule",
            base.id(),
            "kind",
            "EDIT",
            "title",
            "pinned",
            "pins",
            List.of("pump"),
            "findings",
            List.of(),
            "seconds",
            1);
    UUID draft = UUID.fromString(post("/api/drafts", ask).path("id").stringValue());

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(town.get("/api/drafts/" + draft, "viewer").getBody())
                    .contains("FAILED", "Pin nothing"));
  }

  private ScheduleLine proposal(String scope) {
    town.level(scope);
    return town.proposal(scope, 4, 0);
  }

  private UUID draft(
      ScheduleLine base, String kind, Map<String, ?> plan, List<Map<String, Object>> findings) {
    Map<String, Object> ask = new java.util.HashMap<>();
    ask.put("schedule", base.id());
    ask.put("kind", kind);
    ask.put("title", "a try");
    if (!plan.isEmpty()) {
      ask.put("plan", plan);
    }
    ask.put("pins", List.of());
    ask.put("findings", findings);
    ask.put("seconds", plan.isEmpty() ? 1 : 0);
    UUID id = UUID.fromString(post("/api/drafts", ask).path("id").stringValue());
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                JSON.readTree(town.get("/api/drafts/" + id, "viewer").getBody())
                    .at("/draft/status")
                    .stringValue()
                    .equals("READY"));
    return id;
  }

  private static Map<String, ?> plan(int needed, Integer... hours) {
    boolean[] on = new boolean[24];
    for (int hour : hours) {
      on[hour] = true;
    }
    return Map.of("needed", needed, "on", on);
  }

  private JsonNode post(String path, Map<String, ?> body) {
    return JSON.readTree(town.post(path, "operator", body).getBody());
  }
}
