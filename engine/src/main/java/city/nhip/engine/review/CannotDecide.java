package city.nhip.engine.review;

import city.nhip.engine.web.Conflict;

/** The decision comes too late, or about something else than what was shown. */
final class CannotDecide extends Conflict {
  private static final long serialVersionUID = 1L;

  CannotDecide(String vi, String en, Object... values) {
    super(vi, en, values);
  }
}
