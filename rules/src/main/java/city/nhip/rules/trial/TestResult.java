package city.nhip.rules.trial;

import java.util.List;

/**
 * What became of one test.
 *
 * @param failures expected and got, in words; empty when it passed
 */
public record TestResult(RuleTest test, List<String> failures) {
  public TestResult {
    failures = List.copyOf(failures);
  }

  public boolean passed() {
    return failures.isEmpty();
  }
}
