package city.nhip.scenarios.cli;

/** The user's input is wrong: one clear line, exit status 2. */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInput(String message) {
    super(message);
  }
}
