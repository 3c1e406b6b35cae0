package city.nhip.scenarios.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The city's time: starts where it is told and runs steadily, faster than the wall clock or not.
 */
final class CityClock extends Clock {
  private final Instant start;
  private final double speed;
  private final LongSupplier nanos;
  private final long startNanos;
  private final ZoneId zone;

  private CityClock(Instant start, double speed, LongSupplier nanos, long startNanos, ZoneId zone) {
    this.start = start;
    this.speed = speed;
    this.nanos = nanos;
    this.startNanos = startNanos;
    this.zone = zone;
  }

  /**
   * @param nanos a steady counter, as {@link System#nanoTime}
   */
  static CityClock from(Instant start, double speed, LongSupplier nanos) {
    return new CityClock(start, speed, nanos, nanos.getAsLong(), ZoneOffset.UTC);
  }

  @Override
  public Instant instant() {
    long passed = Math.round((nanos.getAsLong() - startNanos) * speed);
    return start.plus(Duration.ofNanos(passed)).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new CityClock(start, speed, nanos, startNanos, other);
  }
}
