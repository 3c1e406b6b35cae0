package city.nhip.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.Zone;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.lighting.LightingFiles;
import city.nhip.engine.planning.lighting.LightingNetwork;
import city.nhip.engine.planning.lighting.LightingPlan;
import city.nhip.scenarios.generator.CitySize;
import city.nhip.scenarios.lighting.SketchedNight;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the rules find, at whatever moment, there is a plan, and the safety check agrees. {@code
 * -Dnhip.nights=1000} asks for more.
 */
class LightingFoundTest {
  private static final int NIGHTS = Integer.getInteger("nhip.nights", 40);
  private static final int FIRST_NIGHT = Integer.getInteger("nhip.firstNight", 0);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant FIRST = SketchedNight.at("2026-03-01T16:00");
  private static final SolveLimits SHORT = SolveLimits.ofEvaluations(3_000, 1);

  @TempDir Path folder;
  private SketchedNight night;
  private LightingNetwork network;

  @BeforeEach
  void sketched() {
    night = new SketchedNight(CitySize.DEMO, folder);
    network = LightingFiles.find(night.city).orElseThrow().network();
  }

  @Test
  void dark_cabinets_on_a_wet_busy_evening_do_not_bind_the_streets_beside_them() {
    Instant now = SketchedNight.at("2026-11-26T17:47");
    List<Finding> found = new ArrayList<>();
    for (Zone zone : night.city.zones()) {
      found.add(finding("lighting-class-raise", zone.id(), 1, now, 100));
    }
    found.add(finding("cabinet-dark", "TC-01", 1, now, 240));
    found.add(finding("cabinet-dark", "TC-05", 1, now, 240));
    found.add(finding("cabinet-cap", "TC-02", cap("TC-02"), now, 240));
    night.metersReport(now, 0.2);

    LightingPlan plan = planned(now, Optional.empty(), found);

    assertThat(night.proposed(plan).notes())
        .anySatisfy(note -> assertThat(note.en()).contains("lost so many lamps"));
  }

  @Test
  void any_findings_at_any_moment_of_a_night_have_a_plan() {
    SoftAssertions all = new SoftAssertions();
    for (int i = FIRST_NIGHT; i < FIRST_NIGHT + NIGHTS; i++) {
      int seed = i;
      all.check(() -> evening(seed));
    }
    all.assertAll();
  }

  @Test
  void a_battery_is_not_charged_by_a_plan_that_knew_of_darker_streets() {
    evening(318);
  }

  @Test
  void a_cable_keeps_its_limit_while_runs_go_on_below_it() {
    evening(2_063);
  }

  private void evening(int seed) {
    Random random = new Random(seed);
    Instant now = FIRST.plus(DAY.multipliedBy(seed)).plus(minutes(random.nextInt(13 * 60 + 40)));
    Optional<byte[]> inForce = Optional.empty();
    for (int plans = 1 + random.nextInt(4); plans > 0; plans--) {
      night.metersReport(now, random.nextInt(3) == 0 ? 0.2 : 60 * random.nextDouble());
      LightingPlan plan = planned(now, inForce, found(now, random));
      inForce = random.nextInt(4) > 0 ? Optional.of(night.domain.encode(plan)) : inForce;
      now = now.plus(minutes(1 + random.nextInt(70)));
    }
  }

  private LightingPlan planned(Instant now, Optional<byte[]> inForce, List<Finding> found) {
    LightingPlan plan =
        night.solved(night.problem(now, inForce, found.toArray(Finding[]::new)), SHORT);
    assertThat(night.proposed(plan).score()).as("at %s with %s", now, found).startsWith("0hard");
    assertThat(
            new LightingSafetyCheck()
                .check(night.domain.encode(plan), night.city, "city")
                .violations())
        .as("at %s with %s", now, found)
        .isEmpty();
    return plan;
  }

  /** What rules ask of zones, cabinets, sections, streets and groups. */
  private List<Finding> found(Instant now, Random random) {
    List<Finding> found = new ArrayList<>();
    boolean rain = random.nextBoolean();
    boolean busy = random.nextInt(3) == 0;
    for (Zone zone : night.city.zones()) {
      if (rain && random.nextInt(4) > 0) {
        found.add(finding("lighting-class-raise", zone.id(), 1, now, 90));
      }
      if (busy || random.nextInt(4) == 0) {
        String kind = busy ? "lighting-class-raise" : "dim-allowed";
        found.add(finding(kind, zone.id(), 1, now, busy ? 120 : 180));
      }
      if (random.nextInt(8) == 0) {
        found.add(finding("curtailment", zone.id(), 5 + random.nextInt(60), now, 70));
      }
      if (random.nextInt(8) == 0) {
        found.add(finding("event", zone.id(), 1, now, 240));
      }
    }
    for (LightingNetwork.Cabinet cabinet : network.cabinets()) {
      if (random.nextInt(8) == 0) {
        found.add(finding("cabinet-cap", cabinet.id(), cap(cabinet.id()), now, 300));
      }
      if (random.nextInt(10) == 0) {
        found.add(finding("cabinet-dark", cabinet.id(), 1, now, 240));
      }
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      LightingNetwork.Group group = network.groups().get(random.nextInt(network.groups().size()));
      int lamps = 1 + random.nextInt(group.luminaires());
      found.add(
          switch (random.nextInt(4)) {
            case 0 -> finding("lamps-failed", group.id(), lamps, now, 1_440);
            case 1 -> finding("incident", group.section(), 2, now, 120);
            case 2 -> finding("event", group.street(), 1, now, 240);
            default -> finding("lighting-class-raise", group.section(), 1, now, 720);
          });
    }
    return found;
  }

  private double cap(String cabinet) {
    return network.cabinets().stream()
        .filter(one -> one.id().equals(cabinet))
        .mapToDouble(one -> one.capWatts() / 1_000.0)
        .findFirst()
        .orElseThrow();
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Finding finding(
      String kind, String asset, double value, Instant now, int lasting) {
    return new Finding(kind, asset, value, now, now.plus(minutes(lasting)));
  }
}
