package city.nhip.scenarios.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code --report} writes, as JSON.
 *
 * @param unit of objective and bound: {@code distance}, {@code miles}, {@code mVND}, {@code s/veh}
 * @param bound proven: no feasible schedule is better
 * @param gapPercent of objective to bound
 * @param seconds of wall clock that the solve took
 */
public record PlanReport(
    String domain,
    String instance,
    boolean feasible,
    double objective,
    String unit,
    OptionalDouble bound,
    OptionalDouble gapPercent,
    double seconds,
    long evaluations,
    long seed,
    int threads) {
  void write(Path file) {
    try {
      Files.writeString(
          file,
          JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the report to " + file, e);
    }
  }
}
