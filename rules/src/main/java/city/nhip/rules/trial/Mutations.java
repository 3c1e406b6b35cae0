package city.nhip.rules.trial;

import city.nhip.rules.check.PackageFiles;
import city.nhip.rules.grammar.Condition;
import city.nhip.rules.grammar.Condition.Accumulate;
import city.nhip.rules.grammar.Condition.Constraint;
import city.nhip.rules.grammar.Condition.Exists;
import city.nhip.rules.grammar.Condition.Not;
import city.nhip.rules.grammar.Condition.Pattern;
import city.nhip.rules.grammar.Place;
import city.nhip.rules.grammar.RuleText;
import city.nhip.rules.rulebook.BadRules;
import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.session.FactMaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Deletes one condition of a package's rules at a time, and sees whether a test beside them
 * notices: a condition that nobody would miss is either untested or needless.
 */
public final class Mutations {
  private final RulePackage rules;
  private final List<FactMaker> makers;
  private final List<RuleTest> tests;

  public Mutations(RulePackage rules, List<FactMaker> makers) {
    this.rules = rules;
    this.makers = List.copyOf(makers);
    this.tests = RuleTests.read(rules.tests());
  }

  /**
   * A rule without one of its conditions.
   *
   * @param deleted the constraint as its author wrote it, or the whole line after {@code when}
   */
  public record Mutant(Place place, String rule, String deleted, RulePackage rules) {}

  /** What became of a mutant. */
  public enum Fate {
    /** A test failed. */
    KILLED,
    /** The check or the compiler wants the condition; no test was asked. */
    REFUSED,
    /** Every test passed: nothing holds the condition. */
    SURVIVED
  }

  /** All single deletions, in the order of the files. */
  public List<Mutant> all() {
    List<Mutant> mutants = new ArrayList<>();
    PackageFiles.read(rules.sources())
        .forEach(
            file ->
                file.rules().stream()
                    .filter(rule -> rule.row() == 0)
                    .forEach(rule -> rule.when().forEach(one -> delete(rule, one, mutants))));
    return mutants;
  }

  private void delete(RuleText rule, Condition condition, List<Mutant> mutants) {
    if (condition instanceof Pattern pattern) {
      constraints(rule, pattern.constraints(), mutants);
    } else if (condition instanceof Accumulate accumulate) {
      constraints(rule, accumulate.input().constraints(), mutants);
      constraints(rule, accumulate.constraints(), mutants);
    } else if (condition instanceof Not not) {
      constraints(rule, not.pattern().constraints(), mutants);
    } else if (condition instanceof Exists exists) {
      constraints(rule, exists.pattern().constraints(), mutants);
    }
    Place place = condition.place();
    int from = offset(place);
    mutants.add(mutant(rule, place, from, closed(text(place), text(place).indexOf('(', from))));
  }

  private void constraints(RuleText rule, List<Constraint> constraints, List<Mutant> mutants) {
    for (Constraint one : constraints) {
      if (one.tests()) {
        String text = text(one.place());
        int from = offset(one.place());
        int to = from + one.text().length();
        int next = past(text, to, 1);
        int before = past(text, from - 1, -1);
        if (text.charAt(next) == ',') {
          to = next + 1;
        } else if (text.charAt(before) == ',' || text.charAt(before) == ';') {
          from = before;
        }
        mutants.add(
            new Mutant(one.place(), rule.name(), one.text(), without(one.place(), from, to)));
      }
    }
  }

  private Mutant mutant(RuleText rule, Place place, int from, int to) {
    String deleted = text(place).substring(from, to).replaceAll("\\s+", " ");
    return new Mutant(place, rule.name(), deleted, without(place, from, to));
  }

  /** The package without some characters of one file. */
  private RulePackage without(Place place, int from, int to) {
    String path = place.file().substring(place.file().indexOf('/') + 1);
    Map<String, String> files = new TreeMap<>(rules.files());
    files.put(path, new StringBuilder(text(place)).delete(from, to).toString());
    return RulePackage.of(rules.name(), files);
  }

  private String text(Place place) {
    return Objects.requireNonNull(rules.sources().get(place.file()));
  }

  private int offset(Place place) {
    String text = text(place);
    int at = 0;
    for (int line = 1; line < place.line(); line++) {
      at = text.indexOf('\n', at) + 1;
    }
    return at + place.column() - 1;
  }

  /** The next character that is no space. */
  private static int past(String text, int at, int step) {
    int found = at;
    while (Character.isWhitespace(text.charAt(found))) {
      found += step;
    }
    return found;
  }

  /**
   * @return the offset after the bracket that closes the one at {@code open}
   */
  private static int closed(String text, int open) {
    int depth = 0;
    boolean quoted = false;
    for (int at = open; at < text.length(); at++) {
      char one = text.charAt(at);
      quoted ^= one == '"';
      depth += quoted ? 0 : one == '(' ? 1 : one == ')' ? -1 : 0;
      if (depth == 0) {
        return at + 1;
      }
    }
    return text.length();
  }

  /** Runs the tests against a mutant until one fails; those that name its rule go first. */
  public Fate fate(Mutant mutant) {
    RuleTests mutated;
    try {
      mutated = new RuleTests(mutant.rules(), makers);
    } catch (BadRules refused) {
      return Fate.REFUSED;
    }
    boolean survived =
        tests.stream()
            .sorted(Comparator.comparing(test -> !names(test, mutant.rule())))
            .allMatch(mutated::passes);
    return survived ? Fate.SURVIVED : Fate.KILLED;
  }

  private static boolean names(RuleTest test, String rule) {
    return test.expected().stream().anyMatch(one -> one.rule().equals(rule));
  }
}
