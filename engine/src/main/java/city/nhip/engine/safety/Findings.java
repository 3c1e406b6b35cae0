package city.nhip.engine.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Counts single comparisons and keeps those that failed. */
final class Findings {
  private long checks;
  private final List<SafetyVerdict.Violation> violations = new ArrayList<>();

  /**
   * @param where JSON pointer into the artefact
   * @return {@code holds}
   */
  boolean require(boolean holds, String rule, String where, Supplier<String> problem) {
    checks++;
    if (!holds) {
      violations.add(new SafetyVerdict.Violation(rule, where, problem.get()));
    }
    return holds;
  }

  SafetyVerdict verdict() {
    return new SafetyVerdict(checks, violations);
  }
}
