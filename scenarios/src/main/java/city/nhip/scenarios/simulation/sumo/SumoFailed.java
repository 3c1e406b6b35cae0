package city.nhip.scenarios.simulation.sumo;

/** SUMO is absent, or did not do what it was asked; the message says what to do. */
public final class SumoFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SumoFailed(String message) {
    super(message);
  }

  SumoFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
