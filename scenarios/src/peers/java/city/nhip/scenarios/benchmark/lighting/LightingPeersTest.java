package city.nhip.scenarios.benchmark.lighting;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.lighting.LightingProblem;
import city.nhip.scenarios.instance.lighting.AlsFile;
import city.nhip.scenarios.instance.lighting.AlsNight;
import city.nhip.scenarios.instance.lighting.AlsSketch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * Ours beside OR-Tools CP-SAT, the same seconds and threads each; the table is written to {@code
 * target/lighting-peers.md}. {@code -Dnhip.night=FILE} takes an als-1 night instead of a drawn one.
 */
class LightingPeersTest {
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("nhip.seconds", 30));
  private static final int THREADS = 2;

  @Test
  void neither_ours_nor_the_peers_bound_is_above_any_plan() throws Exception {
    String file = System.getProperty("nhip.night", "");
    AlsNight night = file.isEmpty() ? AlsSketch.night(17, 1) : AlsFile.read(Path.of(file));
    LightingProblem problem = AlsFile.problem(night);
    List<LightingRow> rows =
        new ArrayList<>(
            new LightingBench(new SolveLimits(Optional.of(TIME), OptionalLong.empty(), 1, THREADS))
                .measure(night));
    CpSatNight peer = new CpSatNight(problem);
    Optional<byte[][]> plan = peer.solve(TIME, THREADS, 1);
    rows.add(
        new LightingRow(
            problem.name(),
            problem.groups().size(),
            "OR-Tools CP-SAT",
            plan.map(levels -> LightingBench.check(night, problem, levels))
                .orElse(new AlsVerdict(Map.of("no plan", 1), 0)),
            Optional.of(peer.bound()),
            Optional.empty(),
            Optional.of(TIME),
            0));
    StringBuilder table = new StringBuilder(LightingRow.HEAD).append('\n');
    rows.forEach(row -> table.append(row.line()).append('\n'));
    Files.writeString(Path.of("target/lighting-peers.md"), table);

    for (LightingRow bounded : rows) {
      for (LightingRow planned : rows) {
        boolean sameNight = !planned.planner().contains("sheds") && !bounded.planner().contains("sheds");
        if (sameNight && planned.verdict().feasible() && bounded.bound().isPresent()) {
          assertThat(bounded.bound().get()).isLessThanOrEqualTo(planned.verdict().objective());
        }
      }
    }
  }
}
