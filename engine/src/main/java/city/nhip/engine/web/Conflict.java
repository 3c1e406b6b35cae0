package city.nhip.engine.web;

/** The state of a thing does not allow what was asked; answered with HTTP status 409. */
public non-sealed class Conflict extends Refused {
  private static final long serialVersionUID = 1L;

  /**
   * @param vi what is so and what to do, in Vietnamese, with places for the values
   * @param en the same in English
   */
  public Conflict(String vi, String en, Object... values) {
    super(vi, en, values);
  }
}
