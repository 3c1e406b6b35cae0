package city.nhip.engine.planning.waste.city;

import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import java.time.Duration;
import java.time.Instant;

/**
 * A container with what is expected of it until it can be collected next.
 *
 * @param index in containers.json
 * @param urgent true where a rule asks for it
 * @param turn true where nobody knows its level and its turn has come
 * @param next when it can be collected next if it is left out now
 * @param blocked true where nobody may work at it now
 * @param done true where the running shift has collected it
 */
record DueContainer(
    Container container,
    int index,
    Filling filling,
    boolean urgent,
    boolean turn,
    Instant next,
    boolean blocked,
    boolean done) {
  /** A container that may be so full by then is worth a look; one below is not due. */
  private static final double WORTH_A_STOP = 80;

  private static final double HOURS = 3_600;
  private static final double DAY_HOURS = 24;
  private static final double NEVER = 0.002;
  private static final double NINE_OF_TEN = 1.645;

  /** The logistic curve whose slope makes it all but the normal one. */
  private static final double LOGISTIC = 1.702;

  private static final int POINTS_PER_HOUR = 10;
  private static final int URGENT_POINTS = 1_000;

  boolean due() {
    return !done && !blocked && (urgent || turn || mayFill());
  }

  /** What has its turn by the calendar waits for it. */
  private boolean mayFill() {
    return filling.levelKnown() && filling.highAt(next) >= WORTH_A_STOP;
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
    return Math.round(POINTS_PER_HOUR * hours) + (urgent || turn ? URGENT_POINTS : 0);
  }

  /**
   * How likely it overflows before the next collection: levels are spread normally, nine of ten
   * between those of the slow and the fast rate. Under one in five hundred counts for nothing.
   */
  double risk() {
    double deviation = (filling.highAt(next) - filling.lowAt(next)) / (2 * NINE_OF_TEN);
    double room = (100 - filling.levelAt(next)) / Math.max(0.1, deviation);
    double likely = 1 / (1 + Math.exp(LOGISTIC * room));
    return likely < NEVER ? 0 : likely;
  }

  /**
   * By how much it fills from one evening to the next, % of its volume: from 100 on it overflows
   * though it is collected every evening.
   */
  double percentPerDay() {
    return filling.rate() * DAY_HOURS;
  }

  /** What is in it at a moment; it holds no more than its volume. */
  int litresAt(Instant moment) {
    double percent = Math.max(1, Math.min(100, filling.levelAt(moment)));
    return (int) Math.ceil(container.litres() * percent / 100);
  }
}
