package city.nhip.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.engine.files.BadFile;
import city.nhip.scenarios.benchmark.lighting.AlsChecker;
import city.nhip.scenarios.benchmark.lighting.AlsVerdict;
import city.nhip.scenarios.instance.lighting.AlsFile;
import city.nhip.scenarios.instance.lighting.AlsNight;
import city.nhip.scenarios.instance.lighting.AlsSketch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanLightingCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final AlsNight night = AlsSketch.night(60, 4);
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write_a_night() throws IOException {
    file = folder.resolve("night.json.gz");
    AlsFile.write(file, night);
  }

  @Test
  void a_night_is_planned_within_all_limits_and_its_report_bounds_it() {
    Path out = folder.resolve("plan.json");
    Path report = folder.resolve("report.json");

    int status = plan(out, "--evaluations", "40000", "--report", report.toString());

    AlsVerdict verdict = AlsChecker.check(night, schedule(out));
    JsonNode written = JSON.readTree(report.toFile());
    assertThat(status).isZero();
    assertThat(verdict.broken()).isEmpty();
    assertThat(written.get("objective").asDouble()).isEqualTo((double) verdict.objective());
    assertThat(written.get("bound").asDouble()).isLessThanOrEqualTo(verdict.objective());
    assertThat(written.get("gapPercent").asDouble()).isBetween(0.0, 3.0);
  }

  @Test
  void one_seed_gives_one_schedule_byte_for_byte_also_on_two_threads() throws IOException {
    Path once = folder.resolve("once.json");
    Path again = folder.resolve("again.json");

    plan(once, "--evaluations", "15000", "--threads", "2");
    plan(again, "--evaluations", "15000", "--threads", "2");

    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(once));
  }

  @Test
  void a_wrong_value_is_named_by_its_pointer() throws IOException {
    Path plain = folder.resolve("wrong.json");
    AlsFile.write(plain, night);
    String text = Files.readString(plain);
    Files.writeString(plain, text.replaceFirst("\"cabinet\":\"Z1-C1\"", "\"cabinet\":\"Z9\""));

    assertThatThrownBy(() -> AlsFile.read(plain))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("/groups/0/cabinet: names Z9");
    assertThat(
            NhipCommand.run(
                "plan", "lighting", "--in", plain.toString(), "--out", "x", "--seconds", "1"))
        .isEqualTo(NhipCommand.BAD_INPUT);
  }

  @Test
  void the_checker_names_what_full_output_breaks() {
    Map<String, String> full = new HashMap<>();
    night.groups().forEach(group -> full.put(group.id(), "8".repeat(night.slots())));

    AlsVerdict verdict = AlsChecker.check(night, full);

    assertThat(verdict.feasible()).isFalse();
    assertThat(verdict.broken()).containsOnlyKeys("budget", "cabinet", "curtailment");
  }

  @Test
  void the_checker_counts_each_rule_of_a_program() {
    Map<String, String> jagged = new HashMap<>();
    night.groups().forEach(group -> jagged.put(group.id(), "08".repeat(night.slots() / 2)));
    jagged.put(night.groups().get(0).id(), "0".repeat(night.slots()));

    AlsVerdict verdict = AlsChecker.check(night, jagged);

    assertThat(verdict.broken())
        .containsKeys("floor", "ramp", "dwell", "changes", "adjacency", "junction");
    assertThat(AlsChecker.check(night, Map.of()).broken()).containsOnlyKeys("format");
  }

  private int plan(Path out, String... more) {
    String[] words = {"plan", "lighting", "--in", file.toString(), "--out", out.toString()};
    String[] all = new String[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return NhipCommand.run(all);
  }

  private static Map<String, String> schedule(Path out) {
    Map<String, String> levels = new HashMap<>();
    JSON.readTree(out.toFile())
        .get("levels")
        .properties()
        .forEach(group -> levels.put(group.getKey(), group.getValue().asString()));
    return levels;
  }
}
