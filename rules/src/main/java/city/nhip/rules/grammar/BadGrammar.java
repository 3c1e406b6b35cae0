package city.nhip.rules.grammar;

/** A text does not parse; holds the one place and reason. */
public final class BadGrammar extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  BadGrammar(Place place, String text) {
    super(place + ": " + text);
    this.problem = new Problem(place, text);
  }

  public Problem problem() {
    return problem;
  }
}
