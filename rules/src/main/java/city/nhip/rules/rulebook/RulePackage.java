package city.nhip.rules.rulebook;

import city.nhip.engine.city.Localized;
import city.nhip.rules.check.RuleCheck;
import city.nhip.rules.grammar.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A folder of rules.
 *
 * @param domain the planning domain that its rules ask
 * @param owner whom to ask about it
 * @param files every file's text by its path within the folder
 */
public record RulePackage(
    String name, String domain, Localized owner, Localized description, Map<String, String> files) {
  public RulePackage {
    files = Map.copyOf(files);
  }

  /**
   * @throws BadRules when {@code package.yaml} is there and wrong
   */
  public static RulePackage of(String name, Map<String, String> files) {
    Map<?, ?> about = Map.of();
    try {
      Object tree =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .load(files.getOrDefault("package.yaml", "{}"));
      if (tree instanceof Map<?, ?> map) {
        about = map;
      }
    } catch (YAMLException e) {
      throw new BadRules(
          List.of(
              "%s/package.yaml: %s"
                  .formatted(name, String.valueOf(e.getMessage()).replace('\n', ' '))));
    }
    return new RulePackage(
        name,
        text(about, "domain", name),
        words(about, "owner", "-"),
        words(about, "description", name),
        files);
  }

  private static String text(Map<?, ?> tree, String key, String otherwise) {
    Object value = tree.get(key);
    return value == null ? otherwise : String.valueOf(value);
  }

  /** In both languages, or one text for both. */
  private static Localized words(Map<?, ?> tree, String key, String otherwise) {
    if (tree.get(key) instanceof Map<?, ?> both) {
      return new Localized(text(both, "vi", otherwise), text(both, "en", otherwise));
    }
    return new Localized(text(tree, key, otherwise), text(tree, key, otherwise));
  }

  /** The rules themselves: DRL and decision tables, by {@code package/file}, sorted. */
  public Map<String, String> sources() {
    return part("", ".drl", ".drl.csv");
  }

  /** Why the rules may not run; empty when they may. */
  public List<Problem> check() {
    return RuleCheck.check(name, domain, sources());
  }

  /** The tests, by {@code package/tests/file}, sorted. */
  public Map<String, String> tests() {
    return part("tests/", ".yaml");
  }

  /** The first 12 hexadecimal digits of the rules' SHA-256; tests do not count. */
  public String version() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sources()
          .forEach(
              (name, text) -> {
                sha.update(name.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
                sha.update(text.getBytes(StandardCharsets.UTF_8));
              });
      return HexFormat.of().formatHex(sha.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** This package with the other's files in place of its own of the same name. */
  public RulePackage overlaid(RulePackage own) {
    Map<String, String> both = new TreeMap<>(files);
    both.putAll(own.files);
    return own.files.containsKey("package.yaml")
        ? of(name, both)
        : new RulePackage(name, domain, owner, description, both);
  }

  private Map<String, String> part(String folder, String... endings) {
    Map<String, String> part = new TreeMap<>();
    files.forEach(
        (path, text) -> {
          for (String ending : endings) {
            if (path.startsWith(folder)
                && path.endsWith(ending)
                && path.indexOf('/', folder.length()) < 0) {
              part.put(name + "/" + path, text);
            }
          }
        });
    return part;
  }
}
