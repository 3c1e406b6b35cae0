package city.nhip.engine.web;

import city.nhip.engine.city.Localized;

/** What was asked is not done: the message in English, and both languages of the console. */
public abstract sealed class Refused extends RuntimeException permits BadField, Conflict {
  private static final long serialVersionUID = 1L;

  private final transient Localized words;

  Refused(String vi, String en, Object... values) {
    super(en.formatted(values));
    this.words = new Localized(vi.formatted(values), en.formatted(values));
  }

  Localized words() {
    return words;
  }
}
