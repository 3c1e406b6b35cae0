package city.nhip.rules.check;

import city.nhip.rules.check.Vocabulary.FactType;
import city.nhip.rules.grammar.Condition;
import city.nhip.rules.grammar.Condition.Accumulate;
import city.nhip.rules.grammar.Condition.Constraint;
import city.nhip.rules.grammar.Condition.Exists;
import city.nhip.rules.grammar.Condition.Function;
import city.nhip.rules.grammar.Condition.Not;
import city.nhip.rules.grammar.Condition.Pattern;
import city.nhip.rules.grammar.Expr;
import city.nhip.rules.grammar.Expr.Call;
import city.nhip.rules.grammar.Expr.Num;
import city.nhip.rules.grammar.Expr.Text;
import city.nhip.rules.grammar.Place;
import city.nhip.rules.grammar.Problem;
import city.nhip.rules.grammar.RuleText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Checks one rule: names, types, joins, windows, and what it inserts. */
final class RuleChecker {
  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "average", "number",
          "sum", "number",
          "count", "whole",
          "collectList", "list",
          "collectSet", "list");
  private static final int MOST_CONDITIONS = 12;
  private static final int LONGEST_COOLDOWN_MINUTES = 7 * 1_440;

  private final String domain;
  private final RuleText rule;
  private final Consumer<Problem> problems;
  private final Scope scope = new Scope();

  /** Variables that tell one event from another, and the event types seen without any. */
  private final Set<String> eventVariables = new HashSet<>();

  private final Set<String> eventTypes = new HashSet<>();

  RuleChecker(String domain, RuleText rule, Consumer<Problem> problems) {
    this.domain = domain;
    this.rule = rule;
    this.problems = problems;
  }

  void check() {
    if (rule.when().size() > MOST_CONDITIONS) {
      wrong(
          rule.place(),
          "more than %d conditions. Infer a situation first.".formatted(MOST_CONDITIONS));
    }
    rule.when().forEach(this::condition);
    if (rule.then().isEmpty()) {
      wrong(rule.place(), "the rule infers and asks nothing. Write what follows after then.");
    }
    rule.then().forEach(this::inserted);
  }

  private void condition(Condition condition) {
    if (condition instanceof Pattern pattern) {
      Scope seen = pattern(pattern, scope);
      scope.variables().putAll(seen.variables());
      joined(pattern);
    } else if (condition instanceof Not not) {
      pattern(not.pattern(), scope);
    } else if (condition instanceof Exists exists) {
      pattern(exists.pattern(), scope);
    } else if (condition instanceof Accumulate accumulate) {
      accumulate(accumulate);
    }
  }

  private Scope pattern(Pattern pattern, Scope outer) {
    Optional<FactType> type = Vocabulary.find(pattern.type());
    if (type.isEmpty()) {
      wrong(
          pattern.place(),
          "%s is no fact.%s"
              .formatted(
                  pattern.type(),
                  Scope.nearest(
                      pattern.type(), Vocabulary.all().stream().map(FactType::name).toList())));
      return outer;
    }
    if (type.get().event() && type.get().expiresMillis().isEmpty()) {
      wrong(
          pattern.place(),
          "%s has no @Expires and would never be forgotten.".formatted(pattern.type()));
    }
    long window = pattern.windowMillis().orElse(0);
    if (window > type.get().expiresMillis().orElse(0)) {
      wrong(
          pattern.place(),
          "the window is longer than %s is remembered (%d min)."
              .formatted(pattern.type(), type.get().expiresMillis().orElse(0) / 60_000));
    }
    Scope inner = outer.inside(type.get());
    pattern.variable().ifPresent(name -> inner.variables().put(name, "fact " + pattern.type()));
    for (Constraint one : pattern.constraints()) {
      String is = new Types(inner, problems).of(one.expr());
      if (one.variable().isPresent()) {
        bind(one, inner, is);
      } else if (!is.equals("truth") && !is.equals("any")) {
        wrong(
            one.place(), "'%s' is no condition. Compare it with something.".formatted(one.text()));
      }
    }
    return inner;
  }

  private void bind(Constraint one, Scope inner, String type) {
    String name = one.variable().orElseThrow();
    if (!(one.expr() instanceof Expr.Field)) {
      wrong(one.place(), "%s binds an expression. Bind a field, then compare.".formatted(name));
    }
    if (scope.variables().containsKey(name)) {
      wrong(one.place(), "%s is bound twice. Give it another name.".formatted(name));
    }
    inner.variables().put(name, type);
  }

  /** Two patterns of one event type that nothing joins compare every reading with every other. */
  private void joined(Pattern pattern) {
    boolean event =
        Vocabulary.find(pattern.type()).filter(FactType::event).isPresent()
            && !pattern.type().equals("ClockTick");
    if (!event) {
      return;
    }
    boolean joins =
        pattern.constraints().stream()
            .flatMap(one -> one.expr().all())
            .anyMatch(
                part ->
                    part instanceof Expr.Variable variable
                        && eventVariables.contains(variable.name()));
    if (!joins && (!eventTypes.add(pattern.type()) || eventTypes.size() > 2)) {
      wrong(
          pattern.place(),
          "nothing joins this %s to the facts above: every one would be compared with every other. Compare a field, or a time."
              .formatted(pattern.type()));
    }
    pattern.variable().ifPresent(eventVariables::add);
    pattern.constraints().forEach(one -> one.variable().ifPresent(eventVariables::add));
  }

  private void accumulate(Accumulate accumulate) {
    Scope input = pattern(accumulate.input(), scope);
    boolean event = Vocabulary.find(accumulate.input().type()).filter(FactType::event).isPresent();
    if (event && accumulate.input().windowMillis().isEmpty()) {
      wrong(accumulate.place(), "add a window to the events: over window:time(15m).");
    }
    Scope outside = new Scope(input.variables(), Optional.empty());
    for (Function one : accumulate.functions()) {
      String type = FUNCTIONS.get(one.name());
      if (type == null) {
        wrong(
            one.place(),
            "%s is not among average, sum, count, collectList and collectSet."
                .formatted(one.name()));
      }
      if (!one.variable().startsWith("$")) {
        wrong(one.place(), "a variable begins with $: $" + one.variable());
      }
      if (!(one.argument() instanceof Expr.Variable variable)
          || !input.variables().containsKey(variable.name())) {
        wrong(
            one.place(),
            "%s(...) needs a variable that the pattern within binds.%s"
                .formatted(
                    one.name(),
                    one.argument() instanceof Expr.Variable wrong
                        ? Scope.nearest(wrong.name(), input.variables().keySet())
                        : ""));
      } else if (Set.of("average", "sum").contains(one.name())) {
        String is = new Types(outside, problems).of(variable);
        if (!is.equals("number") && !is.equals("whole")) {
          wrong(one.place(), "%s needs numbers, not %s.".formatted(one.name(), is));
        }
      }
      scope.variables().put(one.variable(), type == null ? "any" : type);
    }
    for (Constraint one : accumulate.constraints()) {
      String is = new Types(scope, problems).of(one.expr());
      if (one.variable().isPresent() || !is.equals("truth") && !is.equals("any")) {
        wrong(
            one.place(),
            "'%s' is no condition. Compare a result with something.".formatted(one.text()));
      }
    }
  }

  private void inserted(Call insert) {
    Expr what = insert.arguments().get(0);
    String is = new Types(scope, problems).of(what);
    boolean logical = insert.method().equals("insertLogical");
    if (is.equals("ask") && !logical) {
      ask((Call) what);
    } else if (is.equals("new Threshold") && !logical) {
      if (!rule.when().isEmpty()) {
        wrong(
            insert.place(), "a threshold belongs into a table. Write it into thresholds.drl.csv.");
      }
    } else if (!is.equals("new Situation") && !is.equals("any")
        || is.startsWith("new") && !logical) {
      wrong(
          insert.place(),
          "write insert(Ask.plan(...)), or insertLogical(new Situation(...)) so that it ends with its cause.");
    }
  }

  private void ask(Call plan) {
    List<Expr> values = plan.arguments();
    if (values.size() != 7) {
      return;
    }
    if (!(values.get(0) instanceof Text asked) || !asked.value().equals(domain)) {
      wrong(
          values.get(0).place(),
          "this package asks \"%s\": package.yaml says so.".formatted(domain));
    }
    range(values.get(1), "severity", 1, 3);
    range(values.get(2), "cooldown in minutes", 1, LONGEST_COOLDOWN_MINUTES);
    for (Expr words : values.subList(3, 5)) {
      if (words instanceof Text text && text.value().isBlank()) {
        wrong(words.place(), "say why, in Vietnamese and in English.");
      }
    }
  }

  private void range(Expr value, String what, int least, int most) {
    if (!(value instanceof Num number)
        || !number.whole()
        || number.value() < least
        || number.value() > most) {
      wrong(value.place(), "%s is a number from %d to %d.".formatted(what, least, most));
    }
  }

  private void wrong(Place place, String text) {
    problems.accept(new Problem(place, text));
  }
}
