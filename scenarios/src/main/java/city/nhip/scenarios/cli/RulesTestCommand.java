package city.nhip.scenarios.cli;

import city.nhip.rules.rulebook.BadRules;
import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.session.FactMakers;
import city.nhip.rules.trial.BadTest;
import city.nhip.rules.trial.TestReport;
import city.nhip.rules.trial.TestResult;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nhip rules test}: runs the tests that stand beside the rules. */
@Command(
    name = "test",
    description = "Runs the tests beside the rules of a folder, or of the built-in packages.",
    mixinStandardHelpOptions = true)
final class RulesTestCommand implements Callable<Integer> {
  @Mixin RuleFolder folder = new RuleFolder();

  @Option(
      names = "--coverage",
      defaultValue = "100",
      description = "Least share of rules that fire in a test, %% (${DEFAULT-VALUE}).")
  double coverage = 100;

  @Option(
      names = "--condition-coverage",
      defaultValue = "90",
      description =
          "Least share of conditions that are seen to hold and to fail, %% (${DEFAULT-VALUE}).")
  double conditionCoverage = 90;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean good = true;
    for (RulePackage one : folder.packages()) {
      try {
        good &= print(TestReport.of(one, FactMakers.discover()), out);
      } catch (BadRules | BadTest wrong) {
        throw new BadInput(String.valueOf(wrong.getMessage()));
      }
    }
    return good ? 0 : 1;
  }

  private boolean print(TestReport report, PrintWriter out) {
    for (TestResult result : report.results()) {
      if (!result.passed()) {
        out.printf("FAILED %s: %s%n", result.test().file(), result.test().name());
        result.failures().forEach(line -> out.println("    " + line));
      }
    }
    out.printf(
        "%s: %d tests, %d failed; %d of %d rules fired (%.0f %%), %d of %d conditions seen both ways"
            + " (%.0f %%)%n",
        report.rulePackage(),
        report.results().size(),
        report.failed(),
        report.rules() - report.neverFired().size(),
        report.rules(),
        report.coveragePercent(),
        report.conditions() - report.uncovered().size(),
        report.conditions(),
        report.conditionPercent());
    report.neverFired().forEach(rule -> out.println("    never fired: " + rule));
    report.uncovered().forEach(one -> out.println("    " + one));
    boolean covered =
        report.coveragePercent() >= coverage && report.conditionPercent() >= conditionCoverage;
    if (!covered) {
      out.printf(
          "    below the coverage that is asked for: %.0f %% of rules, %.0f %% of conditions%n",
          coverage, conditionCoverage);
    }
    return report.failed() == 0 && covered;
  }
}
