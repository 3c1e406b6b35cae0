package city.nhip.engine.web;

import city.nhip.engine.city.Localized;

/**
 * The state of a thing does not allow what was asked; answered with HTTP status 409, the message in
 * English and {@code words} in both languages of the console.
 */
public class Conflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Localized words;

  /**
   * @param vi what is so and what to do, in Vietnamese, with places for the values
   * @param en the same in English
   */
  public Conflict(String vi, String en, Object... values) {
    this(new Localized(vi.formatted(values), en.formatted(values)));
  }

  private Conflict(Localized words) {
    super(words.en());
    this.words = words;
  }

  Localized words() {
    return words;
  }
}
