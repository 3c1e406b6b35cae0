package city.nhip.scenarios.cli;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.scenarios.benchmark.waste.WasteBench;
import city.nhip.scenarios.benchmark.waste.WasteScaling;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
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
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  @Option(names = "--data", description = "Folder of instances.")
  @Nullable Path data;

  @Option(
      names = "--generate",
      split = ",",
      description = "In place of --data: days drawn by the seed, of so many stops each.")
  List<Integer> sizes = List.of();

  @Option(
      names = "--warm",
      description = "With --data: plans in force mended within so many seconds, beside new ones.")
  double warm;

  @Option(names = "--distance-only", description = "With --data: a truck costs nothing.")
  boolean distanceOnly;

  @Option(names = "--out", description = "With --data: folder for the routes of each instance.")
  @Nullable Path out;

  @Option(names = "--seconds", defaultValue = "30", description = "A solve (${DEFAULT-VALUE}).")
  double seconds = 30;

  @Option(names = "--seed", defaultValue = "1", description = "Of a solve (${DEFAULT-VALUE}).")
  long seed = 1;

  @Option(names = "--threads", defaultValue = "1", description = "Of a solve (${DEFAULT-VALUE}).")
  int threads = 1;

  @Option(
      names = "--cpu",
      description =
          "Seconds are the solving thread's CPU time: for a machine that does other work.")
  boolean cpu;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (!(seconds > 0) || threads < 1) {
      throw new BadInput("--seconds and --threads must be positive.");
    }
    SolveLimits limits =
        new SolveLimits(Optional.of(millis(seconds)), OptionalLong.empty(), seed, threads);
    LongSupplier nanos = cpu ? CPU::getCurrentThreadCpuTime : System::nanoTime;
    if (!(warm >= 0)) {
      throw new BadInput("--warm must be 0 or more seconds.");
    }
    if (!sizes.isEmpty()) {
      if (!rising()) {
        throw new BadInput(
            "--generate wants two sizes or more, each above the one before: 100,300.");
      }
      new WasteScaling(limits, nanos).run(sizes, this::print);
      return 0;
    }
    if (data == null || !Files.isDirectory(data)) {
      throw new BadInput("give a folder of instances with --data, or sizes with --generate.");
    }
    if (out != null && !Files.isDirectory(out)) {
      throw new BadInput("--out %s is no folder. Make it.".formatted(out));
    }
    WasteBench bench = new WasteBench(data, distanceOnly, out, limits, nanos);
    try {
      if (warm > 0) {
        bench.runWarm(millis(warm), this::print);
      } else {
        int wrong = bench.run(this::print);
        if (wrong > 0) {
          throw new BadInput(wrong + " files were not read; their rows say why.");
        }
      }
    } catch (BadFile e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
    return 0;
  }

  private boolean rising() {
    boolean rising = sizes.size() > 1 && sizes.get(0) > 0;
    for (int i = 1; i < sizes.size(); i++) {
      rising &= sizes.get(i) > sizes.get(i - 1);
    }
    return rising;
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
