package city.nhip.rules.check;

import city.nhip.rules.check.Vocabulary.FactType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names that an expression may use.
 *
 * @param variables their types: {@code text, number, whole, truth, list}, or {@code fact Name}
 * @param fact whose fields may be named without a variable; empty outside of a pattern
 */
record Scope(Map<String, String> variables, Optional<FactType> fact) {
  Scope() {
    this(new HashMap<>(), Optional.empty());
  }

  Scope inside(FactType type) {
    return new Scope(new HashMap<>(variables), Optional.of(type));
  }

  /** {@code Did you mean $average?}, or nothing. */
  static String nearest(String wrong, Collection<String> known) {
    return known.stream()
        .filter(name -> distance(wrong, name) <= Math.max(2, wrong.length() / 3))
        .min(Comparator.comparingInt(name -> distance(wrong, name)))
        .map(name -> " Did you mean %s?".formatted(name))
        .orElse("");
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
