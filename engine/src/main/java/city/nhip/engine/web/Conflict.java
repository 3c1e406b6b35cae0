package city.nhip.engine.web;

/** The state of a thing does not allow what was asked; answered with HTTP status 409. */
public class Conflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Conflict(String message) {
    super(message);
  }
}
