package city.nhip.scenarios.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The city's time: stands still until the city is served, then runs steadily, faster than the wall
 * clock or not.
 */
final class CityClock extends Clock {
  private static final long STANDING = Long.MIN_VALUE;

  private final Instant start;
  private final double speed;
  private final LongSupplier nanos;

  /** Shared by all zones' views; {@link #STANDING} until started. */
  private final AtomicLong startNanos;

  private final ZoneId zone;

  private CityClock(
      Instant start, double speed, LongSupplier nanos, AtomicLong startNanos, ZoneId zone) {
    this.start = start;
    this.speed = speed;
    this.nanos = nanos;
    this.startNanos = startNanos;
    this.zone = zone;
  }

  /**
   * @param nanos a steady counter, as {@link System#nanoTime}
   */
  static CityClock standingAt(Instant start, double speed, LongSupplier nanos) {
    return new CityClock(start, speed, nanos, new AtomicLong(STANDING), ZoneOffset.UTC);
  }

  /** Runs from now on; once started it stays so. */
  CityClock started() {
    startNanos.compareAndSet(STANDING, nanos.getAsLong());
    return this;
  }

  @Override
  public Instant instant() {
    long since = startNanos.get();
    long passed = since == STANDING ? 0 : Math.round((nanos.getAsLong() - since) * speed);
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
