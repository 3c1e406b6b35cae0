package city.nhip.scenarios.cli;

import city.nhip.engine.files.BadFile;
import city.nhip.scenarios.simulation.sumo.Sumo;
import city.nhip.scenarios.simulation.sumo.SumoFailed;
import city.nhip.scenarios.simulation.sumo.SumoScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the benchmarks in SUMO share. */
final class SumoOptions {
  @Option(
      names = "--data",
      required = true,
      description = "Folder with NAME/NAME.net.xml and NAME.rou.xml, plain or gzip.")
  Path data = Path.of("");

  @Option(names = "--scenarios", required = true, split = ",", description = "Names below --data.")
  List<String> names = List.of();

  @Option(names = "--work", description = "Folder for SUMO's files (a temporary one).")
  @Nullable Path work;

  /**
   * @throws BadInput when SUMO is absent or the folder cannot be used
   */
  Path folder() {
    try {
      return work == null
          ? Files.createTempDirectory("nhip-sumo")
          : Files.createDirectories(work).toAbsolutePath();
    } catch (IOException e) {
      throw new BadInput("--work cannot be written. Check the folder.");
    }
  }

  Sumo sumo() {
    try {
      return Sumo.get();
    } catch (SumoFailed e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
  }

  List<SumoScenario> scenarios() {
    try {
      return names.stream().map(name -> SumoScenario.find(data, name)).toList();
    } catch (BadFile e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
  }
}
