package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Localized;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** One sentence in both languages with the same figures, whatever the machine's locale. */
final class Say {
  private static final int MOST_NAMED = 6;

  private Say() {}

  /** The first of many names, and how many more there are. */
  static String names(Collection<String> names) {
    String some = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return names.size() <= MOST_NAMED ? some : some + " +" + (names.size() - MOST_NAMED);
  }

  static Localized of(String vi, String en, Object... figures) {
    return new Localized(
        String.format(Locale.ROOT, vi, figures), String.format(Locale.ROOT, en, figures));
  }
}
