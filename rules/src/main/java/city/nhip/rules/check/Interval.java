package city.nhip.rules.check;

/** Numbers between two ends; each end may belong to it or not. */
record Interval(double from, boolean fromIn, double to, boolean toIn) {
  static final Interval ALL =
      new Interval(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);

  static Interval of(String operator, double value) {
    return switch (operator) {
      case "<" -> new Interval(Double.NEGATIVE_INFINITY, true, value, false);
      case "<=" -> new Interval(Double.NEGATIVE_INFINITY, true, value, true);
      case ">" -> new Interval(value, false, Double.POSITIVE_INFINITY, true);
      case ">=" -> new Interval(value, true, Double.POSITIVE_INFINITY, true);
      case "==" -> new Interval(value, true, value, true);
      default -> ALL;
    };
  }

  Interval and(Interval other) {
    boolean lower = from > other.from || from == other.from && !fromIn;
    boolean upper = to < other.to || to == other.to && !toIn;
    return new Interval(
        lower ? from : other.from,
        lower ? fromIn : other.fromIn,
        upper ? to : other.to,
        upper ? toIn : other.toIn);
  }

  boolean empty() {
    return from > to || from == to && !(fromIn && toIn);
  }

  boolean contains(double value) {
    return (value > from || value == from && fromIn) && (value < to || value == to && toIn);
  }
}
