package city.nhip.engine.web;

/**
 * One field of a request's body is wrong; answered with HTTP status 422 and the field's pointer.
 */
public final class BadField extends Refused {
  private static final long serialVersionUID = 1L;

  private final String pointer;

  /**
   * @param pointer JSON pointer into the body: {@code /reason}
   * @param vi what is so, what would be right, in Vietnamese, with places for the values
   * @param en the same in English
   */
  public BadField(String pointer, String vi, String en, Object... values) {
    super(vi, en, values);
    this.pointer = pointer;
  }

  public String pointer() {
    return pointer;
  }
}
