package city.nhip.rules.trial;

/** A test file says something that cannot be run; the message names file, test and remedy. */
public final class BadTest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadTest(String file, String test, String problem) {
    super("%s, \"%s\": %s".formatted(file, test, problem));
  }
}
