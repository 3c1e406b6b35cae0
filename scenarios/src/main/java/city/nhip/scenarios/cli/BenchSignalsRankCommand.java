package city.nhip.scenarios.cli;

import city.nhip.scenarios.benchmark.signals.RankBench;
import city.nhip.scenarios.simulation.sumo.SumoFailed;
import city.nhip.scenarios.simulation.sumo.SumoScenario;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nhip bench signals-rank}: whether our queue model ranks plans as SUMO does. */
@Command(
    name = "signals-rank",
    description = "Rank correlation of the queue model with SUMO over random plans.",
    mixinStandardHelpOptions = true)
final class BenchSignalsRankCommand implements Callable<Integer> {
  @Mixin SumoOptions sumo = new SumoOptions();

  @Option(names = "--plans", defaultValue = "60", description = "How many (${DEFAULT-VALUE}).")
  int plans = 60;

  @Option(
      names = "--seeds",
      defaultValue = "3",
      description = "SUMO seeds (${DEFAULT-VALUE}), and as many more for SUMO itself.")
  int seeds = 3;

  @Option(names = "--pairs", description = "Print the plans' delays too.")
  boolean pairs;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (plans < 4 || seeds < 1) {
      throw new BadInput("--plans must be 4 or more and --seeds positive.");
    }
    RankBench bench = new RankBench(sumo.sumo(), sumo.folder(), plans, seeds);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "| scenario | Spearman | SUMO itself | better half | SUMO itself | junction-hours/s |");
    out.println("|---|---|---|---|---|---|");
    try {
      for (SumoScenario scenario : sumo.scenarios()) {
        RankBench.Result result = bench.run(scenario);
        out.println(
            String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f | %.3f | %.0f |",
                result.scenario(),
                result.all(),
                result.itself(),
                result.betterHalf(),
                result.betterItself(),
                result.hoursPerSecond()));
        if (pairs) {
          result.pairs().forEach(out::println);
        }
        out.flush();
      }
    } catch (SumoFailed e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
    return 0;
  }
}
