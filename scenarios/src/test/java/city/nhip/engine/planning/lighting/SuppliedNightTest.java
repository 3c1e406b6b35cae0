package city.nhip.engine.planning.lighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.lighting.LightingSupplies.Battery;
import city.nhip.engine.planning.lighting.LightingSupplies.Supply;
import city.nhip.engine.safety.LightingVerdict;
import city.nhip.scenarios.generator.CitySize;
import city.nhip.scenarios.lighting.SketchedNight;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cabinet with a battery and panels behind its meter, under a price by the hour. */
class SuppliedNightTest {
  private static final Instant AFTERNOON = SketchedNight.at("2026-11-26T16:40");
  private static final SolveLimits SHORT = SolveLimits.ofEvaluations(15_000, 1);
  private static final SolveLimits OTHER = SolveLimits.ofEvaluations(4_000, 1);
  private static final String CABINET = "TC-01";
  private static final Battery BATTERY = new Battery(3_000, 700, 600, 85, 1_500, 1_000);
  private static final Supply SUPPLY = new Supply(CABINET, BATTERY, Collections.nCopies(24, 40));

  @TempDir Path folder;
  private SketchedNight night;

  @BeforeEach
  void sketched() throws IOException {
    night = new SketchedNight(CitySize.TINY, folder);
    Path tariff = folder.resolve("lighting/tariff.json");
    Files.writeString(
        tariff,
        Files.readString(tariff)
            .replace(
                "\"selected\" : \"evn-public-lighting\"", "\"selected\" : \"evn-time-of-use\""));
    Files.writeString(
        folder.resolve(LightingFiles.SUPPLIES),
        """
        {"source": "synthetic", "supplies": [{"cabinet": "TC-01", "battery":
          {"usableWattHours": 3000, "chargeWatts": 700, "dischargeWatts": 600,
           "roundTripPercent": 85, "startWattHours": 1500, "leastEndWattHours": 1000},
          "solarWatts": [40,40,40,40,40,40,40,40,40,40,40,40,40,40,40,40,40,40,40,40,40,40,40,40]}]}
        """);
    night.metersReport(AFTERNOON, 0.2);
  }

  private LightingPlan planned() {
    return night.solved(night.problem(AFTERNOON, Optional.empty()), SHORT);
  }

  @Test
  void a_battery_gives_in_dear_hours_takes_in_cheap_ones_and_is_safe() {
    LightingPlan plan = planned();
    Proposal proposal = night.proposed(plan);
    int[] given = plan.given()[0];

    assertThat(plan.setting().files().supplies().supplies()).containsExactly(SUPPLY);
    assertThat(proposal.feasible()).isTrue();
    assertThat(given[4]).isPositive(); // 18:30, at the dearest price.
    assertThat(java.util.Arrays.stream(given).min().orElseThrow()).isNegative();
    assertThat(BatteryProgram.wattHours(BATTERY, plan.setting().grid(), given, given.length))
        .isBetween(1_000.0, 3_000.0);
    assertThat(safe(night.domain.encode(plan))).isTrue();
    assertThat(proposal.notes())
        .anySatisfy(note -> assertThat(note.en()).contains("The battery of TC-01 gives"));
    byte[] bytes = night.domain.encode(plan);
    assertThat(night.domain.encode(PublishedNight.read(bytes, night.city))).isEqualTo(bytes);
  }

  @Test
  void the_picture_shows_what_each_slot_leaves_in_the_battery() {
    LightingPlan plan = planned();
    LoadsView.Loads loads =
        (LoadsView.Loads)
            new LoadsView(new PublishedNight()).of(night.domain.encode(plan), night.city, Map.of());
    LoadsView.Store store = loads.stores().get(0);
    double[] stored = store.storedWattHours();
    assertThat(store.batteryWatts()).isEqualTo(plan.given()[0]);
    assertThat(stored[0]).isEqualTo(1_500);
    for (int t = 0; t < store.batteryWatts().length; t++) {
      double given = store.batteryWatts()[t] * loads.slots().get(t).hours();
      double left = stored[t] - (given > 0 ? given : 0.85 * given);
      assertThat(stored[t + 1]).isCloseTo(Math.min(3_000, left), within(1e-6));
    }
  }

