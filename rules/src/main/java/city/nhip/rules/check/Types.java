package city.nhip.rules.check;

import city.nhip.rules.check.Vocabulary.FactType;
import city.nhip.rules.grammar.Expr;
import city.nhip.rules.grammar.Expr.Binary;
import city.nhip.rules.grammar.Expr.Call;
import city.nhip.rules.grammar.Expr.Field;
import city.nhip.rules.grammar.Expr.In;
import city.nhip.rules.grammar.Expr.Member;
import city.nhip.rules.grammar.Expr.New;
import city.nhip.rules.grammar.Expr.Num;
import city.nhip.rules.grammar.Expr.Temporal;
import city.nhip.rules.grammar.Expr.Text;
import city.nhip.rules.grammar.Expr.Truth;
import city.nhip.rules.grammar.Expr.Unary;
import city.nhip.rules.grammar.Expr.Variable;
import city.nhip.rules.grammar.Place;
import city.nhip.rules.grammar.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds an expression's type, and says what is wrong with its names and operators. It is long
 * because every kind of expression has its one place here.
 */
final class Types {
  private static final Set<String> NUMBERS = Set.of("number", "whole");

  /** The methods that a rule may call, and the types of their arguments. */
  private static final Map<String, List<String>> METHODS =
      Map.of(
          "Infer.finding", List.of("text", "text", "number", "whole", "whole"),
          "Infer.number", List.of("number"),
          "Ask.plan", List.of("text", "whole", "whole", "text", "text", "findings", "readings"));

  private static final Map<String, List<String>> FACTS =
      Map.of(
          "Situation", List.of("text", "text", "number"), "Threshold", List.of("text", "number"));

  private final Scope scope;
  private final Consumer<Problem> problems;

  Types(Scope scope, Consumer<Problem> problems) {
    this.scope = scope;
    this.problems = problems;
  }

  /**
   * @return {@code any} where something was wrong and has been said
   */
  String of(Expr expr) {
    if (expr instanceof Num one) {
      return one.whole() ? "whole" : "number";
    }
    if (expr instanceof Text) {
      return "text";
    }
    if (expr instanceof Truth) {
      return "truth";
    }
    if (expr instanceof Variable one) {
      return variable(one);
    }
    if (expr instanceof Field one) {
      return field(one);
    }
    if (expr instanceof Member one) {
      return member(one);
    }
    if (expr instanceof Binary one) {
      return binary(one);
    }
    if (expr instanceof Unary one) {
      String wanted = one.operator().equals("!") ? "truth" : "number";
      String is = of(one.operand());
      expect(one.place(), wanted, is, one.operator());
      return wanted.equals("number") ? is : wanted;
    }
    if (expr instanceof In one) {
      String left = of(one.value());
      one.choices().forEach(choice -> comparable(one.place(), "==", left, of(choice)));
      return "truth";
    }
    if (expr instanceof Temporal one) {
      return temporal(one);
    }
    if (expr instanceof New one) {
      return made(one);
    }
    return call((Call) expr);
  }

  private String variable(Variable one) {
    String type = scope.variables().get(one.name());
    if (type == null) {
      return wrong(
          one.place(),
          "%s is not bound by any condition above.%s Drools would drop this silently."
              .formatted(one.name(), Scope.nearest(one.name(), scope.variables().keySet())));
    }
    return type;
  }

  private String field(Field one) {
    if (scope.fact().isEmpty()) {
      return wrong(
          one.place(), "%s is no name here. A variable begins with $.".formatted(one.name()));
    }
    FactType fact = scope.fact().get();
    if (one.name().equals("this")) {
      return "fact " + fact.name();
    }
    String type = fact.fields().get(one.name());
    if (type == null) {
      return wrong(
          one.place(),
          "%s has no field %s.%s It has %s."
              .formatted(
                  fact.name(),
                  one.name(),
                  Scope.nearest(one.name(), fact.fields().keySet()),
                  String.join(", ", fact.fields().keySet())));
    }
    return type;
  }

