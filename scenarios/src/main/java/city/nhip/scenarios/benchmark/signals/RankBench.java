package city.nhip.scenarios.benchmark.signals;

import city.nhip.engine.planning.signals.Outcome;
import city.nhip.engine.planning.signals.RandomTimings;
import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.SignalPlan;
import city.nhip.engine.planning.signals.Timing;
import city.nhip.scenarios.instance.signals.SumoInstance;
import city.nhip.scenarios.instance.signals.SumoSignalFile;
import city.nhip.scenarios.simulation.sumo.Sumo;
import city.nhip.scenarios.simulation.sumo.SumoFailed;
import city.nhip.scenarios.simulation.sumo.SumoRun;
import city.nhip.scenarios.simulation.sumo.SumoScenario;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Whether the queue model puts random plans into the order in which SUMO puts them. */
public final class RankBench {
  /**
   * @param sumo mean delay over the seeds, s/veh
   * @param again the same over as many other seeds
   * @param model the search's cost of a vehicle, s
   * @param modelDelay s/veh
   */
  public record Pair(double sumo, double again, double model, double modelDelay) {}

  /**
   * @param all Spearman's rank correlation over all plans
   * @param itself the same of SUMO with SUMO on other seeds: what no model can surpass by much
   * @param betterHalf as {@code all}, over the half that SUMO finds better
   * @param betterItself as {@code itself}, over the same half
   * @param hoursPerSecond junction-hours that the model plays in a second on one core
   */
  public record Result(
      String scenario,
      double all,
      double itself,
      double betterHalf,
      double betterItself,
      double hoursPerSecond,
      List<Pair> pairs) {}

  private final Sumo sumo;
  private final Path folder;
  private final int plans;
  private final int seeds;

  /**
   * @param folder where SUMO's delays are kept: a second run on it needs no SUMO
   */
  public RankBench(Sumo sumo, Path folder, int plans, int seeds) {
    this.sumo = sumo;
    this.folder = folder;
    this.plans = plans;
    this.seeds = seeds;
  }

  public Result run(SumoScenario scenario) {
    SignalNetwork network =
        SumoInstance.read(scenario.net(), scenario.routes(), scenario.begin(), scenario.end());
    SignalPlan today = SignalPlan.today(network);
    Random random = new Random(1);
    List<Pair> pairs = new ArrayList<>();
    for (int plan = 0; plan < plans; plan++) {
      List<Timing> timings = RandomTimings.of(network, random);
      Outcome played = today.with(timings).played();
      String programs = SumoSignalFile.write(network, timings);
      pairs.add(
          new Pair(
              sumo(scenario, programs, 1),
              sumo(scenario, programs, 1 + seeds),
              (double) played.cost() / Math.max(1, played.due()),
              (double) played.delaySeconds() / Math.max(1, played.due())));
    }
    List<Pair> better =
        pairs.stream()
            .sorted(Comparator.comparingDouble(Pair::sumo))
            .limit((plans + 1) / 2)
            .toList();
    return new Result(
        scenario.name(),
        spearman(pairs, Pair::model),
        spearman(pairs, Pair::again),
        spearman(better, Pair::model),
        spearman(better, Pair::again),
        speed(today),
        pairs);
  }

  private double sumo(SumoScenario scenario, String programs, int first) {
    try {
      Path own = Files.createDirectories(folder.resolve(scenario.name()));
      String name = "rank-%08x-%d-%d".formatted(programs.hashCode(), first, seeds);
      Path known = own.resolve(name + ".txt");
      if (Files.exists(known)) {
        return Double.parseDouble(Files.readString(known));
      }
      Path file = Files.writeString(own.resolve(name + ".add.xml"), programs);
      double sum = 0;
      for (int seed = first; seed < first + seeds; seed++) {
        sum += SumoRun.of(scenario, Optional.of(file), seed).play(sumo, own).delay();
      }
      Files.writeString(known, Double.toString(sum / seeds));
      Files.delete(file);
      return sum / seeds;
    } catch (IOException e) {
      throw new SumoFailed("The folder %s cannot be written.".formatted(folder));
    }
  }

  private static double speed(SignalPlan plan) {
    SignalNetwork network = plan.network();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    int times = 0;
    long began = threads.getCurrentThreadCpuTime();
    while (threads.getCurrentThreadCpuTime() - began < 1_000_000_000L) {
      plan.played();
      times++;
    }
    double seconds = (threads.getCurrentThreadCpuTime() - began) / 1e9;
    double hours = (network.end() - network.begin()) / 3600.0;
    return times * hours * network.intersections().size() / seconds;
  }

  private static double spearman(List<Pair> pairs, ToDoubleFunction<Pair> of) {
    double[] sumo = ranks(pairs.stream().mapToDouble(Pair::sumo).toArray());
    double[] compared = ranks(pairs.stream().mapToDouble(of).toArray());
    double middle = (pairs.size() + 1) / 2.0;
    double both = 0;
    double one = 0;
    double other = 0;
    for (int i = 0; i < sumo.length; i++) {
      both += (sumo[i] - middle) * (compared[i] - middle);
      one += Math.pow(sumo[i] - middle, 2);
      other += Math.pow(compared[i] - middle, 2);
    }
    return both / Math.sqrt(one * other);
  }

  /** Equal values share the mean of their ranks. */
  private static double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int below = 0;
      int equal = 0;
      for (double other : values) {
        below += other < values[i] ? 1 : 0;
        equal += other == values[i] ? 1 : 0;
      }
      ranks[i] = below + (equal + 1) / 2.0;
    }
    return ranks;
  }
}
