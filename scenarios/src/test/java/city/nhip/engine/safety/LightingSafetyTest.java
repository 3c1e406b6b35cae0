package city.nhip.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.ConstraintLine;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.lighting.LightingPlan;
import city.nhip.scenarios.generator.CitySize;
import city.nhip.scenarios.lighting.SketchedNight;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class LightingSafetyTest {
  private static final Instant AFTERNOON = SketchedNight.at("2026-11-26T16:40");
  private static final int MUTANTS = 600;
  private static final int[] LEVELS = {20, 30, 40, 50, 60, 70, 80, 90, 100};
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir static Path folder;

  private static SketchedNight night;
  private static LightingPlan problem;
  private static byte[] sound;

  @BeforeAll
  static void a_night_is_planned() {
    night = new SketchedNight(CitySize.TINY, folder);
    night.metersReport(AFTERNOON, 0.2);
    problem = night.problem(AFTERNOON, Optional.empty());
    sound = night.domain.encode(night.solved(problem, SolveLimits.ofEvaluations(20_000, 1)));
  }

  private static SafetyVerdict verdict(byte[] artefact) {
    return new LightingSafetyCheck().check(artefact, night.city, "city");
  }

  @Test
  void the_solvers_plan_is_safe() {
    SafetyVerdict verdict = verdict(sound);
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.checks()).isGreaterThan(500);
  }

  @Test
  void no_mutant_that_breaks_a_limit_is_accepted_and_none_that_keeps_all_is_refused() {
    Random random = new Random(7);
    Set<String> broken = new TreeSet<>();
    int kept = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(random);
      Proposal judged =
          night.domain.propose(night.domain.decode(problem, mutant), Optional.empty());
      long hard = 0;
      for (ConstraintLine line : judged.constraints()) {
        // The solver counts whole quarters, this check the minutes that lamps burn.
        if (line.level().equals("hard") && !line.id().equals("budget") && line.score() < 0) {
          hard += line.score();
          broken.add(line.id());
        }
      }
      SafetyVerdict verdict = verdict(mutant);
      boolean safe =
          verdict.checks() > 0
              && verdict.violations().stream().allMatch(v -> v.rule().equals("budget"));
      assertThat(safe)
          .as("%s %s", new String(mutant, StandardCharsets.UTF_8), verdict.violations())
          .isEqualTo(hard == 0);
      kept += safe ? 1 : 0;
    }
    assertThat(broken).contains("floor", "dwell", "adjacency", "junction", "cabinet", "ramp");
    assertThat(kept).isBetween(1, MUTANTS - 1);
  }

  /** One program's points moved, dropped or given another level. */
  private static byte[] mutant(Random random) {
    ObjectNode plan = (ObjectNode) JSON.readTree(sound);
    int mutations = 1 + random.nextInt(2);
    for (int i = 0; i < mutations; i++) {
      ArrayNode programs = (ArrayNode) plan.get("programs");
      ArrayNode points = (ArrayNode) programs.get(random.nextInt(programs.size())).get("points");
      int place = random.nextInt(points.size());
      ObjectNode point = (ObjectNode) points.get(place);
      switch (random.nextInt(3)) {
        case 0 -> point.put("percent", LEVELS[random.nextInt(LEVELS.length)]);
        case 1 -> {
          if (place > 0) {
            points.remove(place);
          }
        }
        default -> move(points, place, random);
      }
    }
    return JSON.writeValueAsBytes(plan);
  }

  private static void move(ArrayNode points, int place, Random random) {
    if (place == 0) {
      return;
    }
    ObjectNode point = (ObjectNode) points.get(place);
    Instant at =
        Instant.parse(point.get("at").asString()).plusSeconds(900L * (random.nextInt(7) - 3));
    Instant before = Instant.parse(points.get(place - 1).get("at").asString());
    boolean last = place == points.size() - 1;
    Instant after =
        last
            ? Instant.parse("2026-11-26T22:30:00Z")
            : Instant.parse(points.get(place + 1).get("at").asString());
    if (at.isAfter(before) && at.isBefore(after)) {
      point.put("at", at.toString());
    }
  }

  @Test
  void what_it_cannot_read_or_does_not_know_is_refused() {
    String text = new String(sound, StandardCharsets.UTF_8);
    assertThat(safe(text.replace("nhip-lighting-1", "nhip-lighting-2"))).isFalse();
    assertThat(safe(text.replace("\"scope\":\"city\"", "\"scope\":\"north\""))).isFalse();
    assertThat(safe(text.replaceFirst("\"fallbackPercent\":100", "\"fallbackPercent\":20")))
        .isFalse();
    assertThat(safe(text.replaceFirst("\"group\":\"[^\"]+\"", "\"group\":\"X\""))).isFalse();
    assertThat(safe(text.replaceFirst("\"percent\":\\d+", "\"percent\":55"))).isFalse();
    assertThat(safe(text.replaceFirst("\"on\":\"[^\"]+\"", "\"on\":\"2026-11-26T14:00:00Z\"")))
        .isFalse();
    assertThat(safe(text.replaceFirst("\\{", "{\"boost\":1,"))).isFalse();
    assertThat(safe(text.substring(0, text.length() / 2))).isFalse();
  }

  @Test
  void a_brighter_class_is_not_let_go_where_the_cabinet_could_carry_it() {
    String full =
        "\"findings\":[{\"kind\":\"cabinet-full\",\"asset\":\"TC-01\",\"value\":1,"
            + "\"from\":\"2026-11-26T10:30:00Z\",\"until\":\"2026-11-26T11:00:00Z\"}]";
    String text = new String(sound, StandardCharsets.UTF_8);
    assertThat(verdict(text.replace("\"findings\":[]", full).getBytes(StandardCharsets.UTF_8)))
        .satisfies(v -> assertThat(v.violations().get(0).rule()).isEqualTo("cabinet-full"));
  }

  private static boolean safe(String artefact) {
    SafetyChecks checks =
        new SafetyChecks(java.util.List.of(new LightingSafetyCheck()), night.city);
    return checks.check("lighting", "city", artefact.getBytes(StandardCharsets.UTF_8)).safe();
  }
}
