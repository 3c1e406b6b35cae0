package city.nhip.engine.web;

/**
 * One field of a request's body is wrong; answered with HTTP status 422 and the field's pointer.
 */
public final class BadField extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String pointer;

  /**
   * @param pointer JSON pointer into the body: {@code /reason}
   * @param problem what is so, what would be right
   */
  public BadField(String pointer, String problem) {
    super(problem);
    this.pointer = pointer;
  }

  public String pointer() {
    return pointer;
  }
}
