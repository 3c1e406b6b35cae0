package city.nhip.scenarios.cli;

import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.session.FactMakers;
import city.nhip.rules.trial.BadTest;
import city.nhip.rules.trial.Mutations;
import city.nhip.rules.trial.Mutations.Fate;
import city.nhip.rules.trial.Mutations.Mutant;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nhip rules mutate}: whether the tests would miss a condition. */
@Command(
    name = "mutate",
    description = "Deletes one condition at a time and lists those that no test misses.",
    mixinStandardHelpOptions = true)
final class RulesMutateCommand implements Callable<Integer> {
  @Mixin RuleFolder folder = new RuleFolder();

  @Option(
      names = "--killed",
      defaultValue = "90",
      description = "Least share of deletions that a test notices, %% (${DEFAULT-VALUE}).")
  double killed = 90;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Map<Fate, Integer> all = new EnumMap<>(Fate.class);
    for (RulePackage one : folder.packages()) {
      try {
        print(one, all, out);
      } catch (BadTest wrong) {
        throw new BadInput(String.valueOf(wrong.getMessage()));
      }
    }
    out.println("all: " + line(all));
    return percent(all) < killed ? 1 : 0;
  }

  private static void print(RulePackage rules, Map<Fate, Integer> all, PrintWriter out) {
    Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    Mutations mutations = new Mutations(rules, FactMakers.discover());
    for (Mutant mutant : mutations.all()) {
      Fate fate = mutations.fate(mutant);
      counts.merge(fate, 1, Integer::sum);
      all.merge(fate, 1, Integer::sum);
      if (fate == Fate.SURVIVED) {
        out.printf("SURVIVED %s, \"%s\": %s%n", mutant.place(), mutant.rule(), mutant.deleted());
        out.flush();
      }
    }
    out.printf("%s: %s%n", rules.name(), line(counts));
    out.flush();
  }

  private static String line(Map<Fate, Integer> counts) {
    return "%d of %d deletions killed by a test (%.1f %%); %d more do not compile or are refused"
        .formatted(
            counts.getOrDefault(Fate.KILLED, 0),
            counts.getOrDefault(Fate.KILLED, 0) + counts.getOrDefault(Fate.SURVIVED, 0),
            percent(counts),
            counts.getOrDefault(Fate.REFUSED, 0));
  }

  private static double percent(Map<Fate, Integer> counts) {
    int found = counts.getOrDefault(Fate.KILLED, 0);
    int asked = found + counts.getOrDefault(Fate.SURVIVED, 0);
    return asked == 0 ? 100 : 100.0 * found / asked;
  }
}
