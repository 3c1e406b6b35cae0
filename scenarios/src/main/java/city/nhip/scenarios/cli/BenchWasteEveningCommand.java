package city.nhip.scenarios.cli;

import city.nhip.engine.city.City;
import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.waste.city.WasteContainers;
import city.nhip.scenarios.benchmark.waste.WasteEvening;
import city.nhip.scenarios.cityfolder.CityFolder;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nhip bench waste-evening}: a city's whole model, briefly, at length, and mended. */
@Command(
    name = "waste-evening",
    description = "Plans all of a city's containers; then a truck breaks down.",
    mixinStandardHelpOptions = true)
final class BenchWasteEveningCommand implements Callable<Integer> {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Option(names = "--city", description = "Folder of a city; the demo city where none is given.")
  @Nullable Path folder;

  @Option(names = "--seconds", defaultValue = "10", description = "CPU (${DEFAULT-VALUE}).")
  int seconds = 10;

  @Option(names = "--long", defaultValue = "600", description = "CPU, beside (${DEFAULT-VALUE}).")
  int longer = 600;

  @Option(names = "--mend", defaultValue = "1", description = "CPU, to mend (${DEFAULT-VALUE}).")
  double mend = 1;

  @Option(names = "--seed", defaultValue = "1", description = "Of a search (${DEFAULT-VALUE}).")
  long seed = 1;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (seconds < 1 || longer < seconds || !(mend > 0)) {
      throw new BadInput("--seconds and --mend must be positive, --long no less than --seconds.");
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      City city = CityFolder.load(folder == null ? DemoCity.find() : folder);
      List<WasteContainers.Container> containers = WasteContainers.read(city).containers();
      ZonedDateTime day = DAY.atStartOfDay(city.timeZone());
      WasteEvening evening =
          new WasteEvening(
              city,
              containers,
              day.withHour(16).toInstant(),
              seed,
              ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
      WasteEvening.Plan brief = evening.plan(Duration.ofSeconds(seconds));
      print(out, seconds, brief);
      WasteEvening.Breakdown broken =
          evening.breakdown(
              brief.plan(),
              day.withHour(20).toInstant(),
              Duration.ofMillis(Math.round(1_000 * mend)));
      out.printf(
          Locale.ROOT,
          "A truck breaks down at 20:00: mended in %.1f s; %d of the stops done changed; %d of %d"
              + " others moved (%.1f %%); %d of its %d taken over.%n",
          broken.seconds(),
          broken.frozenChanged(),
          broken.moved(),
          broken.others(),
          100.0 * broken.moved() / broken.others(),
          broken.taken(),
          broken.orphaned());
      out.flush();
      WasteEvening.Plan thorough = evening.plan(Duration.ofSeconds(longer));
      print(out, longer, thorough);
      out.printf(
          Locale.ROOT,
          "%d s cost %.2f %% more than %d s.%n",
          seconds,
          100.0 * (brief.cost() - thorough.cost()) / thorough.cost(),
          longer);
      out.flush();
    } catch (BadFile e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
    return 0;
  }

  private static void print(PrintWriter out, int seconds, WasteEvening.Plan plan) {
    out.printf(
        Locale.ROOT,
        "%d CPU seconds: %,d VND, %d containers left out%n",
        seconds,
        plan.cost(),
        plan.leftOut());
    out.flush();
  }
}
