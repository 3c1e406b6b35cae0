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
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
      names = "--evaluations",
      defaultValue = "4000",
      description = "Limit of each solve (${DEFAULT-VALUE}).")
  long evaluations = 4000;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (evaluations < 1 || replan < 0 || citySpeed < 0) {
      throw new BadInput("Give positive --evaluations, and no negative --replan or --city-speed.");
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
    TripTally own = SumoRun.of(scenario, Optional.empty(), seed).play(sumo, folder);
    print("own program", own, own);
    SolveLimits limits = SolveLimits.ofEvaluations(evaluations, seed);
    SignalPlan hour =
        SignalSolver.solve(
                SignalPlan.today(network), limits, SolveControl.UNWATCHED, plan -> new byte[0])
            .plan();
    Path file =
        Files.writeString(
            folder.resolve("plan.add.xml"), SumoSignalFile.write(network, hour.timings()));
    print(
        "plan of the period",
        SumoRun.of(scenario, Optional.of(file), seed).play(sumo, folder),
        own);
    SumoLoops loops = SumoLoops.of(net, routes, network);
    if (replan > 0) {
      String name = "planned anew every %d min".formatted(replan);
      print(name, loop(network, loops, limits).play(sumo, scenario, seed, folder), own);
      print(
          name + ", gap-out",
          loop(network.gapOut(true), loops, limits).play(sumo, scenario, seed, folder),
          own);
    }
    if (citySpeed > 0) {
      CityLoop.Played played =
          new CityLoop(network, loops, citySpeed).play(sumo, scenario, seed, folder);
      print(
          "through a city, %d readings, %d plans".formatted(played.readings(), played.plans()),
          played.tally(),
          own);
    }
  }

  private ClosedLoop loop(SignalNetwork timed, SumoLoops loops, SolveLimits limits) {
    return new ClosedLoop(timed, loops, 60 * replan, limits);
  }

  private void print(String name, TripTally tally, TripTally own) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        String.format(
            Locale.ROOT,
            "%-36s %7.1f s/veh  %5.2f of the own program  %d of %d arrived%s",
            name,
            tally.delay(),
            tally.delay() / own.delay(),
            tally.arrived(),
            tally.due(),
            tally.gridlocked() ? "  gridlocked" : ""));
    out.flush();
  }
}
