package city.nhip.scenarios.cli;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.scenarios.benchmark.waste.WasteBench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nhip bench waste}: every instance of a folder, beside the best values known. */
@Command(
    name = "waste",
    description = "Routes every instance of a folder beside the best values known.",
    mixinStandardHelpOptions = true)
final class BenchWasteCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "Folder of instances.")
  Path data = Path.of("");

  @Option(names = "--seconds", defaultValue = "30", description = "A solve (${DEFAULT-VALUE}).")
  double seconds = 30;

  @Option(names = "--seed", defaultValue = "1", description = "Of a solve (${DEFAULT-VALUE}).")
  long seed = 1;

  @Option(names = "--threads", defaultValue = "1", description = "Of a solve (${DEFAULT-VALUE}).")
  int threads = 1;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (!(seconds > 0) || threads < 1) {
      throw new BadInput("--seconds and --threads must be positive.");
    }
    if (!Files.isDirectory(data)) {
      throw new BadInput("--data %s is no folder. Give one with instances.".formatted(data));
    }
    SolveLimits limits =
        new SolveLimits(
            Optional.of(Duration.ofMillis(Math.round(seconds * 1000))),
            OptionalLong.empty(),
            seed,
            threads);
    try {
      new WasteBench(data, limits)
          .run(
              line -> {
                spec.commandLine().getOut().println(line);
                spec.commandLine().getOut().flush();
              });
    } catch (BadFile e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
    return 0;
  }
}
