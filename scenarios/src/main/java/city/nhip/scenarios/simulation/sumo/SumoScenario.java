package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.files.BadFile;
import city.nhip.scenarios.instance.signals.SumoInstance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A network, its demand, and the period in which vehicles count.
 *
 * @param begin second of the day
 * @param end second of the day
 */
public record SumoScenario(String name, Path net, Path routes, int begin, int end) {
  public SumoScenario {
    net = net.toAbsolutePath();
    routes = routes.toAbsolutePath();
  }

  /**
   * The scenario {@code name} below a folder: {@code name/name.net.xml} and {@code name.rou.xml},
   * plain or gzip, in its busiest full hour.
   *
   * @throws BadFile when a file is missing or malformed
   */
  public static SumoScenario find(Path folder, String name) {
    Path routes = file(folder, name, ".rou.xml");
    int begin = 3600 * SumoInstance.busiestHour(routes);
    return new SumoScenario(name, file(folder, name, ".net.xml"), routes, begin, begin + 3600);
  }

  private static Path file(Path folder, String name, String ending) {
    Path plain = folder.resolve(name).resolve(name + ending);
    Path gzip = plain.resolveSibling(name + ending + ".gz");
    return Stream.of(plain, gzip)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new BadFile(plain, "", "the file is missing. Correct --data."));
  }
}
