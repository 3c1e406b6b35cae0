package city.nhip.scenarios.benchmark.lighting;

import city.nhip.engine.planning.lighting.LightingProblem;
import java.time.Duration;
import java.util.Optional;

/**
 * One line of the table.
 *
 * @param bound proven, mVND
 * @param first until the first feasible plan
 * @param megabytes of heap in use afterwards; 0 where not measured
 */
public record LightingRow(
    String night,
    int groups,
    String planner,
    AlsVerdict verdict,
    Optional<Long> bound,
    Optional<Duration> first,
    Optional<Duration> elapsed,
    long megabytes) {
  /** Heads of {@link #line}. */
  public static final String HEAD =
      """
      | night | groups | planner | million mVND | bound | gap | first plan | time | heap |
      | --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |""";

  static LightingRow simple(LightingProblem problem, String planner, AlsVerdict verdict) {
    return new LightingRow(
        problem.name(),
        problem.groups().size(),
        planner,
        verdict,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** As a line of a Markdown table. */
  public String line() {
    String value =
        verdict.feasible()
            ? "%.3f".formatted(verdict.objective() / 1e6)
            : "infeasible (%s)".formatted(verdict.words());
    String gap =
        bound
            .filter(b -> verdict.feasible())
            .map(b -> "%.3f %%".formatted(100.0 * (verdict.objective() - b) / verdict.objective()))
            .orElse("");
    return "| %s | %d | %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            night,
            groups,
            planner,
            value,
            bound.map(b -> "%.3f".formatted(b / 1e6)).orElse(""),
            gap,
            first.map(LightingRow::seconds).orElse(""),
            elapsed.map(LightingRow::seconds).orElse(""),
            megabytes == 0 ? "" : megabytes + " MB");
  }

  private static String seconds(Duration time) {
    return "%.1f s".formatted(time.toMillis() / 1e3);
  }
}
