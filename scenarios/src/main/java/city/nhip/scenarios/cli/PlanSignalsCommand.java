package city.nhip.scenarios.cli;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.planning.signals.Microsimulation;
import city.nhip.engine.planning.signals.Outcome;
import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.SignalPlan;
import city.nhip.engine.planning.signals.SignalSolver;
import city.nhip.scenarios.instance.signals.SumoInstance;
import city.nhip.scenarios.instance.signals.SumoSignalFile;
import city.nhip.scenarios.simulation.sumo.Sumo;
import city.nhip.scenarios.simulation.sumo.SumoFailed;
import city.nhip.scenarios.simulation.sumo.SumoScenario;
import city.nhip.scenarios.simulation.sumo.SumoTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nhip plan signals}: SUMO network and demand in, signal programs out. */
@Command(
    name = "signals",
    description = "Times the signals of a SUMO network for a SUMO demand.",
    mixinStandardHelpOptions = true)
final class PlanSignalsCommand implements Callable<Integer> {
  private static final int DAY = 10 * 86_400;

  @Mixin PlanOptions options = new PlanOptions();

  @Option(names = "--net", required = true, description = "SUMO network, plain or gzip.")
  Path net = Path.of("");

  @Option(names = "--routes", required = true, description = "SUMO demand, plain or gzip.")
  Path routes = Path.of("");

  @Option(names = "--begin", required = true, description = "First second of the period.")
  int begin;

  @Option(names = "--end", required = true, description = "Second at which the period ends.")
  int end;

  @Option(
      names = "--gap-out",
      description = "Let greens end early when nobody comes; the plan's seconds are maxima.")
  boolean gapOut;

  @Option(
      names = "--model-only",
      description = "Plan by the queue model alone, also where SUMO is installed to try plans in.")
  boolean modelOnly;

  @Override
  public Integer call() {
    SolveLimits limits = options.limits();
    if (begin < 0 || end <= begin || end > DAY) {
      throw new BadInput(
          "--begin %d and --end %d are no period. Give 0 <= begin < end <= %d, in seconds."
              .formatted(begin, end, DAY));
    }
    SignalNetwork network;
    SignalPlan today;
    try {
      network = SumoInstance.read(net, routes, begin, end).gapOut(gapOut);
      today = SignalPlan.today(network);
    } catch (BadFile | IllegalArgumentException e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
    Solved<SignalPlan> solved;
    try {
      solved =
          SignalSolver.solve(
              today,
              limits,
              SolveControl.UNWATCHED,
              plan -> file(plan).getBytes(StandardCharsets.UTF_8),
              trial(network));
    } catch (SumoFailed e) {
      throw new BadInput(e.getMessage() + "\nPlan by the queue model alone with --model-only.");
    }
    try {
      Files.writeString(options.out, file(solved.plan()));
    } catch (IOException e) {
      throw new BadInput("--out %s cannot be written. Check the folder.".formatted(options.out));
    }
    if (options.report != null) {
      report(solved, limits).write(options.report);
    }
    return 0;
  }

  private Optional<Microsimulation> trial(SignalNetwork network) {
    if (modelOnly) {
      return Optional.empty();
    }
    SumoScenario scenario = new SumoScenario("trial", net, routes, begin, end);
    try {
      Path folder = Files.createTempDirectory("nhip-sumo");
      folder.toFile().deleteOnExit();
      return Sumo.find().map(sumo -> new SumoTrial(sumo, scenario, network, folder));
    } catch (IOException e) {
      throw new BadInput("The temporary folder cannot be written. Check it.");
    }
  }

  private static String file(SignalPlan plan) {
    return SumoSignalFile.write(plan.network(), plan.timings());
  }

  private PlanReport report(Solved<SignalPlan> solved, SolveLimits limits) {
    Outcome outcome = solved.plan().played();
    return new PlanReport(
        "signals",
        String.valueOf(net.getFileName()),
        solved.feasible(),
        (double) outcome.delaySeconds() / Math.max(1, outcome.due()),
        "s/veh",
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        solved.elapsed().toMillis() / 1000.0,
        solved.evaluations(),
        limits.seed(),
        limits.threads());
  }
}
