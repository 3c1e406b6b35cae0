package city.nhip.rules.check;

import city.nhip.rules.grammar.Condition;
import city.nhip.rules.grammar.Condition.Accumulate;
import city.nhip.rules.grammar.Condition.Constraint;
import city.nhip.rules.grammar.Condition.Exists;
import city.nhip.rules.grammar.Condition.Not;
import city.nhip.rules.grammar.Condition.Pattern;
import city.nhip.rules.grammar.Expr.Binary;
import city.nhip.rules.grammar.Expr.Call;
import city.nhip.rules.grammar.Expr.Field;
import city.nhip.rules.grammar.Expr.New;
import city.nhip.rules.grammar.Expr.Num;
import city.nhip.rules.grammar.Expr.Text;
import city.nhip.rules.grammar.Problem;
import city.nhip.rules.grammar.RuleText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which rules of a package can never fire, and which would feed themselves for ever. */
final class Reach {
  private final List<RuleText> rules;
  private final List<Problem> problems = new ArrayList<>();

  Reach(List<RuleText> rules) {
    this.rules = rules;
  }

  List<Problem> problems() {
    Set<String> thresholds = made("Threshold");
    Set<String> situations = made("Situation");
    for (RuleText rule : rules) {
      for (Pattern pattern : patterns(rule).toList()) {
        named(pattern, "Threshold", "name", thresholds);
        named(pattern, "Situation", "kind", situations);
        contradiction(pattern);
      }
      selfFed(rule);
    }
    return problems;
  }

  private Set<String> made(String type) {
    Set<String> made = new TreeSet<>();
    rules.forEach(rule -> inserted(rule, type).forEach(made::add));
    return made;
  }

  /** The first value of each fact of a type that a rule inserts. */
  private static Stream<String> inserted(RuleText rule, String type) {
    return rule.then().stream()
        .map(Call::arguments)
        .map(values -> values.get(0))
        .filter(one -> one instanceof New made && made.type().equals(type))
        .map(one -> ((New) one).arguments().get(0))
        .map(one -> one instanceof Text text ? text.value() : "?");
  }

  private static Stream<Pattern> patterns(RuleText rule) {
    return rule.when().stream().map(Reach::pattern);
  }

  private static Pattern pattern(Condition condition) {
    if (condition instanceof Pattern one) {
      return one;
    }
    if (condition instanceof Not one) {
      return one.pattern();
    }
    return condition instanceof Exists one ? one.pattern() : ((Accumulate) condition).input();
  }

  private static Optional<String> wanted(Pattern pattern, String field) {
    return pattern.constraints().stream()
        .map(Constraint::expr)
        .filter(
            one ->
                one instanceof Binary equal
                    && equal.operator().equals("==")
                    && equal.left() instanceof Field left
                    && left.name().equals(field)
                    && equal.right() instanceof Text)
        .map(one -> ((Text) ((Binary) one).right()).value())
        .findFirst();
  }

  private void named(Pattern pattern, String type, String field, Set<String> made) {
    if (!pattern.type().equals(type)) {
      return;
    }
    Optional<String> wanted = wanted(pattern, field);
    if (wanted.isEmpty()) {
      problems.add(
          new Problem(
              pattern.place(), "say which %s: %s(%s == \"...\").".formatted(type, type, field)));
    } else if (!made.contains(wanted.get()) && !made.contains("?")) {
      problems.add(
          new Problem(
              pattern.place(),
              "the rule can never fire: nothing makes the %s \"%s\".%s"
                  .formatted(type, wanted.get(), Scope.nearest(wanted.get(), made))));
    }
  }

  /** Numbers that one field would have to lie between, where there are none. */
  private void contradiction(Pattern pattern) {
    Map<String, Interval> intervals = new TreeMap<>();
    for (Constraint one : pattern.constraints()) {
      if (one.expr() instanceof Binary compared
          && compared.left() instanceof Field field
          && compared.right() instanceof Num number) {
        Interval narrowed =
            intervals
                .getOrDefault(field.name(), Interval.ALL)
                .and(Interval.of(compared.operator(), number.value()));
        intervals.put(field.name(), narrowed);
        if (narrowed.empty()) {
          problems.add(
              new Problem(
                  one.place(),
                  "the rule can never fire: no %s fulfils all that is asked of it."
                      .formatted(field.name())));
        }
      }
    }
  }

  /** A situation that, over any number of rules, is concluded from itself. */
  private void selfFed(RuleText rule) {
    Set<String> reached = new HashSet<>();
    List<String> open = new ArrayList<>(inserted(rule, "Situation").toList());
    while (!open.isEmpty()) {
      String kind = open.remove(open.size() - 1);
      for (RuleText other : rules) {
        boolean uses =
            patterns(other)
                .anyMatch(
                    one ->
                        one.type().equals("Situation")
                            && wanted(one, "kind").filter(kind::equals).isPresent());
        if (uses && other.name().equals(rule.name())) {
          problems.add(
              new Problem(
                  rule.then().get(0).place(),
                  "the rule feeds itself: \"%s\" leads back to it and it would never end."
                      .formatted(kind)));
          return;
        }
        if (uses) {
          inserted(other, "Situation").filter(reached::add).forEach(open::add);
        }
      }
    }
  }
}
