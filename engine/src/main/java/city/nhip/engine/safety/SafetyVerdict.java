package city.nhip.engine.safety;

import java.util.List;

/**
 * @param checks how many single comparisons were made; 0 is never safe
 * @param violations empty only for a safe artefact; at most 50 are kept
 */
public record SafetyVerdict(long checks, List<Violation> violations) {
  /**
   * @param rule the broken rule's stable name: {@code minimum-green}
   * @param where JSON pointer into the artefact
   * @param problem what is so, what would be right
   */
  public record Violation(String rule, String where, String problem) {}

  public SafetyVerdict {
    violations = List.copyOf(violations.subList(0, Math.min(50, violations.size())));
  }

  public boolean safe() {
    return checks > 0 && violations.isEmpty();
  }
}
