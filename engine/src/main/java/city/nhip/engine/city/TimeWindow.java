package city.nhip.engine.city;

import java.time.Duration;
import java.time.Instant;

/** A half-open span of time: {@code from} belongs to it, {@code to} does not. */
public record TimeWindow(Instant from, Instant to) {
  public TimeWindow {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "A time window from %s to %s is empty. Let it end after it starts.".formatted(from, to));
    }
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  public boolean contains(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(to);
  }
}
