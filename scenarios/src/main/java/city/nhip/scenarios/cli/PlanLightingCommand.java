package city.nhip.scenarios.cli;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.lighting.LightingProblem;
import city.nhip.engine.planning.lighting.LightingSolution;
import city.nhip.engine.planning.lighting.LightingSolver;
import city.nhip.scenarios.instance.lighting.AlsFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nhip plan lighting}: one als-1 night in, its schedule out. */
@Command(
    name = "lighting",
    description = "Plans one night of street lighting (als-1), with a proven bound.",
    mixinStandardHelpOptions = true)
final class PlanLightingCommand implements Callable<Integer> {
  /** Kept free for writing the schedule, and at least left for solving, of the time given. */
  private static final double WRITING_SHARE = 0.01;

  private static final double LEAST_SOLVING_SHARE = 0.3;

  @Mixin PlanOptions options = new PlanOptions();

  @Option(names = "--in", required = true, description = "The night, als-1, plain or gzip.")
  Path in = Path.of("");

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    SolveLimits asked = options.limits(Runtime.getRuntime().availableProcessors());
    LightingProblem problem;
    try {
      problem = AlsFile.problem(AlsFile.read(in));
    } catch (BadFile e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
    SolveLimits limits = sinceStart(asked);
    LightingSolution solution =
        LightingSolver.solve(
            problem, Optional.empty(), limits, SolveControl.UNWATCHED, plan -> new byte[0]);
    try {
      AlsFile.write(options.out, problem, solution.levels());
    } catch (IOException e) {
      throw new BadInput("--out %s cannot be written. Check the folder.".formatted(options.out));
    }
    PlanReport report = report(problem, solution, limits);
    if (options.report != null) {
      report.write(options.report);
    }
    spec.commandLine().getOut().println(line(problem, solution));
    return 0;
  }

  /** The clock has run since the program started; reading a large city takes its part. */
  private static SolveLimits sinceStart(SolveLimits asked) {
    Optional<Duration> left =
        asked
            .time()
            .map(
                time -> {
                  double all = time.toMillis();
                  long gone = ManagementFactory.getRuntimeMXBean().getUptime();
                  double solving = Math.max(LEAST_SOLVING_SHARE * all, all - gone);
                  return Duration.ofMillis(Math.max(1, Math.round(solving - WRITING_SHARE * all)));
                });
    return new SolveLimits(left, asked.evaluations(), asked.seed(), asked.threads());
  }

  private static String line(LightingProblem problem, LightingSolution solution) {
    return solution.feasible()
        ? "%s: %,d mVND, at most %.3f %% above the best possible (bound %,d mVND)."
            .formatted(problem.name(), solution.value(), solution.gapPercent(), solution.bound())
        : "%s: no plan within all limits was found; the one written breaks the fewest. Give more --seconds, or check the limits."
            .formatted(problem.name());
  }

  private static PlanReport report(
      LightingProblem problem, LightingSolution solution, SolveLimits limits) {
    return new PlanReport(
        "lighting",
        problem.name(),
        solution.feasible(),
        solution.value(),
        "mVND",
        OptionalDouble.of(solution.bound()),
        solution.feasible() ? OptionalDouble.of(solution.gapPercent()) : OptionalDouble.empty(),
        solution.elapsed().toMillis() / 1000.0,
        solution.evaluations(),
        limits.seed(),
        limits.threads());
  }
}
