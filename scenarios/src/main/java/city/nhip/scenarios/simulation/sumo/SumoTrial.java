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

  /** After so many seconds a stuck vehicle is lifted out: a gridlock need not be played out. */
  private static final int STUCK_SECONDS = 150;

  /** What a stuck vehicle counts in a run's mean delay, seconds; ten are a gridlock. */
  private static final double SECONDS_A_STUCK = 60;

  /**
   * Every second run has a few more vehicles. In a network a tenth: what gridlocks one day in fifty
   * shows sooner. One intersection cannot gridlock; a tenth more may not fit through it at all, and
   * plans would be chosen for that day.
   */
  private static final double MORE_IN_NETWORK = 1.1;

  private static final double MORE_AT_ONE = 1.05;

  private static final int GRIDLOCK = 10;

  @Override
  public List<Double> delays(List<Timing> plan, int from, int to) {
    try {
      double more = network.intersections().size() > 1 ? MORE_IN_NETWORK : MORE_AT_ONE;
      Path file = Files.createTempFile(folder, "trial", ".add.xml");
      Files.writeString(file, SumoSignalFile.write(network, plan));
      List<Double> delays =
          IntStream.range(from, to)
              .parallel()
              .mapToObj(
                  run ->
                      new SumoRun(
                          scenario,
                          List.of(file),
                          FIRST_SEED + run,
                          STUCK_SECONDS,
                          run % 2 == 0 ? 1 : more))
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
