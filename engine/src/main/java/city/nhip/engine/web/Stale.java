package city.nhip.engine.web;

/** What the caller looked at has changed since; answered with HTTP status 412. */
public class Stale extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Stale(String message) {
    super(message);
  }

  /**
   * @param match the request's {@code If-Match}; empty asks for no check
   * @param tag of the thing as it is now, without quotes
   * @throws Stale when they differ
   */
  public static void check(java.util.Optional<String> match, String tag) {
    boolean fits =
        match.isEmpty()
            || java.util.Arrays.stream(match.get().split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals('"' + tag + '"'));
    if (!fits) {
      throw new Stale("It was changed since you loaded it. Load it again and look.");
    }
  }
}
