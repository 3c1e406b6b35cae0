package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.planning.waste.WastePlan;
import city.nhip.engine.planning.waste.WasteSolver;
import city.nhip.scenarios.instance.waste.RouteFile;
import city.nhip.scenarios.instance.waste.WasteInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Solves every instance of a folder and writes a Markdown table, row by row. */
public final class WasteBench {
  private final Path data;
  private final boolean distanceOnly;
  private final @Nullable Path out;
  private final SolveLimits limits;
  private final LongSupplier nanos;

  /**
   * @param data folder with instances ({@code .vrp}, {@code .txt}, plain or gzip), also in folders
   *     below it, and {@code best-known.csv}
   * @param distanceOnly whether trucks cost nothing, whatever the instances say
   * @param out folder for the routes, where they are wanted
   * @param nanos by which a solve's time is limited
   */
  public WasteBench(
      Path data, boolean distanceOnly, @Nullable Path out, SolveLimits limits, LongSupplier nanos) {
    this.data = data;
    this.distanceOnly = distanceOnly;
    this.out = out;
    this.limits = limits;
    this.nanos = nanos;
  }

  /**
   * A file that is wrong gets a row that says so, and the others are solved.
   *
   * @return the files that are wrong
   * @throws BadFile when {@code best-known.csv} is, or no file is an instance's
   */
  public int run(Consumer<String> lines) {
    List<Path> files = instances();
    BestKnown known = BestKnown.read(data.resolve("best-known.csv"));
    lines.accept("| instance | best known | ours | gap % | routes | feasible | seconds | steps |");
    lines.accept("|---|---|---|---|---|---|---|---|");
    int wrong = 0;
    for (Path file : files) {
      try {
        lines.accept(row(file, known));
      } catch (BadFile e) {
        wrong++;
        lines.accept("| %s | not read: %s ||||||".formatted(file.getFileName(), e.getMessage()));
      }
    }
    return wrong;
  }

  /**
   * @param warm for which a plan in force is mended
   */
  public void runWarm(Duration warm, Consumer<String> lines) {
    lines.accept(
        "| instance | from nothing: distance / trucks | warm: distance / trucks | more % |");
    lines.accept("|---|---|---|---:|");
    for (Path file : instances()) {
      lines.accept(
          new WarmStart(limits, warm, nanos).row(file.getFileName().toString(), read(file)));
    }
  }

  private List<Path> instances() {
    try (Stream<Path> files = Files.walk(data, 2)) {
      List<Path> found =
          files
              .filter(file -> file.getFileName().toString().matches("(?i).*\\.(vrp|txt)(\\.gz)?"))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new BadFile(data, "", "no file here ends in .vrp or .txt, plain or .gz. Add some.");
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + data, e);
    }
  }

  private WasteInstance read(Path file) {
    WasteInstance instance = WasteInstance.read(file);
    return distanceOnly ? instance.distanceOnly() : instance;
  }

  private String row(Path file, BestKnown known) {
    WasteInstance instance = read(file);
    Solved<WastePlan> solved =
        WasteSolver.solve(
            WastePlan.of(instance.problem()),
            limits,
            SolveControl.UNWATCHED,
            plan -> new byte[0],
            nanos);
    write(file, RouteFile.write(instance, solved.plan()));
    double objective = instance.objective(RouteFile.distance(solved.plan()));
    OptionalDouble best = known.find(file.getFileName().toString());
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %d | %s | %.1f | %d |",
        file.getFileName(),
        best.isPresent() ? String.valueOf(best.getAsDouble()) : "not listed",
        String.format(Locale.ROOT, "%." + Math.min(1, instance.decimals()) + "f", objective),
        best.isPresent()
            ? String.format(
                Locale.ROOT, "%.2f", 100 * (objective - best.getAsDouble()) / best.getAsDouble())
            : "",
        RouteFile.trucks(solved.plan()),
        solved.feasible() ? "yes" : "no",
        solved.elapsed().toMillis() / 1000.0,
        solved.evaluations());
  }

  private void write(Path file, String routes) {
    if (out == null) {
      return;
    }
    try {
      Files.writeString(out.resolve(file.getFileName() + ".sol"), routes);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + out, e);
    }
  }
}
