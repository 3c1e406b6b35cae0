package city.nhip.engine.safety;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The lighting plan as its bytes say it. Read strictly: a field that this check does not know might
 * mean something to a controller.
 */
record LightingPrograms(
    String format,
    String scope,
    LocalDate evening,
    Instant on,
    Instant off,
    Instant plannedFrom,
    List<Found> findings,
    List<Limit> limits,
    List<Program> programs,
    List<Supply> supplies) {
  static final Duration SLOT = Duration.ofMinutes(15);

  record Found(String kind, String asset, double value, Instant from, Instant until) {}

  record Limit(String kind, String asset, int watts, Instant from, Instant until) {}

  record Program(String group, int fallbackPercent, List<Point> points) {}

  record Point(Instant at, int percent) {}

  record Supply(String cabinet, List<Watts> points) {}

  record Watts(Instant at, int watts) {}

  /**
   * @throws tools.jackson.core.JacksonException when the bytes are no such plan
   */
  static LightingPrograms read(byte[] bytes) {
    return SafetyJson.plan(bytes, LightingPrograms.class);
  }

  /** The quarter of an hour in which the lamps go on. */
  Instant firstSlot() {
    long seconds = SLOT.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(on.getEpochSecond(), seconds) * seconds);
  }

  int slots() {
    long night = Duration.between(firstSlot(), off).toSeconds();
    return (int) -Math.floorDiv(-night, SLOT.toSeconds());
  }

  Instant start(int slot) {
    return firstSlot().plus(SLOT.multipliedBy(slot));
  }

  /** Hours that lamps burn in a slot. */
  double hours(int slot) {
    Instant from = start(slot).isBefore(on) ? on : start(slot);
    Instant to = start(slot + 1).isAfter(off) ? off : start(slot + 1);
    return Math.max(0, Duration.between(from, to).toMillis()) / 3_600_000.0;
  }

  int plannedSlot() {
    return (int) (Duration.between(firstSlot(), plannedFrom).toSeconds() / SLOT.toSeconds());
  }
}
