package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Localized;
import java.util.Locale;

/** One sentence in both languages with the same figures, whatever the machine's locale. */
final class Say {
  private Say() {}

  static Localized of(String vi, String en, Object... figures) {
    return new Localized(
        String.format(Locale.ROOT, vi, figures), String.format(Locale.ROOT, en, figures));
  }
}
