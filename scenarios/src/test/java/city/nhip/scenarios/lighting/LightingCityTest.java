package city.nhip.scenarios.lighting;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.lighting.LightingPlan;
import city.nhip.scenarios.generator.CitySize;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LightingCityTest {
  private static final Instant AFTERNOON = SketchedNight.at("2026-11-26T16:40");
  private static final Instant CALL = SketchedNight.at("2026-11-26T19:10");

  @TempDir Path folder;

  @Test
  void explore() {
    SketchedNight night = new SketchedNight(CitySize.DEMO, folder);
    night.metersReport(AFTERNOON, 1);
    LightingPlan problem = night.problem(AFTERNOON, Optional.empty());
    for (double s : new double[] {1, 4, 8}) {
      LightingPlan plan =
          night.solved(problem, SolveLimits.ofTime(Duration.ofMillis((long) (s * 1000)), 1));
      Proposal p = night.proposed(plan);
      System.err.println(
          s + " " + p.score() + " " + p.bound() + " " + p.bound().get().gapPercent());
      if (s == 8) {
        System.err.println(p.summary());
        p.notes().forEach(System.err::println);
        p.kpis().forEach(System.err::println);
        p.constraints().forEach(System.err::println);
        night.metersReport(CALL, 1);
        byte[] art = night.domain.encode(plan);
        LightingPlan re =
            night.problem(
                CALL,
                Optional.of(art),
                new Finding(
                    "curtailment",
                    "hoa-phu",
                    62,
                    SketchedNight.at("2026-11-26T19:30"),
                    SketchedNight.at("2026-11-26T20:30")));
        LightingPlan two = night.solved(re, SolveLimits.ofTime(Duration.ofSeconds(2), 1));
        Proposal q = night.domain.propose(two, Optional.of(night.domain.decode(re, art)));
        System.err.println(q.score() + " " + q.bound() + " " + q.bound().get().gapPercent());
        System.err.println(q.summary());
        q.notes().forEach(System.err::println);
        q.kpis().forEach(System.err::println);
        q.constraints().forEach(System.err::println);
        for (int g = 0; g < 10; g++)
          System.err.println(
              Arrays.toString(plan.levels()[g])
                  + "\n  "
                  + Arrays.toString(two.levels()[g])
                  + " "
                  + Arrays.toString(plan.problem().groups().get(g).required())
                  + Arrays.toString(plan.problem().groups().get(g).floor()));
      }
    }
    assertThat(true).isTrue();
  }
}
