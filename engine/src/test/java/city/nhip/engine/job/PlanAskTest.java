package city.nhip.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.schedule.ScheduleLine;
import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.town.Database;
import city.nhip.engine.town.RunningTown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;

@ParameterizedClass
@EnumSource(Database.class)
class PlanAskTest {
  private final RunningTown town;

  PlanAskTest(Database database) {
    town = RunningTown.on(database);
  }

  private ResponseEntity<String> ask(String who, String domain, String zone, String reason) {
    return town.post("/api/jobs", who, Map.of("domain", domain, "zone", zone, "reason", reason));
  }

  @Test
  void what_a_person_asks_for_is_planned_once_and_names_the_person() {
    town.level("south");

    ResponseEntity<String> answer = ask("operator", "pumping", "south", "The festival begins");
    ask("operator", "pumping", "south", "The festival begins");

    assertThat(answer.getStatusCode().value()).isEqualTo(202);
    ScheduleLine proposal = town.awaitStatus("south", ScheduleStatus.PROPOSED);
    assertThat(proposal.cause())
        .singleElement()
        .satisfies(
            cause -> {
              assertThat(cause.rule()).isEqualTo("by hand");
              assertThat(cause.ruleVersion()).isEqualTo("operator");
              assertThat(cause.reason().en()).isEqualTo("The festival begins");
            })
        .extracting(OptimizationRequest::zone)
        .isEqualTo("south");
    List<Job> jobs =
        town.bean(Jobs.class).list().stream().filter(job -> job.scope().equals("south")).toList();
    assertThat(jobs).hasSize(1);
    assertThat(answer.getBody()).contains(jobs.get(0).id().toString());
    assertThat(
            town.jdbc()
                .sql(
                    "select count(*) from audit_entry where action = 'ASKED' and actor = 'operator'")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "flying, south, x, /domain, Choose one of",
    "pumping, nowhere, x, /zone, 'Choose one of north, south.'",
    "pumping, south, ' ', /reason, Say why"
  })
  void what_cannot_be_asked_for_is_refused_in_words(
      String domain, String zone, String reason, String pointer, String words) {
    ResponseEntity<String> answer = ask("operator", domain, zone, reason);

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(answer.getBody()).contains(pointer, words);
  }

  @Test
  void who_only_looks_may_not_ask() {
    assertThat(ask("viewer", "pumping", "south", "x").getStatusCode().value()).isEqualTo(403);
  }
}
