package city.nhip.rules.grammar;

/**
 * Where in an author's file something stands.
 *
 * @param file {@code package/file}
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {
  @Override
  public String toString() {
    return "%s, line %d, column %d".formatted(file, line, column);
  }
}
