package city.nhip.scenarios.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.engine.city.City;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.ConstraintLine;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.signals.day.SignalsDayDomain;
import city.nhip.engine.safety.SafetyVerdict;
import city.nhip.engine.safety.SignalsDayVerdict;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded day of two intersections. */
class DayPlanTest {
  private static final SolveLimits LITTLE = SolveLimits.ofEvaluations(400, 1);
  private static final String ZONE = "north";

  private final SignalsDayDomain domain = SignalsDayDomain.ofWorkingDays();

  private static <P> Proposal proposed(PlanningDomain<P> domain, CountedDay day) {
    P problem = domain.problem(day.context(ZONE));
    P plan = domain.solve(problem, LITTLE, SolveControl.UNWATCHED).plan();
    P read = domain.decode(problem, domain.encode(plan));
    assertThat(domain.encode(read)).as("read and written again").isEqualTo(domain.encode(plan));
    assertThat(SignalsDayVerdict.ofWorkingDays(domain.encode(plan), day.city, ZONE).violations())
        .isEmpty();
    return domain.propose(plan, Optional.empty());
  }

  @Test
  void a_day_of_counts_gives_a_day_plan_with_less_delay_than_the_fixed_one() {
    Proposal proposal = proposed(domain, new CountedDay("tiny", reading -> true));
    JsonNode plan = JsonMapper.builder().build().readTree(proposal.artefact());

    assertThat(proposal.feasible()).isTrue();
    assertThat(proposal.kpis().get(0).planned())
        .isPositive()
        .isLessThan(proposal.kpis().get(0).unoptimized().orElseThrow());
    assertThat(plan.path("periods").path(0).path("from").asString()).isEqualTo("00:00");
    assertThat(plan.path("days").size()).as("Monday was counted").isEqualTo(5);
    assertThat(plan.path("changes").size()).isEqualTo(plan.path("periods").size());
    assertThat(proposal.expected().get(0).figures()).hasSize(96);
  }

  @Test
  void a_side_street_that_is_full_in_the_morning_alone_gets_a_plan_of_its_own_then() {
    Proposal proposal =
        proposed(
            domain,
            new CountedDay(
                "tiny",
                (approach, at) -> {
                  int hour = at.getHour();
                  boolean morning = hour >= 6 && hour < 10;
                  boolean side = approach.endsWith(":S");
                  return hour < 5 ? 100.0 : side == morning ? side ? 1_100.0 : 1_900.0 : 500.0;
                }));
    JsonNode plan = JsonMapper.builder().build().readTree(proposal.artefact());

    assertThat(plan.path("plans").size()).isGreaterThan(1);
    assertThat(plan.path("periods"))
        .extracting(period -> period.path("from").asString())
        .contains("10:00");
  }

  @Test
  void the_same_counts_seed_and_evaluations_give_the_same_bytes() {
    CountedDay day = new CountedDay("tiny", reading -> true);

    assertThat(new String(proposed(domain, day).artefact(), StandardCharsets.UTF_8))
        .isEqualTo(new String(proposed(domain, day).artefact(), StandardCharsets.UTF_8));
  }

  @Test
  void a_solve_without_time_keeps_a_plan_that_is_better_than_what_it_finds() {
    kept(domain, new CountedDay("tiny", reading -> true));
  }

  private static <P> void kept(PlanningDomain<P> domain, CountedDay day) {
    P problem = domain.problem(day.context(ZONE));
    P good = domain.solve(problem, LITTLE, SolveControl.UNWATCHED).plan();

    P again = domain.solve(good, SolveLimits.ofEvaluations(5, 2), SolveControl.UNWATCHED).plan();

    assertThat(cost(domain.propose(again, Optional.of(good))))
        .as("over the same spans")
        .isLessThanOrEqualTo(cost(domain.propose(good, Optional.of(again))));
  }

  private static long cost(Proposal proposal) {
    return -proposal.constraints().stream()
        .filter(line -> line.level().equals("soft"))
        .mapToLong(ConstraintLine::score)
        .sum();
  }

  @Test
  void with_a_quarter_of_the_day_missing_there_is_no_day_plan() {
    CountedDay cut =
        new CountedDay(
            "tiny",
            reading ->
                reading.reading().observedAt().isBefore(CountedDay.NOW.minusSeconds(6 * 3_600)));

    assertThatThrownBy(() -> domain.problem(cut.context(ZONE)))
        .isInstanceOf(CannotPlan.class)
        .hasMessageContaining(
            "of the 24 hours up to 2026-03-03 02:00; a day plan needs at least 80 %");
  }

  @Test
  void the_detector_whose_cable_is_cut_in_the_afternoon_is_filled_and_named() {
    assertThat(proposed(domain, new CountedDay("tiny", reading -> true)).notes())
        .anySatisfy(
            note ->
                assertThat(note.en())
                    .startsWith("Detectors silent for a quarter of the day or more")
                    .endsWith(": HV3:W."));
  }

  @Test
  void the_weekend_s_plan_is_made_from_its_last_day_and_claims_no_working_day() {
    CountedDay days =
        new CountedDay(
            "tiny",
            (approach, at) ->
                (at.getDayOfWeek() == DayOfWeek.SUNDAY ? 300.0 : 700.0) + 10 * at.getHour());
    SignalsDayDomain weekends = SignalsDayDomain.ofWeekends();

    DayPlans<?> both = new DayPlans<>(weekends, days);

    assertThat(both.safety(SignalsDayVerdict::ofWeekends)).isEmpty();
    assertThat(both.safety(SignalsDayVerdict::ofWorkingDays)).containsExactly("days");
    assertThat(both.proposal.notes())
        .anySatisfy(
            note ->
                assertThat(note.en()).contains("100 % of the 24 hours up to 2026-03-02 00:00 were"))
        .anySatisfy(
            note ->
                assertThat(note.en())
                    .startsWith("For Saturdays and Sundays; on working days")
                    .contains("the day plan in force"));
    double noon = both.proposal.expected().get(0).figures().getOrDefault("12:00", 0.0);
    assertThat(noon).as("six detectors").isEqualTo(6 * (300.0 + 120));
  }

  /** One domain's plan of the zone. */
  private static final class DayPlans<P> {
    private final CountedDay days;
    final Proposal proposal;

    DayPlans(PlanningDomain<P> domain, CountedDay days) {
      this.days = days;
      P problem = domain.problem(days.context(ZONE));
      proposal =
          domain.propose(
              domain.solve(problem, LITTLE, SolveControl.UNWATCHED).plan(), Optional.empty());
    }

    List<String> safety(SafetyOf check) {
      return check.of(proposal.artefact(), days.city, ZONE).violations().stream()
          .map(SafetyVerdict.Violation::rule)
          .toList();
    }
  }

  private interface SafetyOf {
    SafetyVerdict of(byte[] artefact, City city, String scope);
  }
}
