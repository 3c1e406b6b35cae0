package city.nhip.rules.life;

import city.nhip.rules.rulebook.BadRules;
import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.session.FactMaker;
import city.nhip.rules.trial.BadTest;
import city.nhip.rules.trial.TestReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the check and the tests of a package came to.
 *
 * @param problems each with file, line and column where it has one
 * @param tests empty when the package did not compile
 */
record CheckResult(List<Line> problems, Optional<Tests> tests) {
  /**
   * @param file within the package, empty where there is none
   * @param line from 1, or 0
   */
  record Line(String file, int line, int column, String text) {
    static Line of(String text) {
      return new Line("", 0, 0, text);
    }
  }

  /** One test that failed, and how. */
  record Failure(String file, String test, List<String> lines) {}

  /**
   * The tests in short.
   *
   * @param neverFired rules that no test made fire
   */
  record Tests(int total, List<Failure> failures, int rules, List<String> neverFired) {
    static Tests of(TestReport report) {
      return new Tests(
          report.results().size(),
          report.results().stream()
              .filter(one -> !one.passed())
              .map(one -> new Failure(one.test().file(), one.test().name(), one.failures()))
              .toList(),
          report.rules(),
          report.neverFired());
    }
  }

  boolean good() {
    return problems.isEmpty() && tests.isPresent() && tests.get().failures().isEmpty();
  }

  static CheckResult of(RulePackage rules, List<FactMaker> makers) {
    List<Line> problems = new ArrayList<>();
    rules
        .check()
        .forEach(
            one ->
                problems.add(
                    new Line(
                        one.place().file().substring(one.place().file().indexOf('/') + 1),
                        one.place().line(),
                        one.place().column(),
                        one.text())));
    if (!problems.isEmpty()) {
      return new CheckResult(problems, Optional.empty());
    }
    try {
      return new CheckResult(List.of(), Optional.of(Tests.of(TestReport.of(rules, makers))));
    } catch (BadRules broken) {
      return new CheckResult(broken.problems().stream().map(Line::of).toList(), Optional.empty());
    } catch (BadTest broken) {
      return new CheckResult(
          List.of(Line.of(String.valueOf(broken.getMessage()))), Optional.empty());
    }
  }
}
