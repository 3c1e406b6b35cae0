package city.nhip.engine.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.nhip.engine.city.Localized;
import city.nhip.engine.files.BadFile;
import city.nhip.engine.files.JsonFile;
import city.nhip.engine.planning.Kpi;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.ScheduleLine;
import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.schedule.Schedules;
import city.nhip.engine.town.Database;
import city.nhip.engine.town.RunningTown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutoApprovalTest {
  private static final String SHEET =
      """
      {"policies": [{"name": "no dearer", "domain": "pumping", "from": "00:00", "to": "00:00",
        "mostSeverity": 2, "mostRise": {"cost": 0.0}}]}
      """;

  @TempDir Path folder;

  private Path sheet(String text) throws IOException {
    return Files.writeString(folder.resolve("approvals.json"), text);
  }

  @Test
  void a_plan_within_the_citys_policy_goes_out_and_the_log_says_why() throws IOException {
    try (RunningTown town =
        RunningTown.with(
            "nhip.review.auto-approve=true", "nhip.review.approvals=" + sheet(SHEET))) {
      town.level("north");
      ScheduleLine first = town.proposal("north", 6, 0);
      assertThat(town.status(first.id()))
          .as("without a plan in force a person looks")
          .isEqualTo(ScheduleStatus.PROPOSED);
      town.post("/api/schedules/%s/approval".formatted(first.id()), "operator", Map.of());
      town.awaitStatus("north", ScheduleStatus.PUBLISHED);

      assertThat(town.submit(RunningTown.request("north", 3, 1, 1))).isTrue();
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> assertThat(town.status(first.id())).isEqualTo(ScheduleStatus.SUPERSEDED));
      assertThat(
              town.jdbc()
                  .sql(
                      "select decided_by || ': ' || reason from schedule_decision order by decided_at")
                  .query(String.class)
                  .list())
          .last()
          .asString()
          .startsWith("policy no dearer: cost -")
          .endsWith("(<= 0.0 %)");
    }
  }

  @Test
  void hours_severity_and_figures_limit_what_a_policy_approves() {
    RunningTown town = RunningTown.on(Database.H2);
    town.level("policy");
    Schedule plan = town.bean(Schedules.class).get(town.proposal("policy", 6, 0).id());
    ApprovalPolicy night =
        new ApprovalPolicy(
            "night", "pumping", LocalTime.of(22, 0), LocalTime.of(5, 0), 3, Map.of("cost", 2.0));
    assertThat(approves(night, plan, 102, "23:00")).contains("cost +2.0 % (<= 2.0 %)");
    assertThat(approves(night, plan, 102, "04:59")).isPresent();
    assertThat(approves(night, plan, 102, "05:00")).isEmpty();
    assertThat(approves(night, plan, 103, "23:00")).isEmpty();
    assertThat(night.approves(plan, LocalTime.of(23, 0))).as("no plan in force").isEmpty();
    int severity = plan.cause().get(0).severity();
    ApprovalPolicy milder =
        new ApprovalPolicy(
            "milder", "pumping", LocalTime.MIN, LocalTime.MIN, severity, Map.of("cost", 2.0));
    assertThat(approves(milder, plan, 100, "12:00")).isPresent();
    ApprovalPolicy other =
        new ApprovalPolicy(
            "other", "lighting", LocalTime.MIN, LocalTime.MIN, 3, Map.of("cost", 2.0));
    assertThat(approves(other, plan, 100, "12:00")).isEmpty();
  }

  private static Optional<String> approves(
      ApprovalPolicy policy, Schedule plan, double cost, String time) {
    Kpi figure =
        new Kpi(
            "cost",
            new Localized("Chi phí", "Cost"),
            "VND",
            cost,
            OptionalDouble.of(100),
            OptionalDouble.empty());
    Schedule.Review review =
        new Schedule.Review(
            plan.review().summary(),
            List.of(),
            List.of(figure),
            plan.review().constraints(),
            plan.review().bound());
    return policy.approves(
        new Schedule(
            plan.id(),
            plan.domain(),
            plan.scope(),
            plan.status(),
            plan.version(),
            plan.jobId(),
            plan.createdAt(),
            plan.validity(),
            plan.score(),
            true,
            plan.artefact(),
            plan.hash(),
            review,
            plan.safety(),
            plan.cause(),
            plan.origin(),
            plan.expected()),
        LocalTime.parse(time));
  }

  @Test
  void a_sheet_that_is_wrong_says_where() throws IOException {
    Path wrong = sheet(SHEET.replace("{\"cost\": 0.0}", "{}"));
    assertThatThrownBy(() -> JsonFile.read(wrong, ApprovalPolicy.Sheet.class))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("/policies/0")
        .hasMessageContaining("one figure or more");
  }
}
