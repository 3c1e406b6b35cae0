package city.nhip.scenarios.simulation.sumo;

import city.nhip.scenarios.instance.signals.SumoSignalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Programs made by what comes with SUMO, as additional files in a working folder. */
public final class SumoTools {
  private final Sumo sumo;
  private final SumoScenario scenario;
  private final Path folder;

  public SumoTools(Sumo sumo, SumoScenario scenario, Path folder) {
    this.sumo = sumo;
    this.scenario = scenario;
    this.folder = folder.toAbsolutePath();
  }

  /**
   * Webster's cycles and greens.
   *
   * @param yellow seconds, those of the network
   */
  public Path webster(int yellow) {
    Path out = folder.resolve("webster.add.xml");
    sumo.tool(
        folder,
        "tlsCycleAdaptation.py",
        List.of(
            "-n",
            scenario.net().toString(),
            "-r",
            routes().toString(),
            "-b",
            Integer.toString(scenario.begin()),
            "-y",
            Integer.toString(yellow),
            "-o",
            out.toString()));
    return out;
  }

  /** Offsets for the programs of the network, or of a file. */
  public Path coordinated(Optional<Path> programs) {
    Path out = folder.resolve(programs.isPresent() ? "both.add.xml" : "coordinated.add.xml");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-n", scenario.net().toString(), "-r", routes().toString()));
    programs.ifPresent(file -> arguments.addAll(List.of("-a", file.toString())));
    arguments.addAll(List.of("-o", out.toString()));
    sumo.tool(folder, "tlsCoordinator.py", arguments);
    return out;
  }

  /**
   * The network's phases under one of SUMO's controllers.
   *
   * @param type {@code actuated} or {@code delay_based}
   */
  public Path controlled(String type) {
    try {
      return Files.writeString(
          folder.resolve(type + ".add.xml"), SumoSignalFile.own(scenario.net(), type));
    } catch (IOException e) {
      throw new SumoFailed("The folder %s cannot be written.".formatted(folder), e);
    }
  }

  /** The tools want whole routes, not trips. */
  private Path routes() {
    Path out = folder.resolve("whole.rou.xml");
    if (!Files.exists(out)) {
      sumo.run(
          folder,
          List.of(
              "duarouter",
              "--net-file",
              scenario.net().toString(),
              "--route-files",
              scenario.routes().toString(),
              "--begin",
              Integer.toString(scenario.begin()),
              "--end",
              Integer.toString(scenario.end()),
              "--output-file",
              out.toString(),
              "--no-warnings",
              "--ignore-errors"));
    }
    return out;
  }
}
