package city.nhip.engine.planning.waste.city;

import java.time.Duration;
import java.time.Instant;

/**
 * How full one container is and how fast it fills, as far as its readings tell.
 *
 * @param sensor what its sensor is worth
 * @param at when the level holds
 * @param level % of its volume, may be over 100
 * @param rate % of its volume an hour, above 0
 * @param slow with {@code fast} the interval that the rate is within in nine of ten cases
 */
public record Filling(
    String container,
    Sensor sensor,
    Instant at,
    double level,
    double rate,
    double slow,
    double fast) {
  private static final double HOUR = 3_600_000;

  /** What a fill sensor is worth. */
  public enum Sensor {
    FINE,
    /** The container has none. */
    NONE,
    /** Nothing came for two intervals: also where it only sent nonsense. */
    SILENT,
    /** The same value for hours. */
    STUCK,
    /** It falls again and again where nobody collects. */
    ERRATIC
  }

  public Filling {
    if (!(rate > 0) || slow > rate || fast < rate) {
      throw new IllegalArgumentException(
          "%s fills at %s..%s..%s %%/h. Let slow <= rate <= fast, above 0."
              .formatted(container, slow, rate, fast));
    }
  }

  public boolean measured() {
    return sensor == Sensor.FINE;
  }

  /** Whether its sensor said anything that may be believed, be it a while ago. */
  boolean levelKnown() {
    return sensor == Sensor.FINE || sensor == Sensor.SILENT;
  }

  /** Expected level, %; over 100 where it has overflowed by then. */
  public double levelAt(Instant moment) {
    return level + rate * hours(moment);
  }

  /** The upper end of the levels that come in nine of ten cases, %. */
  public double highAt(Instant moment) {
    return level + fast * hours(moment);
  }

  /** Their lower end, %. */
  public double lowAt(Instant moment) {
    return level + slow * hours(moment);
  }

  /** When it is expected to be full. */
  public Instant full() {
    return fullAt(rate);
  }

  /** When it is full at the earliest, in nine of ten cases. */
  public Instant fullEarly() {
    return fullAt(fast);
  }

  private Instant fullAt(double perHour) {
    return at.plusMillis(Math.round((100 - level) / perHour * HOUR));
  }

  private double hours(Instant moment) {
    return Duration.between(at, moment).toMillis() / HOUR;
  }

  Filling faster(double factor) {
    return new Filling(container, sensor, at, level, rate * factor, slow * factor, fast * factor);
  }

  /** The same container, known to be at least so full. */
  Filling atLeast(double percent, Instant since) {
    return percent + rate * Duration.between(since, at).toMillis() / HOUR <= level
        ? this
        : new Filling(container, sensor, since, percent, rate, slow, fast);
  }
}
