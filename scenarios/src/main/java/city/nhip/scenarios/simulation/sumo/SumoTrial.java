package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.planning.signals.Microsimulation;
import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.Timing;
import city.nhip.scenarios.instance.signals.SumoJunctions;
import city.nhip.scenarios.instance.signals.SumoSignalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tries plans in SUMO, on seeds that no table of ours is made with; runs that are asked for
 * together are played on all processors.
 */
public final class SumoTrial implements Microsimulation {
  private static final long FIRST_SEED = 1_000_000;

  /**
   * After so many seconds a stuck vehicle is lifted out: a gridlock need not be played out. Who
   * only waits for a gap at a side street has found one by then.
   */
  private static final int STUCK_SECONDS = 300;

  /** What a stuck vehicle counts in a run's mean delay, seconds; six are a gridlock. */
  private static final double SECONDS_A_STUCK = 100;

  private static final int GRIDLOCK = 6;

  /** The same for all of a run that stood in each other's way where no signal is: it dissolves. */
  private static final double SECONDS_ELSEWHERE = 100;

  private final Sumo sumo;
  private final SumoScenario scenario;
  private final SignalNetwork network;
  private final Path folder;
  private final SumoJunctions junctions;

  /**
   * @param folder for SUMO's files
   */
  public SumoTrial(Sumo sumo, SumoScenario scenario, SignalNetwork network, Path folder) {
    this.sumo = sumo;
    this.scenario = scenario;
    this.network = network;
    this.folder = folder;
    this.junctions = SumoJunctions.of(scenario.net());
  }

  @Override
  public List<Run> runs(List<Timing> plan, int from, int to) {
    try {
      Path file = Files.createTempFile(folder, "trial", ".add.xml");
      Files.writeString(file, SumoSignalFile.write(network, plan));
      List<Run> runs =
          IntStream.range(from, to)
              .parallel()
              .mapToObj(
                  run -> new SumoRun(scenario, List.of(file), FIRST_SEED + run, STUCK_SECONDS))
              .map(run -> judged(run.play(sumo, folder)))
              .toList();
      Files.delete(file);
      return runs;
    } catch (IOException e) {
      throw new SumoFailed("The folder %s cannot be written.".formatted(folder), e);
    }
  }

  private Run judged(TripTally tally) {
    int stuck = tally.liftedOut().size();
    Map<Integer, Long> inside =
        tally.liftedOut().stream()
            .map(junctions::site)
            .filter(site -> site >= 0)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    if (inside.isEmpty()) {
      return new Run(tally.delay(), stuck > 0 ? SECONDS_ELSEWHERE : 0, ELSEWHERE);
    }
    int site =
        inside.entrySet().stream()
            .max(
                Map.Entry.<Integer, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse(ELSEWHERE);
    return new Run(tally.delay(), SECONDS_A_STUCK * Math.min(GRIDLOCK, stuck), site);
  }
}
