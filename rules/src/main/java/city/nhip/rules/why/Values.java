package city.nhip.rules.why;

import city.nhip.rules.grammar.Expr;
import city.nhip.rules.grammar.Expr.Binary;
import city.nhip.rules.grammar.Expr.Field;
import city.nhip.rules.grammar.Expr.In;
import city.nhip.rules.grammar.Expr.Member;
import city.nhip.rules.grammar.Expr.Num;
import city.nhip.rules.grammar.Expr.Temporal;
import city.nhip.rules.grammar.Expr.Text;
import city.nhip.rules.grammar.Expr.Truth;
import city.nhip.rules.grammar.Expr.Unary;
import city.nhip.rules.grammar.Expr.Variable;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Evaluates expressions.
 *
 * @param bound values by variable: numbers are {@link Double}, facts {@link FactView}
 * @param fact whose fields may be named
 */
record Values(Map<String, Object> bound, Optional<FactView> fact) {
  boolean holds(Expr expr) {
    return Boolean.TRUE.equals(of(expr));
  }

  Object of(Expr expr) {
    if (expr instanceof Num one) {
      return one.value();
    }
    if (expr instanceof Text one) {
      return one.value();
    }
    if (expr instanceof Truth one) {
      return one.value();
    }
    if (expr instanceof Variable one) {
      return Objects.requireNonNull(bound.get(one.name()), one.name());
    }
    if (expr instanceof Field one) {
      return fact.orElseThrow().get(one.name());
    }
    if (expr instanceof Member one) {
      return ((FactView) of(one.fact())).get(one.name());
    }
    if (expr instanceof Unary one) {
      return one.operator().equals("!") ? (Object) !holds(one.operand()) : -number(one.operand());
    }
    if (expr instanceof In one) {
      Object value = of(one.value());
      return one.choices().stream().anyMatch(choice -> of(choice).equals(value)) != one.negated();
    }
    if (expr instanceof Temporal one) {
      return temporal(one);
    }
    if (expr instanceof Binary one) {
      return binary(one);
    }
    throw new IllegalArgumentException("A condition calls nothing: " + expr);
  }

  private Object binary(Binary one) {
    return switch (one.operator()) {
      case "&&" -> holds(one.left()) && holds(one.right());
      case "||" -> holds(one.left()) || holds(one.right());
      case "==" -> of(one.left()).equals(of(one.right()));
      case "!=" -> !of(one.left()).equals(of(one.right()));
      case "<" -> number(one.left()) < number(one.right());
      case "<=" -> number(one.left()) <= number(one.right());
      case ">" -> number(one.left()) > number(one.right());
      case ">=" -> number(one.left()) >= number(one.right());
      case "+" -> number(one.left()) + number(one.right());
      case "-" -> number(one.left()) - number(one.right());
      case "*" -> number(one.left()) * number(one.right());
      case "/" -> number(one.left()) / number(one.right());
      default -> number(one.left()) % number(one.right());
    };
  }

  private double number(Expr expr) {
    return (Double) of(expr);
  }

  private double gapMillis(Temporal one) {
    double gap = fact.orElseThrow().at() - ((FactView) of(one.other())).at();
    return one.operator().equals("after") ? gap : -gap;
  }

  private boolean temporal(Temporal one) {
    double gap = gapMillis(one);
    double from = one.millis().isEmpty() ? 1 : one.millis().get(0);
    double to = one.millis().size() < 2 ? Double.POSITIVE_INFINITY : one.millis().get(1);
    return gap >= from && gap <= to;
  }

  /** What an expression that does not hold is, and what it needs to be. */
  String lacking(Expr expr) {
    if (expr instanceof Binary one && one.operator().equals("&&")) {
      return lacking(holds(one.left()) ? one.right() : one.left());
    }
    if (expr instanceof Binary one && one.operator().equals("||")) {
      return lacking(one.left()) + ", or " + lacking(one.right());
    }
    if (expr instanceof Binary one) {
      return "%s is %s and must be %s %s"
          .formatted(
              name(one.left()), words(of(one.left())), one.operator(), words(of(one.right())));
    }
    if (expr instanceof Temporal one) {
      return "it lies %s %s %s and must lie within %s"
          .formatted(
              words(Duration.ofMillis((long) gapMillis(one))),
              one.operator(),
              one.other().name(),
              one.millis().stream().map(Duration::ofMillis).map(Values::words).toList());
    }
    if (expr instanceof In one) {
      return "%s is %s".formatted(name(one.value()), words(of(one.value())));
    }
    return "it does not hold";
  }

  private static String name(Expr expr) {
    if (expr instanceof Field one) {
      return one.name();
    }
    return expr instanceof Variable one ? one.name().substring(1) : "the left side";
  }

  private static String words(Object value) {
    if (value instanceof Double number) {
      return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
          .format(number);
    }
    if (value instanceof Duration duration) {
      return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
    return String.valueOf(value);
  }
}
