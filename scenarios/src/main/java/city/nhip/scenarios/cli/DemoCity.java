package city.nhip.scenarios.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the demo city from wherever the program was started. */
final class DemoCity {
  private static final String FROM_MODULE = "cities/binh-duong-new-city";
  private static final String FROM_ROOT = "scenarios/" + FROM_MODULE;

  private DemoCity() {}

  /**
   * @throws BadInput when it is neither near the working directory nor near the jar
   */
  static Path find() {
    List<Path> starts = new ArrayList<>(List.of(Path.of("").toAbsolutePath()));
    CodeSource source = DemoCity.class.getProtectionDomain().getCodeSource();
    if (source != null) {
      try {
        String place = source.getLocation().toURI().getSchemeSpecificPart();
        String jar = place.replaceFirst("^nested:", "").replaceFirst("^file:", "");
        starts.add(Path.of(jar.replaceFirst("!.*$|/!.*$", "")).toAbsolutePath());
      } catch (URISyntaxException | IllegalArgumentException e) {
        // The working directory is all that is left to look from.
      }
    }
    for (Path start : starts) {
      for (@Nullable Path at = start; at != null; at = at.getParent()) {
        for (String below : List.of(FROM_MODULE, FROM_ROOT)) {
          if (Files.isRegularFile(at.resolve(below).resolve("city.json"))) {
            return at.resolve(below);
          }
        }
      }
    }
    throw new BadInput(
        "no demo city near %s. Give a city's folder with --city, or make one: nhip generate-city --out DIR."
            .formatted(starts.get(0)));
  }
}
