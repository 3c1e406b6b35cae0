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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nhip bench waste-month}: weeks of evenings by forecast beside two fixed weeks. */
@Command(
    name = "waste-month",
    description =
        "Collects a simulated city for weeks: by forecast; on fixed days, in new routes every"
            + " evening; on fixed days in fixed rounds.",
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
          "Of a container on fixed days with new routes, %%: tried in turn until no more"
              + " overflows than by forecast (${DEFAULT-VALUE}).")
  List<Double> fullest = List.of();

  @Option(
      names = "--rounds",
      split = ",",
      defaultValue = "50,45,40,35,20",
      description = "The same in fixed rounds: all are driven (${DEFAULT-VALUE}).")
  List<Double> rounds = List.of();

  @Option(
      names = "--margin",
      split = ",",
      defaultValue = "1,1.15,1.3",
      description = "On the loads that fixed rounds are planned for: all (${DEFAULT-VALUE}).")
  List<Double> margins = List.of();

  @Option(names = "--seed", defaultValue = "1", description = "Of the city (${DEFAULT-VALUE}).")
  long seed = 1;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (days < 1
        || steps < 1
        || Stream.of(fullest, rounds, margins)
            .flatMap(List::stream)
            .anyMatch(level -> !(level > 0))) {
      throw new BadInput("--days, --steps, --fullest, --rounds and --margin must be positive.");
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      City city = CityFolder.load(folder == null ? DemoCity.find() : folder);
      Instant start = START.atStartOfDay(city.timeZone()).toInstant();
      WasteMonth month =
          new WasteMonth(
              city,
              WasteContainers.read(city),
              start,
              days,
              SolveLimits.ofEvaluations(steps, seed));
      out.println(
          "| practice | km | containers collected | left by the shift | tipped out of turn |"
              + " container-days full | hours full |");
      out.println("|---|---:|---:|---:|---:|---:|---:|");
      WasteMonth.Outcome ours = month.byForecast();
      print(out, "by forecast", ours);
      List<WasteMonth.Outcome> careful = new ArrayList<>();
      for (double level : fullest) {
        WasteMonth.Outcome week = month.newRoutes(new FixedWeek(level));
        print(
            out,
            String.format(Locale.ROOT, "fixed days, new routes, %.0f %% at most", level),
            week);
        if (week.overflows() <= ours.overflows()) {
          careful.add(week);
          break;
        }
      }
      List<WasteMonth.Outcome> driven = new ArrayList<>();
      for (double level : rounds) {
        for (double margin : margins) {
          WasteMonth.Outcome week = month.fixedRounds(new FixedWeek(level), margin);
          print(
              out,
              String.format(
                  Locale.ROOT,
                  "fixed rounds, %.0f %% at most, planned for %.2f of the loads",
                  level,
                  margin),
              week);
          driven.add(week);
        }
      }
      compare(out, "fixed days with new routes", ours, careful);
      compare(out, "fixed rounds", ours, driven);
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

  /** With the shortest of those that overflow no more. */
  private void compare(
      PrintWriter out, String practice, WasteMonth.Outcome ours, List<WasteMonth.Outcome> weeks) {
    weeks.stream()
        .filter(week -> week.overflows() <= ours.overflows())
        .min(Comparator.comparingDouble(WasteMonth.Outcome::kilometres))
        .ifPresentOrElse(
            week ->
                out.printf(
                    Locale.ROOT,
                    "%.1f %% less distance over %d days than the shortest %s that overflow no"
                        + " more.%n",
                    100 * (week.kilometres() - ours.kilometres()) / week.kilometres(),
                    days,
                    practice),
            () -> out.printf("No %s overflow as little.%n", practice));
  }

  private static void print(PrintWriter out, String practice, WasteMonth.Outcome outcome) {
    out.printf(
        Locale.ROOT,
        "| %s | %.0f | %d | %d | %d | %d | %.0f |%n",
        practice,
        outcome.kilometres(),
        outcome.collected(),
        outcome.left(),
        outcome.tippedOutOfTurn(),
        outcome.overflows(),
        outcome.overflowHours());
    out.flush();
  }
}
