package city.nhip.scenarios.lighting;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.Supposition;
import city.nhip.engine.planning.lighting.LightingFiles;
import city.nhip.engine.planning.lighting.LightingPlan;
import city.nhip.scenarios.generator.CitySize;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person supposes about a night changes its problem, and says so. */
class SupposedNightTest {
  private static final Instant AFTERNOON = SketchedNight.at("2026-11-26T16:40");

  private static final Duration LONG = Duration.ofHours(20);

  @TempDir Path folder;

  @Test
  void another_tariff_prices_the_same_light_otherwise() {
    SketchedNight night = night();
    List<String> tariffs = assets(night, "tariff");

    assertThat(tariffs).hasSizeGreaterThan(1);
    assertThat(
            tariffs.stream()
                .map(
                    tariff ->
                        night.problem(AFTERNOON, Optional.empty(), supposed("tariff", tariff, 1)))
                .map(plan -> figure(night, plan, "cost"))
                .distinct())
        .hasSameSizeAs(tariffs);
  }

  @Test
  void a_feeder_that_lost_a_fifth_of_its_cap_is_limited_all_night() {
    SketchedNight night = night();
    String cabinet = assets(night, "cabinet-cap-drop").get(0);
    LightingPlan dropped =
        night.problem(AFTERNOON, Optional.empty(), supposed("cabinet-cap-drop", cabinet, 20));
    int cap = LightingFiles.find(night.city).orElseThrow().network().cabinets().get(0).capWatts();

    JsonNode limit =
        JsonMapper.shared().readTree(night.domain.encode(dropped)).path("limits").path(0);
    assertThat(limit.path("asset").asString()).isEqualTo(cabinet);
    assertThat(limit.path("watts").asInt()).isEqualTo((int) (0.8 * cap));
  }

  private SketchedNight night() {
    SketchedNight night = new SketchedNight(CitySize.TINY, folder);
    night.metersReport(AFTERNOON, 0.2);
    return night;
  }

  private static List<String> assets(SketchedNight night, String kind) {
    return night.domain.suppositions(night.city).stream()
        .filter(one -> one.kind().equals(kind))
        .findFirst()
        .map(Supposition::assets)
        .orElseThrow();
  }

  private static double figure(SketchedNight night, LightingPlan plan, String key) {
    return night.proposed(plan).kpis().stream()
        .filter(kpi -> kpi.key().equals(key))
        .findFirst()
        .orElseThrow()
        .planned();
  }

  private static Finding supposed(String kind, String asset, double value) {
    return new Finding(kind, asset, value, AFTERNOON, AFTERNOON.plus(LONG));
  }
}
