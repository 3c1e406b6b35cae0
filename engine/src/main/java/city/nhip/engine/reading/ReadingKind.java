package city.nhip.engine.reading;

/**
 * A property that devices measure, its one unit in the journal, and the values that can be true.
 *
 * @param property {@code trafficFlow}
 * @param unit {@code veh/h}
 * @param min lowest plausible value, inclusive
 * @param max highest plausible value, inclusive
 */
public record ReadingKind(String property, String unit, double min, double max) {
  public ReadingKind {
    if (!(min < max)) {
      throw new IllegalArgumentException(property + " needs min < max, got " + min + ", " + max);
    }
  }

  public boolean plausible(double value) {
    return value >= min && value <= max;
  }
}
