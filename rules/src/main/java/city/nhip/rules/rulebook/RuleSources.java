package city.nhip.rules.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The text of every rule file: the built-in ones, and a city's own, which take the place of a
 * built-in of the same package and name.
 */
final class RuleSources {
  private static final String BUILT_IN = "city/nhip/rules/";

  private RuleSources() {}

  /**
   * @return by {@code package/file}, sorted, so that the same files always make the same version
   */
  static Map<String, String> read(Path cityRules) {
    try {
      Map<String, String> sources = new TreeMap<>();
      PathMatchingResourcePatternResolver classPath = new PathMatchingResourcePatternResolver();
      for (String ending : new String[] {"*.drl", "*.drl.csv"}) {
        for (Resource one : classPath.getResources("classpath*:" + BUILT_IN + "*/" + ending)) {
          String url = one.getURL().toString();
          sources.put(
              url.substring(url.lastIndexOf(BUILT_IN) + BUILT_IN.length()),
              one.getContentAsString(StandardCharsets.UTF_8));
        }
      }
      if (Files.isDirectory(cityRules)) {
        try (Stream<Path> files = Files.walk(cityRules, 2)) {
          for (Path file : files.filter(RuleSources::isRules).sorted().toList()) {
            sources.put(
                cityRules.relativize(file).toString().replace('\\', '/'), Files.readString(file));
          }
        }
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the rules in " + cityRules, e);
    }
  }

  private static boolean isRules(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".drl") || name.endsWith(".drl.csv");
  }
}
