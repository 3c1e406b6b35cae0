package city.nhip.scenarios.benchmark.signals;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.SignalPlan;
import city.nhip.engine.planning.signals.SignalSolver;
import city.nhip.scenarios.instance.signals.SumoInstance;
import city.nhip.scenarios.instance.signals.SumoSignalFile;
import city.nhip.scenarios.instance.signals.SumoSignalLane;
import city.nhip.scenarios.simulation.sumo.MaxPressure;
import city.nhip.scenarios.simulation.sumo.Sumo;
import city.nhip.scenarios.simulation.sumo.SumoFailed;
import city.nhip.scenarios.simulation.sumo.SumoRun;
import city.nhip.scenarios.simulation.sumo.SumoScenario;
import city.nhip.scenarios.simulation.sumo.SumoTools;
import city.nhip.scenarios.simulation.sumo.SumoTrial;
import city.nhip.scenarios.simulation.sumo.TripTally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Runs every peer on one scenario over the same seeds, with the network's own yellow. */
public final class SignalBench {
  /** SUMO runs at once. */
  private static final int PARALLEL = 2;

  private final Sumo sumo;
  private final Path folder;
  private final int seeds;
  private final int teleportSeconds;
  private final SolveLimits limits;
  private final Set<SignalPeer> peers;
  private final boolean trial;

  /**
   * @param folder where SUMO's files of the scenarios are left
   * @param teleportSeconds see {@link SumoRun}
   * @param trial whether our plans are tried in SUMO before one is given out
   */
  public SignalBench(
      Sumo sumo,
      Path folder,
      int seeds,
      int teleportSeconds,
      SolveLimits limits,
      boolean withPeers,
      boolean trial) {
    this.trial = trial;
    this.sumo = sumo;
    this.folder = folder;
    this.seeds = seeds;
    this.teleportSeconds = teleportSeconds;
    this.limits = limits;
    this.peers =
        withPeers
            ? Set.of(SignalPeer.values())
            : Set.of(SignalPeer.FIXED, SignalPeer.PLAN, SignalPeer.GAP_OUT);
  }

  public BenchTable.Row run(SumoScenario scenario) {
    try {
      Path own = Files.createDirectories(folder.resolve(scenario.name()));
      SignalNetwork network =
          SumoInstance.read(scenario.net(), scenario.routes(), scenario.begin(), scenario.end());
      Solved<SignalPlan> solved = solve(network, scenario, own);
      Solved<SignalPlan> gapOut = solve(network.gapOut(true), scenario, own);
      Map<SignalPeer, List<Path>> programs = programs(scenario, solved.plan(), gapOut.plan(), own);
      Map<SignalPeer, List<TripTally>> tallies = new EnumMap<>(SignalPeer.class);
      for (SignalPeer peer : SignalPeer.values()) {
        List<Path> files = programs.get(peer);
        if (peers.contains(peer) && files != null) {
          played(peer, scenario, network, files, own).ifPresent(all -> tallies.put(peer, all));
        }
      }
      double solveSeconds = solved.elapsed().toMillis() / 1000.0;
      return new BenchTable.Row(scenario.name(), tallies, solveSeconds, solved.evaluations());
    } catch (IOException e) {
      throw new SumoFailed("The folder %s cannot be written.".formatted(folder));
    }
  }

  private Solved<SignalPlan> solve(SignalNetwork network, SumoScenario scenario, Path own) {
    return SignalSolver.solve(
        SignalPlan.today(network),
        limits,
        SolveControl.UNWATCHED,
        plan -> program(plan).getBytes(StandardCharsets.UTF_8),
        trial ? Optional.of(new SumoTrial(sumo, scenario, network, own)) : Optional.empty());
  }

  private static String program(SignalPlan plan) {
    return SumoSignalFile.write(plan.network(), plan.timings());
  }

  private static Path write(SignalPlan plan, Path file) throws IOException {
    return Files.writeString(file, program(plan));
  }

  private Map<SignalPeer, List<Path>> programs(
      SumoScenario scenario, SignalPlan plan, SignalPlan gapOut, Path own) throws IOException {
    Map<SignalPeer, List<Path>> programs = new EnumMap<>(SignalPeer.class);
    programs.put(SignalPeer.PLAN, List.of(write(plan, own.resolve("plan.add.xml"))));
    programs.put(SignalPeer.GAP_OUT, List.of(write(gapOut, own.resolve("gap-out.add.xml"))));
    for (SignalPeer peer : List.of(SignalPeer.FIXED, SignalPeer.MAX_PRESSURE)) {
      programs.put(peer, List.of());
    }
    if (peers.contains(SignalPeer.WEBSTER)) {
      SumoTools tools = new SumoTools(sumo, scenario, own);
      add(programs, SignalPeer.COORDINATED, () -> List.of(tools.coordinated(Optional.empty())));
      int yellow = SumoSignalFile.yellow(scenario.net());
      add(programs, SignalPeer.WEBSTER, () -> List.of(tools.webster(yellow)));
      Optional.ofNullable(programs.get(SignalPeer.WEBSTER))
          .map(files -> files.get(0))
          .ifPresent(
              webster ->
                  add(
                      programs,
                      SignalPeer.WEBSTER_COORDINATED,
                      () -> List.of(webster, tools.coordinated(Optional.of(webster)))));
      add(programs, SignalPeer.ACTUATED, () -> List.of(tools.controlled("actuated")));
      add(programs, SignalPeer.DELAY_BASED, () -> List.of(tools.controlled("delay_based")));
    }
    return programs;
  }

  /** Left out where SUMO's tool gives up the network. */
  private static void add(
      Map<SignalPeer, List<Path>> programs, SignalPeer peer, Supplier<List<Path>> made) {
    try {
      programs.put(peer, made.get());
    } catch (SumoFailed e) {
      programs.remove(peer);
    }
  }

  /** Empty where SUMO gives up one of its own controllers. */
  private Optional<List<TripTally>> played(
      SignalPeer peer,
      SumoScenario scenario,
      SignalNetwork network,
      List<Path> programs,
      Path own) {
    try {
      return Optional.of(play(peer, scenario, network, programs, own));
    } catch (SumoFailed e) {
      if (peer.builtIn()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private List<TripTally> play(
      SignalPeer peer,
      SumoScenario scenario,
      SignalNetwork network,
      List<Path> programs,
      Path own) {
    List<SumoSignalLane> lanes = SumoSignalLane.of(scenario.net());
    ExecutorService pool = Executors.newFixedThreadPool(PARALLEL);
    try {
      List<Future<TripTally>> running = new ArrayList<>();
      for (int seed = 1; seed <= seeds; seed++) {
        SumoRun run = new SumoRun(scenario, programs, seed, teleportSeconds);
        running.add(
            pool.submit(
                () ->
                    peer == SignalPeer.MAX_PRESSURE
                        ? MaxPressure.play(sumo, run, network, lanes, own)
                        : run.play(sumo, own)));
      }
      List<TripTally> tallies = new ArrayList<>();
      for (Future<TripTally> one : running) {
        tallies.add(one.get());
      }
      return tallies;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SumoFailed failed
          ? failed
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SumoFailed("The benchmark was interrupted.");
    } finally {
      pool.shutdownNow();
    }
  }
}
