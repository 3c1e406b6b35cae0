package city.nhip.rules.grammar;

/**
 * Why rules are refused.
 *
 * @param text what is so, then what to do
 */
public record Problem(Place place, String text) {
  @Override
  public String toString() {
    return place + ": " + text;
  }
}
