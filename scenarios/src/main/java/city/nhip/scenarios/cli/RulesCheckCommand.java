package city.nhip.scenarios.cli;

import city.nhip.rules.grammar.Problem;
import city.nhip.rules.rulebook.BadRules;
import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.RulePackage;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nhip rules check}: says what is wrong with rules, and runs none of them. */
@Command(
    name = "check",
    description = "Says what is wrong with the rules of a folder; runs none of them.",
    mixinStandardHelpOptions = true)
final class RulesCheckCommand implements Callable<Integer> {
  @Mixin RuleFolder folder = new RuleFolder();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean good = true;
    for (RulePackage one : folder.packages()) {
      List<String> problems = one.check().stream().map(Problem::toString).toList();
      if (problems.isEmpty()) {
        try {
          RuleCompiler.compile(List.of(one));
        } catch (BadRules broken) {
          problems = broken.problems();
        }
      }
      problems.forEach(out::println);
      out.printf(
          "%s %s: %s%n",
          one.name(),
          one.version(),
          problems.isEmpty() ? "may run" : problems.size() + " problems");
      good &= problems.isEmpty();
    }
    return good ? 0 : 1;
  }
}
