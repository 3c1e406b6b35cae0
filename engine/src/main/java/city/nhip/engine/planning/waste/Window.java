package city.nhip.engine.planning.waste;

/**
 * When a service may start, both ends included, in the problem's unit of time.
 *
 * @param from at least 0
 * @param to at least {@code from}
 */
public record Window(int from, int to) {
  public Window {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "A window from %d to %d is empty. Let it end after it starts.".formatted(from, to));
    }
  }
}
