package city.nhip.scenarios.cli;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.SignalPlan;
import city.nhip.engine.planning.signals.SignalSolver;
import city.nhip.scenarios.instance.signals.SumoInstance;
import city.nhip.scenarios.instance.signals.SumoLoops;
import city.nhip.scenarios.instance.signals.SumoSignalFile;
import city.nhip.scenarios.simulation.sumo.CityLoop;
import city.nhip.scenarios.simulation.sumo.ClosedLoop;
import city.nhip.scenarios.simulation.sumo.Sumo;
import city.nhip.scenarios.simulation.sumo.SumoFailed;
import city.nhip.scenarios.simulation.sumo.SumoRun;
import city.nhip.scenarios.simulation.sumo.SumoScenario;
import city.nhip.scenarios.simulation.sumo.TripTally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nhip simulate}: SUMO drives, we time the signals, once or again and again. */
@Command(
    name = "simulate",
    description =
        "Delay in SUMO: the network's own programs, our plan of the whole period made with its"
            + " demand, and our plans made again and again from loop counts alone, as fixed greens"
            + " and as greens that end early when nobody comes.",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  @Option(names = "--net", required = true, description = "SUMO network, plain or gzip.")
  Path net = Path.of("");

  @Option(names = "--routes", required = true, description = "SUMO demand, plain or gzip.")
  Path routes = Path.of("");

  @Option(
      names = "--begin",
      description = "First second of the period (the demand's busiest full hour).")
  @Nullable Integer begin;

  @Option(
      names = "--end",
      description = "Second at which the period ends (an hour after it begins).")
  @Nullable Integer end;

  @Option(
      names = "--replan",
      defaultValue = "5",
      description = "Minutes between plans made from counts; 0 for none (${DEFAULT-VALUE}).")
  int replan = 5;

  @Option(
      names = "--city-speed",
      defaultValue = "0",
      description =
          "Also closes the loop through a city that serves: city seconds a second, 0 for not"
              + " (${DEFAULT-VALUE}).")
  double citySpeed;

  @Option(names = "--seed", defaultValue = "1", description = "SUMO's and ours (${DEFAULT-VALUE}).")
  long seed = 1;

  @Option(
      names = "--seeds",
      defaultValue = "1",
      description =
          "The same with so many seeds, from --seed on; then the mean, the median and the worst"
              + " (${DEFAULT-VALUE}).")
  int seeds = 1;

  @Option(
      names = "--evaluations",
      defaultValue = "4000",
      description = "Limit of each solve (${DEFAULT-VALUE}).")
  long evaluations = 4000;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (evaluations < 1 || seeds < 1 || replan < 0 || citySpeed < 0) {
      throw new BadInput(
          "Give positive --evaluations and --seeds, and no negative --replan or --city-speed.");
    }
    try {
      int from = begin == null ? 3_600 * SumoInstance.busiestHour(routes) : begin;
      int to = end == null ? from + 3_600 : end;
      if (from < 0 || to <= from) {
        throw new BadInput("Give 0 <= --begin < --end in seconds.");
      }
      simulate(Sumo.get(), new SumoScenario("simulated", net, routes, from, to));
      return 0;
    } catch (BadFile | SumoFailed | IllegalArgumentException e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new BadInput("The temporary folder cannot be written. Check it.");
    }
  }

  private void simulate(Sumo sumo, SumoScenario scenario) throws IOException {
    Path folder = Files.createTempDirectory("nhip-sumo");
    SignalNetwork network = SumoInstance.read(net, routes, scenario.begin(), scenario.end());
    SumoLoops loops = SumoLoops.of(net, routes, network);
    SimulatedRuns runs = new SimulatedRuns(spec.commandLine().getOut(), seeds > 1);
    for (long one = seed; one < seed + seeds; one++) {
      Path own = Files.createDirectories(folder.resolve("seed-" + one));
      simulate(new Streets(sumo, scenario, network, loops, own, one), runs);
    }
    runs.sum();
    if (scenario.end() - scenario.begin() < TripTally.LEAST_SECONDS) {
      spec.commandLine()
          .getErr()
          .println(
              "nhip: under %d s nothing tells whether traffic gridlocks. Give a longer period to see."
                  .formatted(TripTally.LEAST_SECONDS));
    }
  }

  private record Streets(
      Sumo sumo,
      SumoScenario scenario,
      SignalNetwork network,
      SumoLoops loops,
      Path folder,
      long seed) {
    TripTally play(Optional<Path> programs) {
      return SumoRun.of(scenario, programs, seed).play(sumo, folder);
    }

    TripTally play(ClosedLoop loop) {
      return loop.play(sumo, scenario, seed, folder);
    }
  }

  private void simulate(Streets streets, SimulatedRuns runs) throws IOException {
    SignalNetwork network = streets.network();
    runs.add(streets.seed(), "own program", "", streets.play(Optional.empty()));
    SolveLimits limits = SolveLimits.ofEvaluations(evaluations, streets.seed());
    SignalPlan hour =
        SignalSolver.solve(
                SignalPlan.today(network), limits, SolveControl.UNWATCHED, plan -> new byte[0])
            .plan();
    Path file =
        Files.writeString(
            streets.folder().resolve("plan.add.xml"),
            SumoSignalFile.write(network, hour.timings()));
    runs.add(streets.seed(), "plan of the period", "", streets.play(Optional.of(file)));
    if (replan > 0) {
      String name = "planned anew every %d min".formatted(replan);
      runs.add(streets.seed(), name, "", streets.play(loop(network, streets.loops(), limits)));
      runs.add(
          streets.seed(),
          name + ", gap-out",
          "",
          streets.play(loop(network.gapOut(true), streets.loops(), limits)));
    }
    if (citySpeed > 0) {
      CityLoop.Played played =
          new CityLoop(network, streets.loops(), citySpeed)
              .play(streets.sumo(), streets.scenario(), streets.seed(), streets.folder());
      runs.add(
          streets.seed(),
          "through a city",
          ", %d readings, %d plans".formatted(played.readings(), played.plans()),
          played.tally());
    }
  }

  private ClosedLoop loop(SignalNetwork timed, SumoLoops loops, SolveLimits limits) {
    return new ClosedLoop(timed, loops, 60 * replan, limits);
  }
}