  @Test
  void a_battery_that_is_asked_too_much_is_refused() {
    String sound = new String(night.domain.encode(planned()), StandardCharsets.UTF_8);
    String watts = "\"watts\":";
    int at = sound.indexOf(watts, sound.indexOf("\"supplies\"")) + watts.length();
    // Taking all night is allowed, though what it cannot hold is lost.
    for (int other : new int[] {601, -701, 600, -700}) {
      String all = sound.substring(0, at) + other + "}]}]}";
      assertThat(safe(all.getBytes(StandardCharsets.UTF_8))).as(all).isEqualTo(other == -700);
    }
  }

  @Test
  void no_other_program_of_the_battery_leads_below_the_bound() {
    LightingPlan plan = planned();
    double bound = night.proposed(plan).bound().orElseThrow().bound() * 1_000;
    double value = -LightingScore.of(plan).sum("soft");
    assertThat(bound).isLessThanOrEqualTo(value).isGreaterThan(0.97 * value);
    Random random = new Random(3);
    NightSetting setting = plan.setting();
    NightGrid grid = setting.grid();
    int feasible = 0;
    for (int i = 0; i < 12; i++) {
      double[] price = random.doubles(grid.slots(), 0, 1).toArray();
      int[] load = new int[grid.slots()];
      java.util.Arrays.fill(load, random.nextInt(500));
      int[] program =
          BatteryProgram.cheapest(
              BATTERY, grid, load.clone(), 0, load, (t, watts) -> -price[t] * watts);
      LightingPlan fixed =
          NightProblem.of(
              new NightSetting(
                  setting.city(),
                  setting.scope(),
                  setting.files(),
                  grid,
                  setting.findings(),
                  setting.fresh(),
                  List.of(),
                  setting.past(),
                  new NightSupply(setting.files().supplies(), new int[][] {program}, grid.slots()),
                  List.of()));
      LightingPlan other = night.solved(fixed, OTHER);
      if (LightingScore.of(other).feasible()) {
        feasible++;
        assertThat((double) -LightingScore.of(other).sum("soft")).isGreaterThanOrEqualTo(bound);
      }
    }
    assertThat(feasible).isGreaterThan(9);
  }

  @Test
  void on_a_cable_that_is_too_weak_the_battery_lets_lamps_burn_brighter() throws IOException {
    LightingPlan free = planned();
    int cap = 0;
    for (int t = 0; t < free.problem().slots(); t++) {
      cap = Math.max(cap, (int) (watts(free, t) - 400));
    }
    Path network = folder.resolve(LightingFiles.NETWORK);
    String json = Files.readString(network);
    int at = json.indexOf("\"capWatts\" : ") + "\"capWatts\" : ".length();
    Files.writeString(
        network, json.substring(0, at) + cap + json.substring(json.indexOf("\n", at)));

    LightingPlan tight = planned();

    double most = 0;
    for (int t = 0; t < tight.problem().slots(); t++) {
      most = Math.max(most, watts(tight, t));
      assertThat(watts(tight, t) - tight.relief(CABINET, t)).isLessThanOrEqualTo(cap);
    }
    assertThat(most).isGreaterThan(cap);
    assertThat(night.proposed(tight).feasible()).isTrue();
    assertThat(safe(night.domain.encode(tight))).isTrue();
  }

  private static double watts(LightingPlan plan, int t) {
    double watts = 0;
    for (int g = 0; g < plan.levels().length; g++) {
      if (plan.setting().network().groups().get(g).cabinet().equals(CABINET)) {
        watts += plan.watts(g, t);
      }
    }
    return watts;
  }

  private boolean safe(byte[] bytes) {
    return LightingVerdict.safe(bytes, night.city);
  }
}
