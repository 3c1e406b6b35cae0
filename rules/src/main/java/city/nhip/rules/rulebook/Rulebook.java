package city.nhip.rules.rulebook;

import java.util.Map;
import org.kie.api.KieBase;

/**
 * Compiled rules.
 *
 * @param versions by rule package: the first 12 hexadecimal digits of its sources' SHA-256
 */
public record Rulebook(KieBase rules, Map<String, String> versions) {
  public Rulebook {
    versions = Map.copyOf(versions);
  }

  /**
   * @param kiePackage as the rule's source names it: {@code city.nhip.rules.lighting}
   */
  public String version(String kiePackage) {
    return versions.getOrDefault(kiePackage.substring(kiePackage.lastIndexOf('.') + 1), "unknown");
  }
}
