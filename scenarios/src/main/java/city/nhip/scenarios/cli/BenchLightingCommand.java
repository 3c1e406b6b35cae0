package city.nhip.scenarios.cli;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.scenarios.benchmark.lighting.LightingBench;
import city.nhip.scenarios.benchmark.lighting.LightingRow;
import city.nhip.scenarios.instance.lighting.AlsFile;
import city.nhip.scenarios.instance.lighting.AlsNight;
import city.nhip.scenarios.instance.lighting.AlsSketch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nhip bench lighting}: our nights beside simple practices, judged apart. */
@Command(
    name = "lighting",
    description = "Value, bound and gap of our nights beside simple practices.",
    mixinStandardHelpOptions = true)
final class BenchLightingCommand implements Callable<Integer> {
  @Option(names = "--data", description = "Folder of als-1 nights, *.json or *.json.gz.")
  @Nullable Path data;

  @Option(
      names = "--generate",
      split = ",",
      description = "Sizes of nights to draw and measure: 1000,10000,50000.")
  List<Integer> sizes = new ArrayList<>();

  @Option(names = "--write", description = "Folder that drawn nights are written to, not solved.")
  @Nullable Path write;

  @Option(names = "--seconds", defaultValue = "60", description = "Of a solve (${DEFAULT-VALUE}).")
  double seconds = 60;

  @Option(names = "--threads", description = "Of a solve; all processors by default.")
  @Nullable Integer threads;

  @Option(names = "--seed", defaultValue = "1", description = "Of solve and drawing.")
  long seed = 1;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (!(seconds > 0) || workers < 1 || sizes.stream().anyMatch(size -> size < 2)) {
      throw new BadInput("--seconds and --threads must be positive, and sizes 2 or more.");
    }
    if (data == null && sizes.isEmpty()) {
      throw new BadInput("there is nothing to measure. Give --data or --generate.");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (write != null) {
      sizes.forEach(size -> out.println("Wrote " + written(write, AlsSketch.night(size, seed))));
      return 0;
    }
    Duration time = Duration.ofMillis(Math.round(seconds * 1000));
    LightingBench bench =
        new LightingBench(new SolveLimits(Optional.of(time), OptionalLong.empty(), seed, workers));
    out.println(LightingRow.HEAD);
    for (Path file : files()) {
      try {
        print(bench, AlsFile.read(file), out);
      } catch (BadFile e) {
        throw new BadInput(String.valueOf(e.getMessage()));
      }
    }
    sizes.forEach(size -> print(bench, AlsSketch.night(size, seed), out));
    return 0;
  }

  private static void print(LightingBench bench, AlsNight night, PrintWriter out) {
    bench.measure(night).forEach(row -> out.println(row.line()));
    out.flush();
  }

  private List<Path> files() {
    if (data == null) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(data)) {
      return all.filter(file -> file.toString().matches(".*\\.json(\\.gz)?")).sorted().toList();
    } catch (IOException e) {
      throw new BadInput("--data %s cannot be listed. Give a folder.".formatted(data));
    }
  }

  private static Path written(Path folder, AlsNight night) {
    Path file = folder.resolve(night.name() + ".json.gz");
    try {
      AlsFile.write(file, night);
    } catch (IOException e) {
      throw new BadInput("%s cannot be written. Check the folder.".formatted(file));
    }
    return file;
  }
}
