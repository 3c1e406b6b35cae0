package city.nhip.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.Zone;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.lighting.LightingPlan;
import city.nhip.scenarios.generator.CitySize;
import city.nhip.scenarios.lighting.SketchedNight;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans made anew through an evening, each on top of the one before. */
class LightingEveningTest {
  private static final Instant DUSK = SketchedNight.at("2026-11-26T17:25");
  private static final SolveLimits SHORT = SolveLimits.ofEvaluations(8_000, 1);

  @TempDir Path folder;
  private SketchedNight night;

  @BeforeEach
  void sketched() {
    night = new SketchedNight(CitySize.DEMO, folder);
  }

  @Test
  void a_wet_evening_on_overloaded_feeders_stays_plannable_whatever_has_happened() {
    Optional<byte[]> inForce = Optional.empty();
    for (Instant now = DUSK; now.isBefore(DUSK.plus(Duration.ofHours(2))); now = later(now)) {
      inForce = Optional.of(published(now, inForce));
    }
  }

  @Test
  void a_first_plan_late_in_the_night_is_not_charged_for_what_has_burnt() {
    published(SketchedNight.at("2026-11-27T01:50"), Optional.empty());
  }

  private static Instant later(Instant now) {
    return now.plus(Duration.ofMinutes(20));
  }

  private byte[] published(Instant now, Optional<byte[]> inForce) {
    night.metersReport(now, 60);
    LightingPlan problem = night.problem(now, inForce, asked(now).toArray(Finding[]::new));
    LightingPlan plan = night.solved(problem, SHORT);
    byte[] bytes = night.domain.encode(plan);
    assertThat(night.proposed(plan).score()).startsWith("0hard");
    assertThat(new LightingSafetyCheck().check(bytes, night.city, "city").violations()).isEmpty();
    return bytes;
  }

  /** Rain in all zones, a crowd in one, and more on the old cables than they carry. */
  private List<Finding> asked(Instant now) {
    List<Finding> asked = new ArrayList<>();
    for (Zone zone : night.city.zones()) {
      asked.add(finding("lighting-class-raise", zone.id(), 1, now));
    }
    asked.add(finding("event", night.city.zones().get(0).id(), 1, now));
    asked.add(finding("cabinet-cap", "TC-01", 50, now));
    asked.add(finding("cabinet-cap", "TC-02", 20, now));
    return asked;
  }

  private static Finding finding(String kind, String asset, double value, Instant now) {
    return new Finding(kind, asset, value, now, now.plus(Duration.ofMinutes(90)));
  }
}
