package city.nhip.engine.planning;

import java.util.Collection;
import java.util.stream.Collectors;

/** Many names in a sentence for a person. */
public final class Names {
  private static final int MOST = 6;

  private Names() {}

  /** The first of them, and how many more there are: {@code "A, B, C +9"}. */
  public static String some(Collection<String> names) {
    String first = names.stream().limit(MOST).collect(Collectors.joining(", "));
    return names.size() <= MOST ? first : first + " +" + (names.size() - MOST);
  }
}
