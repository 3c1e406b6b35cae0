package city.nhip.scenarios.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.nhip.engine.city.Device;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.lighting.ControlGroup;
import city.nhip.engine.planning.lighting.LightingPlan;
import city.nhip.scenarios.generator.CitySize;
import city.nhip.scenarios.lighting.SketchedNight;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FieldLampsTest {
  private static final Instant AFTERNOON = SketchedNight.at("2026-11-26T16:40");
  private static final Instant EVENING = SketchedNight.at("2026-11-26T23:50");

  @TempDir Path folder;

  @Test
  void meters_show_the_carried_plan_and_other_loads_stay() throws Exception {
    SketchedNight night = new SketchedNight(CitySize.TINY, folder.resolve("city"));
    night.metersReport(AFTERNOON, 0.2);
    LightingPlan plan =
        night.solved(
            night.problem(AFTERNOON, Optional.empty()), SolveLimits.ofEvaluations(10_000, 1));
    SimulatedField field =
        new SimulatedField(
            folder.resolve("data"), new JsonMapper(), Clock.fixed(EVENING, ZoneOffset.UTC));
    FieldLamps lamps = new FieldLamps(field, night.city);
    Device meter = night.city.findDevice("meter-TC-01").orElseThrow();
    double full = meter.limits().getOrDefault("lampKilowatts", 0.0);

    assertThat(lamps.follow(meter, EVENING, full + 1)).isEqualTo(full + 1);

    byte[] artefact = night.domain.encode(plan);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(artefact));
    field.put("lighting", "city", 1, hash, "s", AFTERNOON, EVENING.plusSeconds(30_000), artefact);

    assertThat(lamps.follow(meter, EVENING, full + 1))
        .isCloseTo(1 + full * share(plan), within(0.01));
    assertThat(lamps.follow(meter, AFTERNOON, 0.3)).isEqualTo(0.3);
  }

  /** Of cabinet 0 in the slot of ten to midnight, the 25th after half past five. */
  private static double share(LightingPlan plan) {
    double planned = 0;
    double most = 0;
    for (int g = 0; g < plan.levels().length; g++) {
      ControlGroup group = plan.problem().groups().get(g);
      if (group.cabinet() == 0) {
        planned += group.watts()[plan.levels()[g][25]];
        most += group.watts()[group.watts().length - 1];
      }
    }
    return planned / most;
  }
}