  private String member(Member one) {
    String type = of(one.fact());
    if (!type.startsWith("fact ")) {
      return type.equals("any")
          ? type
          : wrong(
              one.place(), "%s is no fact and has no %s.".formatted(one.fact().name(), one.name()));
    }
    FactType fact = Vocabulary.find(type.substring(5)).orElseThrow();
    return fact.fields().containsKey(one.name())
        ? fact.fields().get(one.name())
        : wrong(
            one.place(),
            "%s has no field %s.%s"
                .formatted(
                    fact.name(), one.name(), Scope.nearest(one.name(), fact.fields().keySet())));
  }

  private String binary(Binary one) {
    String left = of(one.left());
    String right = of(one.right());
    return switch (one.operator()) {
      case "&&", "||" -> {
        expect(one.place(), "truth", left, one.operator());
        expect(one.place(), "truth", right, one.operator());
        yield "truth";
      }
      case "==", "!=", "<", "<=", ">", ">=" -> {
        comparable(one.place(), one.operator(), left, right);
        yield "truth";
      }
      default -> {
        if (one.operator().equals("+") && (left.equals("text") || right.equals("text"))) {
          yield "text";
        }
        expect(one.place(), "number", left, one.operator());
        expect(one.place(), "number", right, one.operator());
        yield left.equals("whole") && right.equals("whole") ? "whole" : "number";
      }
    };
  }

  private void comparable(Place place, String operator, String left, String right) {
    if (left.equals("any") || right.equals("any")) {
      return;
    }
    boolean numbers = NUMBERS.contains(left) && NUMBERS.contains(right);
    boolean texts = left.equals("text") && right.equals("text") && operator.matches("[!=]=");
    if (!numbers && !texts) {
      wrong(
          place,
          "%s cannot be compared with %s by %s. Compare numbers with numbers, or texts by == and !=."
              .formatted(left, right, operator));
    }
  }

  private String temporal(Temporal one) {
    String other = of(one.other());
    boolean event =
        scope.fact().filter(FactType::event).isPresent()
            && (other.equals("any")
                || other.startsWith("fact ")
                    && Vocabulary.find(other.substring(5)).filter(FactType::event).isPresent());
    if (!event) {
      return wrong(one.place(), "%s compares the times of two events.".formatted(one.operator()));
    }
    return "truth";
  }

  private String made(New one) {
    List<String> wanted = FACTS.get(one.type());
    if (wanted == null) {
      return wrong(
          one.place(), "new %s is not allowed. A rule makes a Situation.".formatted(one.type()));
    }
    arguments(one.place(), "new " + one.type(), wanted, one.arguments());
    return "new " + one.type();
  }

  private String call(Call one) {
    String name = one.type().isEmpty() ? one.method() : one.type() + "." + one.method();
    if (name.equals("List.of")) {
      return list(one);
    }
    List<String> wanted = METHODS.get(name);
    if (wanted == null) {
      return wrong(
          one.place(),
          "%s is not among the words of a rule. They are Ask.plan, Infer.finding, Infer.number and List.of."
              .formatted(name));
    }
    arguments(one.place(), name, wanted, one.arguments());
    return switch (one.method()) {
      case "finding" -> "finding";
      case "plan" -> "ask";
      default -> "text";
    };
  }

  private String list(Call one) {
    String type = "empty";
    for (Expr argument : one.arguments()) {
      String is = of(argument);
      type = is.equals("finding") ? "findings" : NUMBERS.contains(is) ? "readings" : is;
    }
    return type;
  }

  private void arguments(Place place, String name, List<String> wanted, List<Expr> arguments) {
    if (arguments.size() != wanted.size()) {
      wrong(
          place,
          "%s takes %d values (%s), got %d."
              .formatted(name, wanted.size(), String.join(", ", wanted), arguments.size()));
      return;
    }
    for (int at = 0; at < wanted.size(); at++) {
      expect(arguments.get(at).place(), wanted.get(at), of(arguments.get(at)), name);
    }
  }

  private void expect(Place place, String wanted, String is, String where) {
    boolean fits =
        is.equals("any")
            || is.equals(wanted)
            || wanted.equals("number") && is.equals("whole")
            || is.equals("empty") && (wanted.equals("findings") || wanted.equals("readings"))
            || is.equals("list") && wanted.equals("readings");
    if (!fits) {
      wrong(place, "%s needs %s here, not %s.".formatted(where, wanted, is));
    }
  }

  private String wrong(Place place, String text) {
    problems.accept(new Problem(place, text));
    return "any";
  }
}
