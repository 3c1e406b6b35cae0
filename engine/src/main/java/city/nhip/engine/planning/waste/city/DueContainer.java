package city.nhip.engine.planning.waste.city;

import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import java.time.Duration;
import java.time.Instant;

/**
 * A container with what is expected of it until it can be collected next.
 *
 * @param index in containers.json
 * @param urgent true where a rule asks for it
 * @param next when it can be collected next if it is left out now
 * @param blocked true where nobody may work at it now
 * @param done true where the running shift has collected it
 */
record DueContainer(
    Container container,
    int index,
    Filling filling,
    boolean urgent,
    Instant next,
    boolean blocked,
    boolean done) {
  /** A container that may be so full by then is worth a look; one below is not due. */
  private static final double WORTH_A_STOP = 80;

  private static final double HOURS = 3_600;
  private static final int POINTS_PER_HOUR = 10;
  private static final int URGENT_POINTS = 1_000;

  boolean due() {
    return !done && !blocked && (urgent || filling.highAt(next) >= WORTH_A_STOP);
  }

  /** Expected level at the next collection, %, may be over 100. */
  double expectedPercent() {
    return filling.levelAt(next);
  }

  /**
   * Medium points for leaving it out: ten for every hour that it is expected to overflow; 0 where
   * it is not expected to.
   */
  long penalty() {
    double hours = Math.max(0, Duration.between(filling.full(), next).toSeconds() / HOURS);
    return Math.round(POINTS_PER_HOUR * hours) + (urgent ? URGENT_POINTS : 0);
  }

  /**
   * How likely it overflows before the next collection: even between the level of the slow and that
   * of the fast rate.
   */
  double risk() {
    double low = filling.lowAt(next);
    double high = filling.highAt(next);
    if (high <= 100) {
      return 0;
    }
    return low >= 100 ? 1 : (high - 100) / (high - low);
  }

  /** What is in it at a moment; it holds no more than its volume. */
  int litresAt(Instant moment) {
    double percent = Math.max(1, Math.min(100, filling.levelAt(moment)));
    return (int) Math.ceil(container.litres() * percent / 100);
  }
}
