package city.nhip.rules.trial;

import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.session.FactMaker;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * All tests of one package, and which of its rules they made fire.
 *
 * @param rules every rule of the package; rows of decision tables are not counted
 * @param neverFired those that no test made fire, sorted
 * @param conditions all that a rule can fail at
 * @param uncovered those that no test saw hold, or none saw fail
 */
public record TestReport(
    String rulePackage,
    List<TestResult> results,
    int rules,
    List<String> neverFired,
    int conditions,
    List<String> uncovered) {
  /**
   * Compiles the package by itself and runs the tests beside it.
   *
   * @throws city.nhip.rules.rulebook.BadRules when it does not compile
   * @throws BadTest when a test file cannot be read
   */
  public static TestReport of(RulePackage rules, List<FactMaker> makers) {
    RuleTests tests = new RuleTests(rules, makers);
    List<TestResult> results = new ArrayList<>();
    RuleTests.read(rules.tests()).forEach(test -> results.add(tests.run(test)));
    Conditions conditions = tests.conditions();
    TreeSet<String> silent = new TreeSet<>(conditions.ruleNames());
    tests.fired().keySet().forEach(rule -> silent.remove(rule.substring(rule.indexOf(": ") + 2)));
    return new TestReport(
        rules.name(),
        results,
        conditions.ruleNames().size(),
        List.copyOf(silent),
        conditions.size(),
        conditions.uncovered());
  }

  public long failed() {
    return results.stream().filter(result -> !result.passed()).count();
  }

  /**
   * @return share of the conditions that were seen to hold and to fail, %
   */
  public double conditionPercent() {
    return conditions == 0 ? 100 : 100.0 * (conditions - uncovered.size()) / conditions;
  }

  /**
   * @return share of the rules that fired in a test, %
   */
  public double coveragePercent() {
    return rules == 0 ? 100 : 100.0 * (rules - neverFired.size()) / rules;
  }
}
