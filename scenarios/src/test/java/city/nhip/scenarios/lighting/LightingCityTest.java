package city.nhip.scenarios.lighting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.ConstraintLine;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.Kpi;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.lighting.ControlGroup;
import city.nhip.engine.planning.lighting.LightingPlan;
import city.nhip.scenarios.generator.CitySize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LightingCityTest {
  private static final Instant AFTERNOON = SketchedNight.at("2026-11-26T16:40");
  private static final SolveLimits SHORT = SolveLimits.ofEvaluations(40_000, 1);

  @TempDir Path folder;

  private SketchedNight night(CitySize size, Instant now) {
    SketchedNight night = new SketchedNight(size, folder);
    night.metersReport(now, 0.2);
    return night;
  }

  @Test
  void the_demo_citys_night_is_planned_near_the_bound_and_saves() {
    SketchedNight night = night(CitySize.DEMO, AFTERNOON);
    LightingPlan plan = night.solved(night.problem(AFTERNOON, Optional.empty()), SHORT);
    Proposal proposal = night.proposed(plan);

    assertThat(proposal.feasible()).isTrue();
    assertThat(proposal.bound().orElseThrow().gapPercent()).isLessThan(1);
    Kpi energy = proposal.kpis().get(0);
    assertThat(energy.key()).isEqualTo("energy");
    assertThat(energy.planned()).isLessThan(0.8 * energy.unoptimized().orElseThrow());
  }

  @Test
  void constraint_lines_sum_to_the_score_and_to_the_objective_beside_the_bound() {
    SketchedNight night = night(CitySize.TINY, AFTERNOON);
    LightingPlan plan = night.solved(night.problem(AFTERNOON, Optional.empty()), SHORT);
    Proposal proposal = night.proposed(plan);

    long hard = sum(proposal, "hard");
    long soft = sum(proposal, "soft");
    assertThat(proposal.score()).isEqualTo("%dhard/%dsoft".formatted(hard, soft));
    assertThat(-soft).isEqualTo(plan.problem().objective(plan.levels()));
    assertThat(proposal.bound().orElseThrow().objective()).isCloseTo(-soft / 1_000.0, within(0.01));
  }

  private static long sum(Proposal proposal, String level) {
    return proposal.constraints().stream()
        .filter(line -> line.level().equals(level))
        .mapToLong(ConstraintLine::score)
        .sum();
  }

  @Test
  void a_flat_tariff_claims_no_saving_from_shifting_and_time_of_use_claims_one_to_recompute()
      throws IOException {
    SketchedNight flat = night(CitySize.TINY, AFTERNOON);
    Proposal one = flat.proposed(flat.solved(flat.problem(AFTERNOON, Optional.empty()), SHORT));
    assertThat(one.notes()).anySatisfy(n -> assertThat(n.en()).contains("shifting saves nothing"));

    Path tariff = folder.resolve("lighting/tariff.json");
    Files.writeString(
        tariff,
        Files.readString(tariff)
            .replace(
                "\"selected\" : \"evn-public-lighting\"", "\"selected\" : \"evn-time-of-use\""));
    Proposal other = flat.proposed(flat.solved(flat.problem(AFTERNOON, Optional.empty()), SHORT));
    assertThat(other.notes())
        .noneSatisfy(n -> assertThat(n.en()).contains("shifting saves nothing"));
    String claim =
        other.notes().stream()
            .map(note -> note.en())
            .filter(note -> note.startsWith("Time-of-use"))
            .findFirst()
            .orElseThrow();
    Matcher sum = Pattern.compile("(\\d+) x \\(([\\d.]+) - ([\\d.]+)\\)").matcher(claim);
    double recomputed = 0;
    double bill = 0;
    while (sum.find()) {
      double price = Double.parseDouble(sum.group(1));
      recomputed += price * (Double.parseDouble(sum.group(2)) - Double.parseDouble(sum.group(3)));
      bill += price * Double.parseDouble(sum.group(3));
    }
    Matcher saved = Pattern.compile("saves (-?\\d+) VND").matcher(claim);
    assertThat(saved.find()).isTrue();
    assertThat(Double.parseDouble(saved.group(1))).isPositive().isCloseTo(recomputed, within(20.0));
    assertThat(kpi(other, "cost")).isCloseTo(bill, within(20.0));
  }

  private static double kpi(Proposal proposal, String key) {
    return proposal.kpis().stream()
        .filter(kpi -> kpi.key().equals(key))
        .findFirst()
        .orElseThrow()
        .planned();
  }

  @Test
  void without_fresh_meters_no_plan_is_made() {
    SketchedNight night = night(CitySize.TINY, AFTERNOON.minusSeconds(1_200));
    assertThatThrownBy(() -> night.problem(AFTERNOON, Optional.empty()))
        .isInstanceOf(CannotPlan.class)
        .hasMessageContaining("feeder meters");
  }

  @Test
  void one_seed_gives_the_same_bytes_and_the_bytes_give_the_plan_back() {
    SketchedNight night = night(CitySize.TINY, AFTERNOON);
    LightingPlan problem = night.problem(AFTERNOON, Optional.empty());
    byte[] once = night.domain.encode(night.solved(problem, SHORT));
    byte[] again = night.domain.encode(night.solved(problem, SHORT));
    assertThat(again).isEqualTo(once);
    assertThat(night.domain.encode(night.domain.decode(problem, once))).isEqualTo(once);
  }

  @Test
  void failed_lamps_are_made_up_for_by_neighbours() {
    SketchedNight night = night(CitySize.TINY, AFTERNOON);
    LightingPlan sound = night.problem(AFTERNOON, Optional.empty());
    String dark = sound.problem().groups().get(0).id();
    Finding out = new Finding("lamps-failed", dark, 8, AFTERNOON, AFTERNOON.plusSeconds(86_400));
    LightingPlan hurt = night.problem(AFTERNOON, Optional.empty(), out);
    int helping = 0;
    for (int g = 1; g < hurt.levels().length; g++) {
      helping +=
          hurt.problem().groups().get(g).required()[0]
                  > sound.problem().groups().get(g).required()[0]
              ? 1
              : 0;
    }
    assertThat(helping).isPositive();
    assertThat(night.proposed(hurt).notes())
        .anySatisfy(note -> assertThat(note.en()).contains(dark).contains("neighbours"));
  }

  @Test
  void a_raised_class_raises_the_floor_at_crossings_all_the_way() {
    SketchedNight night = night(CitySize.TINY, AFTERNOON);
    Finding rain =
        new Finding("lighting-class-raise", "north", 1, AFTERNOON, AFTERNOON.plusSeconds(7_200));
    LightingPlan dry = night.problem(AFTERNOON, Optional.empty());
    LightingPlan wet = night.problem(AFTERNOON, Optional.empty(), rain);
    for (int g = 0; g < wet.levels().length; g++) {
      ControlGroup group = wet.problem().groups().get(g);
      if (night.zoneOf(group.id()).equals("north")) {
        assertThat(group.required()[0])
            .isGreaterThanOrEqualTo(dry.problem().groups().get(g).required()[0]);
        if (night.crosses(group.id())) {
          assertThat(group.floor()).isEqualTo(group.required());
        }
      }
    }
  }

  @Test
  void what_was_found_for_a_plan_that_nobody_approved_still_holds() {
    SketchedNight night = night(CitySize.TINY, AFTERNOON);
    Instant end = AFTERNOON.plusSeconds(14_400);
    Finding rain = new Finding("lighting-class-raise", "north", 1, AFTERNOON, end);
    Finding shed = new Finding("curtailment", "north", 10, AFTERNOON.plusSeconds(7_200), end);

    LightingPlan told = night.problem(AFTERNOON, Optional.empty(), rain, shed);
    LightingPlan later = night.problemAfter(AFTERNOON, rain, shed);

    assertThat(night.domain.encode(later)).isEqualTo(night.domain.encode(told));
    assertThat(new String(night.domain.encode(later), UTF_8))
        .contains("lighting-class-raise")
        .contains("curtailment");
  }
}
