package city.nhip.scenarios.cli;

import city.nhip.engine.planning.SolveLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every {@code nhip plan} shares. */
public final class PlanOptions {
  @Option(names = "--out", required = true, description = "Where the schedule is written.")
  Path out = Path.of("");

  @Option(names = "--seconds", description = "Wall-clock limit of the solve.")
  @Nullable Double seconds;

  @Option(
      names = "--evaluations",
      description = "Evaluation limit in place of seconds: one seed then gives one schedule.")
  @Nullable Long evaluations;

  @Option(names = "--seed", defaultValue = "1", description = "Random seed (${DEFAULT-VALUE}).")
  long seed = 1;

  @Option(names = "--threads", description = "Solver threads; what suits the domain by default.")
  @Nullable Integer threads;

  @Option(names = "--report", description = "Where the JSON report is written.")
  @Nullable Path report;

  /**
   * @throws BadInput when neither limit is given, or one is not positive
   */
  SolveLimits limits() {
    return limits(1);
  }

  /**
   * @param usualThreads where none are asked for
   * @throws BadInput when neither limit is given, one is not positive, or nothing can be written
   */
  SolveLimits limits(int usualThreads) {
    mustTake("--out", out);
    if (report != null) {
      mustTake("--report", report);
    }
    if (seconds == null && evaluations == null) {
      throw new BadInput("the solve has no end. Give --seconds or --evaluations.");
    }
    if ((seconds != null && !(seconds > 0)) || (evaluations != null && evaluations < 1)) {
      throw new BadInput("--seconds and --evaluations must be positive.");
    }
    if (threads != null && threads < 1) {
      throw new BadInput("--threads must be 1 or more.");
    }
    return new SolveLimits(
        Optional.ofNullable(seconds).map(s -> Duration.ofMillis(Math.round(s * 1000))),
        evaluations == null ? OptionalLong.empty() : OptionalLong.of(evaluations),
        seed,
        threads == null ? usualThreads : threads);
  }

  /** Before the solve: a plan of hours must not be lost for a folder that is not there. */
  private static void mustTake(String option, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw new BadInput(
          "%s %s cannot be written: give a file in a folder that is there."
              .formatted(option, file));
    }
  }
}
