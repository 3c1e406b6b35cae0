package city.nhip.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.lighting.ControlGroup;
import city.nhip.engine.planning.lighting.LightingFiles;
import city.nhip.engine.planning.lighting.LightingNetwork;
import city.nhip.engine.planning.lighting.LightingPlan;
import city.nhip.scenarios.generator.CitySize;
import city.nhip.scenarios.lighting.SketchedNight;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Power that is asked for at 19:10, with 20 minutes' notice, of the demo city as it is served. */
class LightingCallTest {
  private static final Instant AFTERNOON = SketchedNight.at("2026-11-26T16:40");
  private static final Instant CALL = SketchedNight.at("2026-11-26T19:10");
  private static final Instant FROM = SketchedNight.at("2026-11-26T19:30");
  private static final Instant UNTIL = SketchedNight.at("2026-11-26T20:30");
  private static final int BEGUN = 7; // From 17:30 to 19:15, in quarters.
  private static final SolveLimits NIGHT = SolveLimits.ofEvaluations(40_000, 1);

  /** As much work as the served city's time for a call allows on a slow machine. */
  private static final SolveLimits ANSWER = SolveLimits.ofEvaluations(12_000, 1);

  @TempDir Path folder;
  private SketchedNight night;
  private LightingPlan before;

  @BeforeEach
  void planned() {
    night = new SketchedNight(CitySize.DEMO, folder);
    night.metersReport(AFTERNOON, 0.2);
    before = night.solved(night.problem(AFTERNOON, Optional.empty()), NIGHT);
    night.metersReport(CALL, 0.2);
  }

  @Test
  void a_zone_of_four_in_ten_groups_sheds() {
    sheds(8, Set.of("hoa-phu"));
  }

  @Test
  void two_zones_of_a_third_of_the_city_shed() {
    sheds(8, Set.of("phu-tan", "phu-my"));
  }

  @Test
  void a_feeder_that_may_carry_less_is_answered_as_quickly() {
    double watts = 0;
    for (int slot = BEGUN; slot < BEGUN + 8; slot++) {
      watts = Math.max(watts, watts(before, slot, Set.of(), "TC-01"));
    }
    double kilowatts = 0.95 * watts / 1_000;
    LightingPlan after =
        answered(new Finding("cabinet-cap", "TC-01", kilowatts, CALL, CALL.plusSeconds(18_000)));

    for (int slot = BEGUN + 1; slot < BEGUN + 8; slot++) {
      assertThat(watts(after, slot, Set.of(), "TC-01")).isLessThanOrEqualTo(1_000 * kilowatts);
    }
  }

  @Test
  void where_it_begins_to_rain_as_well_the_night_is_planned_as_a_whole() {
    Finding rain = new Finding("lighting-class-raise", "hoa-phu", 1, CALL, CALL.plusSeconds(7_200));
    LightingPlan wet =
        night.solved(
            night.problem(CALL, Optional.of(night.domain.encode(before)), rain, call("hoa-phu", 8)),
            ANSWER);

    assertThat(night.proposed(wet).feasible()).isTrue();
    assertThat(safe(wet)).isTrue();
  }

  private void sheds(double percent, Set<String> zones) {
    LightingPlan after =
        answered(zones.stream().map(zone -> call(zone, percent)).toArray(Finding[]::new));

    for (int slot = 8; slot < 12; slot++) {
      for (String zone : zones) {
        assertThat(watts(after, slot, Set.of(zone), ""))
            .isLessThanOrEqualTo((1 - percent / 100) * watts(before, slot, Set.of(zone), ""));
      }
    }
  }

  private static Finding call(String zone, double percent) {
    return new Finding("curtailment", zone, percent, FROM, UNTIL);
  }

  /** In two seconds, safe, by few groups, with a bound, and the past as it was. */
  private LightingPlan answered(Finding... called) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long began = threads.getCurrentThreadCpuTime();
    LightingPlan after =
        night.solved(night.problem(CALL, Optional.of(night.domain.encode(before)), called), ANSWER);
    Proposal proposal = night.proposed(after);

    // The processor's time: whatever else runs on this machine.
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - began))
        .isLessThan(Duration.ofSeconds(2));
    assertThat(proposal.feasible()).isTrue();
    assertThat(safe(after)).isTrue();
    assertThat(proposal.bound().orElseThrow().gapPercent()).isBetween(0.0, 100.0);
    int changed = 0;
    for (int g = 0; g < after.levels().length; g++) {
      assertThat(Arrays.copyOf(after.levels()[g], BEGUN))
          .isEqualTo(Arrays.copyOf(before.levels()[g], BEGUN));
      changed += Arrays.equals(after.levels()[g], before.levels()[g]) ? 0 : 1;
    }
    assertThat(changed).isBetween(1, after.levels().length * 15 / 100 - 1);
    return after;
  }

  private boolean safe(LightingPlan plan) {
    return new LightingSafetyCheck()
        .check(night.domain.encode(plan), night.city, "city")
        .violations()
        .isEmpty();
  }

  /** From the feeders of zones, or of one cabinet. */
  private double watts(LightingPlan plan, int slot, Set<String> zones, String cabinet) {
    LightingNetwork network = LightingFiles.find(night.city).orElseThrow().network();
    double watts = 0;
    for (LightingNetwork.Cabinet one : network.cabinets()) {
      if (zones.contains(one.zone()) || cabinet.equals(one.id())) {
        watts -= plan.relief(one.id(), slot);
      }
    }
    for (int g = 0; g < plan.levels().length; g++) {
      LightingNetwork.Group where = network.groups().get(g);
      if (zones.contains(where.zone()) || cabinet.equals(where.cabinet())) {
        ControlGroup group = plan.problem().groups().get(g);
        watts += group.watts()[plan.levels()[g][slot]];
      }
    }
    return watts;
  }
}
