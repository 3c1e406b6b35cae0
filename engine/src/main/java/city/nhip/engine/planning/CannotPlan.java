package city.nhip.engine.planning;

import city.nhip.engine.city.Localized;

/**
 * Thrown where a domain must not plan: its readings are too old or too few, or the request is about
 * nothing that it knows. The job ends without a schedule and shows the reason.
 */
public final class CannotPlan extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Localized reason;

  public CannotPlan(Localized reason) {
    super(reason.en());
    this.reason = reason;
  }

  public Localized reason() {
    return reason;
  }
}
