package city.nhip.scenarios.cli;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.scenarios.benchmark.signals.BenchTable;
import city.nhip.scenarios.benchmark.signals.SignalBench;
import city.nhip.scenarios.simulation.sumo.SumoFailed;
import city.nhip.scenarios.simulation.sumo.SumoScenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nhip bench signals}: our plans and SUMO's own controllers, judged by SUMO. */
@Command(
    name = "signals",
    description = "Delay of our plans in SUMO beside its own tools and MaxPressure.",
    mixinStandardHelpOptions = true)
final class BenchSignalsCommand implements Callable<Integer> {
  @Mixin SumoOptions sumo = new SumoOptions();

  @Option(names = "--seeds", defaultValue = "10", description = "SUMO seeds (${DEFAULT-VALUE}).")
  int seeds = 10;

  @Option(names = "--seconds", defaultValue = "60", description = "Of a solve (${DEFAULT-VALUE}).")
  double seconds = 60;

  @Option(names = "--threads", defaultValue = "1", description = "Of a solve (${DEFAULT-VALUE}).")
  int threads = 1;

  @Option(names = "--seed", defaultValue = "1", description = "Of a solve (${DEFAULT-VALUE}).")
  long seed = 1;

  @Option(
      names = "--teleport",
      defaultValue = "-1",
      description = "Seconds after which SUMO lifts a stuck vehicle out (${DEFAULT-VALUE}: never).")
  int teleport = -1;

  @Option(names = "--ours-only", description = "Leave all peers out but the network's programs.")
  boolean oursOnly;

  @Option(names = "--model-only", description = "Plan by the queue model alone, not tried in SUMO.")
  boolean modelOnly;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (seeds < 1 || !(seconds > 0) || threads < 1) {
      throw new BadInput("--seeds, --seconds and --threads must be positive.");
    }
    SignalBench bench =
        new SignalBench(
            sumo.sumo(),
            sumo.folder(),
            seeds,
            teleport,
            new SolveLimits(
                Optional.of(Duration.ofMillis(Math.round(seconds * 1000))),
                OptionalLong.empty(),
                seed,
                threads),
            !oursOnly,
            !modelOnly);
    List<BenchTable.Row> rows = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (SumoScenario scenario : sumo.scenarios()) {
      try {
        rows.add(bench.run(scenario));
      } catch (SumoFailed | BadFile e) {
        failed.add(scenario.name() + ": " + e.getMessage());
      }
    }
    if (!rows.isEmpty()) {
      spec.commandLine().getOut().println(BenchTable.markdown(rows));
    }
    if (!failed.isEmpty()) {
      throw new BadInput(String.join("\n", failed));
    }
    return 0;
  }
}
