package city.nhip.scenarios.cli;

import city.nhip.engine.city.City;
import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.waste.city.WasteContainers;
import city.nhip.scenarios.benchmark.waste.FixedWeek;
import city.nhip.scenarios.benchmark.waste.ForecastScore;
import city.nhip.scenarios.benchmark.waste.WasteMonth;
import city.nhip.scenarios.cityfolder.CityFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nhip bench waste-month}: weeks of evenings by forecast beside a fixed week. */
@Command(
    name = "waste-month",
    description = "Collects a simulated city for weeks by forecast, and by a fixed week.",
    mixinStandardHelpOptions = true)
final class BenchWasteMonthCommand implements Callable<Integer> {
  /** A Monday, so that weeks are whole. */
  private static final LocalDate START = LocalDate.of(2026, 3, 2);

  @Option(names = "--city", description = "Folder of a city; the demo city where none is given.")
  @Nullable Path folder;

  @Option(names = "--days", defaultValue = "28", description = "That count (${DEFAULT-VALUE}).")
  int days = 28;

  @Option(
      names = "--steps",
      defaultValue = "5000",
      description = "Of the search, an evening (${DEFAULT-VALUE}).")
  long steps = 5_000;

  @Option(
      names = "--fullest",
      split = ",",
      defaultValue = "90,60,50,45,40,35,20",
      description =
          "Of a container by a fixed week, %%: tried in turn until no more overflows than by"
              + " forecast (${DEFAULT-VALUE}).")
  List<Double> fullest = List.of();

  @Option(names = "--seed", defaultValue = "1", description = "Of the city (${DEFAULT-VALUE}).")
  long seed = 1;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (days < 1 || steps < 1 || fullest.stream().anyMatch(level -> !(level > 0))) {
      throw new BadInput("--days, --steps and --fullest must be positive.");
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      City city = CityFolder.load(folder == null ? DemoCity.find() : folder);
      List<WasteContainers.Container> containers = WasteContainers.read(city).containers();
      Instant start = START.atStartOfDay(city.timeZone()).toInstant();
      WasteMonth month =
          new WasteMonth(city, containers, start, days, SolveLimits.ofEvaluations(steps, seed));
      out.println("| practice | km | containers collected | container-days full | hours full |");
      out.println("|---|---:|---:|---:|---:|");
      WasteMonth.Outcome ours = month.run(Optional.empty());
      print(out, "by forecast", ours);
      for (double level : fullest) {
        WasteMonth.Outcome week = month.run(Optional.of(new FixedWeek(level)));
        print(out, String.format(Locale.ROOT, "fixed week, %.0f %% at most", level), week);
        if (week.overflows() <= ours.overflows()) {
          out.printf(
              Locale.ROOT,
              "%.1f %% less distance over %d days than the fixed week that overflows no more.%n",
              100 * (week.kilometres() - ours.kilometres()) / week.kilometres(),
              days);
          break;
        }
      }
      ForecastScore score = month.forecasts();
      out.printf(
          Locale.ROOT,
          "Levels a day ahead: mean absolute error %.2f points, of the same day a week ago %.2f"
              + " (%.1f %% less); %.1f %% within the interval.%n",
          score.ours(),
          score.naive(),
          100 * (score.naive() - score.ours()) / score.naive(),
          100 * score.coverage());
      out.flush();
    } catch (BadFile e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
    return 0;
  }

  private static void print(PrintWriter out, String practice, WasteMonth.Outcome outcome) {
    out.printf(
        Locale.ROOT,
        "| %s | %.0f | %d | %d | %.0f |%n",
        practice,
        outcome.kilometres(),
        outcome.collected(),
        outcome.overflows(),
        outcome.overflowHours());
    out.flush();
  }
}
