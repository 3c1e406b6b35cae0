package city.nhip.scenarios.simulation.sumo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One simulated period.
 *
 * @param additional files with programs and detectors, loaded in this order
 * @param teleportSeconds after which a stuck vehicle is lifted out; never where -1
 */
public record SumoRun(
    SumoScenario scenario, List<Path> additional, long seed, int teleportSeconds) {
  public SumoRun {
    additional = additional.stream().map(Path::toAbsolutePath).toList();
  }

  /** With the programs of one file, and stuck vehicles left where they are. */
  public static SumoRun of(SumoScenario scenario, Optional<Path> programs, long seed) {
    return new SumoRun(scenario, programs.stream().toList(), seed, -1);
  }

  public TripTally play(Sumo sumo, Path folder) {
    try {
      Path trips = Files.createTempFile(folder, "trips", ".xml");
      sumo.run(folder, command(trips));
      return TripTally.take(trips, scenario);
    } catch (IOException e) {
      throw new SumoFailed("The folder %s cannot be written.".formatted(folder), e);
    }
  }

  List<String> command(Path trips) {
    List<String> command = new ArrayList<>(List.of("sumo"));
    command.addAll(List.of("--net-file", scenario.net().toString()));
    command.addAll(List.of("--route-files", scenario.routes().toString()));
    if (!additional.isEmpty()) {
      command.addAll(
          List.of(
              "--additional-files",
              String.join(",", additional.stream().map(Path::toString).toList())));
    }
    command.addAll(List.of("--begin", Integer.toString(scenario.begin())));
    command.addAll(List.of("--end", Integer.toString(scenario.end())));
    command.addAll(List.of("--seed", Long.toString(seed)));
    command.addAll(List.of("--time-to-teleport", Integer.toString(teleportSeconds)));
    command.addAll(List.of("--tripinfo-output", trips.toString()));
    command.addAll(List.of("--error-log", TripTally.warnings(trips).toString()));
    command.addAll(
        List.of(
            "--tripinfo-output.write-unfinished",
            "--tripinfo-output.write-undeparted",
            "--no-step-log"));
    return command;
  }
}
