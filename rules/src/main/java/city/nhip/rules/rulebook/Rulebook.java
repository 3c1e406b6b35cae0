package city.nhip.rules.rulebook;

import city.nhip.rules.grammar.RuleText;
import java.util.Map;
import java.util.TreeMap;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;

/**
 * Compiled rules.
 *
 * @param versions by rule package: the first 12 hexadecimal digits of its sources' SHA-256
 */
public record Rulebook(KieBase rules, Map<String, String> versions) {
  public Rulebook {
    versions = Map.copyOf(versions);
  }

  /** By a rule's name: its name in Vietnamese, of those whose author gave one. */
  public Map<String, String> vietnameseNames() {
    Map<String, String> names = new TreeMap<>();
    for (KiePackage one : rules.getKiePackages()) {
      for (Rule rule : one.getRules()) {
        if (rule.getMetaData().get(RuleText.NAME_IN_VIETNAMESE) instanceof String quoted) {
          names.put(rule.getName(), quoted.replaceAll("^\"|\"$", ""));
        }
      }
    }
    return names;
  }

  /**
   * @param kiePackage as the rule's source names it: {@code city.nhip.rules.lighting}
   */
  public String version(String kiePackage) {
    return versions.getOrDefault(kiePackage.substring(kiePackage.lastIndexOf('.') + 1), "unknown");
  }
}
