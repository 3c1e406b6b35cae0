package city.nhip.rules.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Rule packages by name: those that Nhịp brings, and those in a folder. */
public final class RulePackages {
  private static final String BUILT_IN = "city/nhip/rules/";
  private static final List<String> FILES =
      List.of("package.yaml", "*.drl", "*.drl.csv", "tests/*.yaml");

  private RulePackages() {}

  /** The packages on the class path, sorted by name. */
  public static Map<String, RulePackage> builtIn() {
    Map<String, Map<String, String>> texts = new TreeMap<>();
    PathMatchingResourcePatternResolver classPath = new PathMatchingResourcePatternResolver();
    try {
      for (String files : FILES) {
        for (Resource one : classPath.getResources("classpath*:" + BUILT_IN + "*/" + files)) {
          String url = one.getURL().toString();
          String name = url.substring(url.lastIndexOf(BUILT_IN) + BUILT_IN.length());
          add(texts, name, one.getContentAsString(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the built-in rules", e);
    }
    return packages(texts);
  }

  /**
   * @param folder one package, or a folder of packages; need not exist
   */
  public static Map<String, RulePackage> under(Path folder) {
    Map<String, Map<String, String>> texts = new TreeMap<>();
    Path root = folder.toAbsolutePath().normalize();
    boolean single = Files.isRegularFile(root.resolve("package.yaml")) || hasRules(root);
    Path base = single ? parent(root) : root;
    if (!Files.isDirectory(root)) {
      return Map.of();
    }
    try (Stream<Path> files = Files.walk(root, 3)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = base.relativize(file).toString().replace('\\', '/');
        if (belongs(name)) {
          add(texts, name, Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the rules in " + folder, e);
    }
    return packages(texts);
  }

  private static Path parent(Path root) {
    Path parent = root.getParent();
    return parent == null ? root : parent;
  }

  private static boolean hasRules(Path folder) {
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return files.anyMatch(file -> file.toString().endsWith(".drl"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
  }

  private static boolean belongs(String name) {
    return name.matches("[^/]+/(package\\.yaml|[^/]+\\.drl|[^/]+\\.drl\\.csv|tests/[^/]+\\.yaml)");
  }

  private static void add(Map<String, Map<String, String>> texts, String path, String text) {
    int slash = path.indexOf('/');
    texts
        .computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>())
        .put(path.substring(slash + 1), text);
  }

  private static Map<String, RulePackage> packages(Map<String, Map<String, String>> texts) {
    Map<String, RulePackage> packages = new TreeMap<>();
    texts.forEach((name, files) -> packages.put(name, RulePackage.of(name, files)));
    return packages;
  }
}
