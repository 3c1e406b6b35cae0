package city.nhip.engine.city;

/**
 * One text in the two languages of the console.
 *
 * @param vi Vietnamese, shown first
 * @param en English
 */
public record Localized(String vi, String en) {
  public Localized {
    if (vi.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("A text needs both vi and en. Write the missing one.");
    }
  }
}
