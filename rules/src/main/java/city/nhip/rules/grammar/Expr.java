package city.nhip.rules.grammar;

import java.util.List;
import java.util.stream.Stream;

/** An expression in a condition or a consequence. */
public sealed interface Expr {
  Place place();

  /** A number as written, and its value. */
  record Num(Place place, double value, boolean whole) implements Expr {}

  record Text(Place place, String value) implements Expr {}

  record Truth(Place place, boolean value) implements Expr {}

  /** {@code $name}. */
  record Variable(Place place, String name) implements Expr {}

  /** A field of the pattern's fact, or {@code this}. */
  record Field(Place place, String name) implements Expr {}

  /** {@code $fact.field} or {@code $fact.field()}. */
  record Member(Place place, Variable fact, String name) implements Expr {}

  /** Arithmetic, comparison, {@code &&} and {@code ||}. */
  record Binary(Place place, String operator, Expr left, Expr right) implements Expr {}

  /** {@code !} or {@code -}. */
  record Unary(Place place, String operator, Expr operand) implements Expr {}

  /** {@code field in (a, b)}. */
  record In(Place place, Expr value, List<Expr> choices, boolean negated) implements Expr {}

  /**
   * {@code this after[from, to] $other}; no bounds: any time after.
   *
   * @param millis the bounds, at most two
   */
  record Temporal(Place place, String operator, List<Long> millis, Variable other)
      implements Expr {}

  /** {@code Type.method(arguments)}, or {@code method(arguments)} with an empty type. */
  record Call(Place place, String type, String method, List<Expr> arguments) implements Expr {}

  /** {@code new Type(arguments)}. */
  record New(Place place, String type, List<Expr> arguments) implements Expr {}

  /** Its direct parts, in order. */
  default Stream<Expr> parts() {
    if (this instanceof Member one) {
      return Stream.of(one.fact());
    }
    if (this instanceof Binary one) {
      return Stream.of(one.left(), one.right());
    }
    if (this instanceof Unary one) {
      return Stream.of(one.operand());
    }
    if (this instanceof In one) {
      return Stream.concat(Stream.of(one.value()), one.choices().stream());
    }
    if (this instanceof Temporal one) {
      return Stream.of(one.other());
    }
    if (this instanceof Call one) {
      return one.arguments().stream();
    }
    if (this instanceof New one) {
      return one.arguments().stream();
    }
    return Stream.of();
  }

  /** Itself and all that it is made of. */
  default Stream<Expr> all() {
    return Stream.concat(Stream.of(this), parts().flatMap(Expr::all));
  }
}
