package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.planning.signals.Microsimulation;
import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.Timing;
import city.nhip.scenarios.instance.signals.SumoSignalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tries plans in SUMO, on seeds that no table of ours is made with; runs that are asked for
 * together are played on all processors.
 *
 * @param folder for SUMO's files
 */
public record SumoTrial(Sumo sumo, SumoScenario scenario, SignalNetwork network, Path folder)
    implements Microsimulation {
  private static final long FIRST_SEED = 1_000_000;

  /**
   * After so many seconds a stuck vehicle is lifted out: a gridlock need not be played out. Who
   * only waits for a gap at a side street has found one by then.
   */
  private static final int STUCK_SECONDS = 300;

  /** What a stuck vehicle counts in a run's mean delay, seconds; six are a gridlock. */
  private static final double SECONDS_A_STUCK = 100;

  private static final int GRIDLOCK = 6;

  @Override
  public List<Double> delays(List<Timing> plan, int from, int to) {
    try {
      Path file = Files.createTempFile(folder, "trial", ".add.xml");
      Files.writeString(file, SumoSignalFile.write(network, plan));
      List<Double> delays =
          IntStream.range(from, to)
              .parallel()
              .mapToObj(
                  run -> new SumoRun(scenario, List.of(file), FIRST_SEED + run, STUCK_SECONDS))
              .map(run -> run.play(sumo, folder))
              .map(tally -> tally.delay() + SECONDS_A_STUCK * Math.min(GRIDLOCK, tally.teleports()))
              .toList();
      Files.delete(file);
      return delays;
    } catch (IOException e) {
      throw new SumoFailed("The folder %s cannot be written.".formatted(folder), e);
    }
  }
}
