package city.nhip.scenarios.cli;

import city.nhip.scenarios.benchmark.rules.RuleBench;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nhip bench rules}: readings a second through all built-in packages, on one thread. */
@Command(
    name = "rules",
    description = "Measures the built-in rules: readings a second, latency, memory.",
    mixinStandardHelpOptions = true)
final class BenchRulesCommand implements Callable<Integer> {
  @Option(names = "--zones", defaultValue = "50", description = "Zones (${DEFAULT-VALUE}).")
  int zones = 50;

  @Option(
      names = "--rounds",
      defaultValue = "144",
      description = "Rounds of five minutes, 150 readings a zone in each (${DEFAULT-VALUE}).")
  int rounds = 144;

  @Option(names = "--seed", defaultValue = "1", description = "Of the readings' noise.")
  long seed = 1;

  @Option(
      names = "--replay",
      description =
          "Replays one generated day twice, on all cores; 24 zones are 1,036,800 readings.")
  boolean replay;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (zones < 1 || rounds < 10 || (long) zones * rounds * 150 > 30_000_000) {
      throw new BadInput("give 1 zone or more, 10 rounds or more, at most 30,000,000 readings.");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (replay) {
      RuleBench.DayFigures day = RuleBench.replay(zones, seed);
      out.printf(
          "%,d readings, %,d requests, hash %s both times: %.1f s and %.1f s, %.1f CPU seconds each%n",
          day.readings(),
          day.requests(),
          day.hash(),
          day.seconds()[0],
          day.seconds()[1],
          day.cpuSeconds());
      return 0;
    }
    RuleBench.Figures figures =
        RuleBench.run(
            zones,
            rounds,
            seed,
            line -> {
              out.println(line);
              out.flush();
            });
    out.printf(
        "%,d readings: %,.0f a CPU second, %,.0f a second by the clock%n"
            + "from fact to request, CPU time: p50 %.0f us, p99 %.0f us, p99.9 %.0f us%n"
            + "%,d requests, %,d facts held at the end, heap by day %s MB%n",
        figures.events(),
        figures.eventsPerCpuSecond(),
        figures.eventsPerSecond(),
        figures.p50Micros(),
        figures.p99Micros(),
        figures.p999Micros(),
        figures.requests(),
        figures.facts(),
        Arrays.toString(figures.heapMegabytes()));
    return 0;
  }
}
