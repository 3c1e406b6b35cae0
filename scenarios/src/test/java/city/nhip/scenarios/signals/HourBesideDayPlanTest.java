package city.nhip.scenarios.signals;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.FieldPlans;
import city.nhip.engine.planning.Kpi;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.signals.SignalsDomain;
import city.nhip.engine.planning.signals.day.SignalsDayDomain;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A plan for the hour, where the plan of a working day runs and where none does. */
class HourBesideDayPlanTest {
  private static final String ZONE = "north";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final CountedDay counted = new CountedDay("tiny", reading -> true);
  private final SignalsDomain hourly = new SignalsDomain();

  private static <P> byte[] planned(PlanningDomain<P> domain, CountedDay counted) {
    P problem = domain.problem(counted.context(ZONE));
    return domain.encode(
        domain.solve(problem, SolveLimits.ofEvaluations(400, 1), SolveControl.UNWATCHED).plan());
  }

  private static FieldPlans carrying(String domain, byte[] artefact) {
    return (asked, scope, since) ->
        asked.equals(domain) && scope.equals(ZONE)
            ? List.of(
                new FieldPlans.Carried(
                    artefact,
                    CountedDay.NOW.minus(Duration.ofDays(1)),
                    CountedDay.NOW.plus(Duration.ofDays(6))))
            : List.of();
  }

  private static <P> Proposal proposed(PlanningDomain<P> domain, CountedDay day, FieldPlans field) {
    P problem = domain.problem(day.context(ZONE, CountedDay.NOW, field));
    return domain.propose(
        domain.solve(problem, SolveLimits.ofEvaluations(50, 1), SolveControl.UNWATCHED).plan(),
        Optional.empty());
  }

  /** The figures of a plan for the hour that has the timings of a row. */
  private static <P> Proposal ofTimings(
      PlanningDomain<P> domain, CountedDay day, JsonNode intersections) {
    P problem = domain.problem(day.context(ZONE));
    ObjectNode artefact = (ObjectNode) JSON.readTree(domain.encode(problem));
    artefact.set("intersections", intersections);
    return domain.propose(
        domain.decode(problem, JSON.writeValueAsBytes(artefact)), Optional.empty());
  }

  /** With cycles that no search would choose, so that figures cannot be the same by chance. */
  private static ObjectNode longer(byte[] dayPlan) {
    ObjectNode day = (ObjectNode) JSON.readTree(dayPlan);
    for (JsonNode plan : day.path("plans")) {
      for (JsonNode site : plan.path("intersections")) {
        ObjectNode first = (ObjectNode) ((ArrayNode) site.path("stages")).get(0);
        first.put("greenSeconds", first.path("greenSeconds").asInt() + 20);
        ((ObjectNode) site).put("cycleSeconds", site.path("cycleSeconds").asInt() + 20);
      }
    }
    return day;
  }

  private static Kpi delay(Proposal proposal) {
    return proposal.kpis().get(0);
  }

  @Test
  void it_stands_beside_the_row_that_runs_without_it() {
    ObjectNode day = longer(planned(SignalsDayDomain.ofWorkingDays(), counted));
    JsonNode row = day.path("periods").path(0);
    JsonNode runs =
        day.path("plans")
            .valueStream()
            .filter(it -> it.path("id").equals(row.path("plan")))
            .findFirst()
            .orElseThrow();

    Proposal proposal =
        proposed(hourly, counted, carrying("signals-day", JSON.writeValueAsBytes(day)));

    Kpi usual = delay(ofTimings(hourly, counted, runs.path("intersections")));
    assertThat(delay(proposal).inForce()).hasValue(usual.planned());
    assertThat(delay(proposal).unoptimized()).as("the fixed plans").isEqualTo(usual.unoptimized());
    assertThat(usual.planned()).isNotEqualTo(usual.unoptimized().orElseThrow());
    String name = "(00:00–%s)".formatted(row.path("to").asString());
    assertThat(proposal.summary().en()).contains("with the day plan in force " + name);
    assertThat(proposal.summary().vi()).contains("của kế hoạch ngày đang chạy " + name);
    assertThat(proposal.notes())
        .anySatisfy(
            note ->
                assertThat(note.en())
                    .startsWith("Bottleneck")
                    .contains("day plan in force " + name));
  }

  @Test
  void it_stands_beside_the_fixed_plans_where_no_day_plan_runs_on_that_day() {
    String day =
        new String(
            planned(SignalsDayDomain.ofWorkingDays(), counted),
            java.nio.charset.StandardCharsets.UTF_8);
    byte[] noTuesday = JSON.writeValueAsBytes(JSON.readTree(day.replace("\"TUESDAY\",", "")));

    for (FieldPlans field :
        List.of(
            FieldPlans.NONE,
            carrying("signals-day", noTuesday),
            carrying("signals-weekend", noTuesday))) {
      Proposal proposal = proposed(hourly, counted, field);

      assertThat(delay(proposal).inForce()).isEmpty();
      assertThat(proposal.summary().en()).contains("with the fixed plan");
    }
  }

  @Test
  void control_goes_back_to_the_controllers_own_table_when_it_ends() {
    JsonNode plan = JSON.readTree(proposed(hourly, counted, FieldPlans.NONE).artefact());

    assertThat(plan.path("afterwards").asString()).isEqualTo("time-of-day");
  }

  @Test
  void the_day_plan_says_what_it_takes_from_counts_as_the_hour_s_does() {
    SignalsDayDomain domain = SignalsDayDomain.ofWorkingDays();

    List<String> notes =
        proposed(domain, counted, FieldPlans.NONE).notes().stream().map(it -> it.en()).toList();

    assertThat(notes)
        .anyMatch(it -> it.startsWith("Turning shares"))
        .anyMatch(it -> it.startsWith("Saturation flow: measured on"));
  }
}
