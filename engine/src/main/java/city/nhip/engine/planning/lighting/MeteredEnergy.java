package city.nhip.engine.planning.lighting;

import city.nhip.engine.reading.JournaledReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** Energy from power readings: each holds until the next, but not for long. */
public final class MeteredEnergy {
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(15);

  /** Share of the span that readings must cover. */
  private static final double ENOUGH = 0.8;

  private MeteredEnergy() {}

  /**
   * @param readings of one meter's active power in kW, oldest first
   * @return kWh in [from, to), gaps filled with the mean; empty where under 80 % is covered
   */
  public static OptionalDouble kilowattHours(
      List<JournaledReading> readings, Instant from, Instant to) {
    double covered = 0;
    double energy = 0;
    for (int i = 0; i < readings.size(); i++) {
      Instant begins = readings.get(i).reading().observedAt();
      Instant next = i + 1 < readings.size() ? readings.get(i + 1).reading().observedAt() : to;
      Instant held = begins.plus(LONGEST_HOLD);
      Instant ends = next.isAfter(held) ? held : next;
      Instant start = begins.isBefore(from) ? from : begins;
      Instant end = ends.isAfter(to) ? to : ends;
      double hours = Math.max(0, Duration.between(start, end).toMillis() / 3_600_000.0);
      covered += hours;
      energy += hours * readings.get(i).reading().value();
    }
    double span = Duration.between(from, to).toMillis() / 3_600_000.0;
    return covered < ENOUGH * span || covered == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(energy * span / covered);
  }
}
