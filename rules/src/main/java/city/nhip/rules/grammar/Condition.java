package city.nhip.rules.grammar;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One line after {@code when}. */
public sealed interface Condition {
  Place place();

  /** {@code $fact : Type(constraints)}. */
  record Pattern(
      Place place,
      Optional<String> variable,
      String type,
      List<Constraint> constraints,
      OptionalLong windowMillis)
      implements Condition {}

  /** {@code not Type(...)}. */
  record Not(Place place, Pattern pattern) implements Condition {}

  /** {@code exists Type(...)}. */
  record Exists(Place place, Pattern pattern) implements Condition {}

  /** {@code accumulate(Type(...) over window:time(15m); functions; constraints)}. */
  record Accumulate(
      Place place, Pattern input, List<Function> functions, List<Constraint> constraints)
      implements Condition {}

  /** {@code $average : average($kilowatts)}. */
  record Function(Place place, String variable, String name, Expr argument) {}

  /**
   * {@code $variable : field}, or an expression that must hold.
   *
   * @param variable the one it binds; then the expression is a value, not a test
   * @param text as the author wrote it
   */
  record Constraint(Place place, Optional<String> variable, Expr expr, String text) {
    /** Whether it can fail. */
    public boolean tests() {
      return variable.isEmpty();
    }
  }
}
