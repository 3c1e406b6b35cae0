package city.nhip.engine.planning.lighting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * One night in slots of a quarter of an hour, from the one in which the lamps go on to the one in
 * which they go off.
 *
 * @param firstSlot on a quarter of an hour
 * @param on within the first slot
 * @param off within the last slot, or at its end
 */
record NightGrid(
    LocalDate evening, ZoneId zone, Instant firstSlot, int slots, Instant on, Instant off) {
  static final int SLOT_MINUTES = 15;
  private static final Duration SLOT = Duration.ofMinutes(SLOT_MINUTES);

  NightGrid {
    if (!on.isBefore(off) || slots < 1 || slots > 96) {
      throw new IllegalArgumentException(
          "A night from %s to %s has no 1 to 96 slots. Correct the calendar's offsets."
              .formatted(on, off));
    }
  }

  /** Empty in a night that never comes, or is too short to light. */
  static Optional<NightGrid> of(Night night, LightingCalendar calendar, ZoneId zone) {
    Instant on;
    Instant off;
    if (night instanceof Night.Usual usual) {
      on = usual.sunset().plus(Duration.ofMinutes(calendar.onAfterSunsetMinutes()));
      off = usual.sunrise().minus(Duration.ofMinutes(calendar.offBeforeSunriseMinutes()));
    } else if (night instanceof Night.NeverLight dark) {
      on = dark.from();
      off = dark.to();
    } else {
      return Optional.empty();
    }
    return on.plus(SLOT).isBefore(off)
        ? Optional.of(of(night.evening(), zone, seconds(on), seconds(off)))
        : Optional.empty();
  }

  static NightGrid of(LocalDate evening, ZoneId zone, Instant on, Instant off) {
    long slot = SLOT.toSeconds();
    long first = Math.floorDiv(on.getEpochSecond(), slot) * slot;
    int slots = (int) -Math.floorDiv(first - off.getEpochSecond(), slot);
    return new NightGrid(evening, zone, Instant.ofEpochSecond(first), slots, on, off);
  }

  private static Instant seconds(Instant moment) {
    return Instant.ofEpochSecond(moment.getEpochSecond());
  }

  /**
   * @param slot 0 to {@code slots}
   */
  Instant start(int slot) {
    return firstSlot.plus(SLOT.multipliedBy(slot));
  }

  ZonedDateTime local(int slot) {
    return start(slot).atZone(zone);
  }

  /**
   * @return the first slot that has not begun at the moment, 0 to {@code slots}
   */
  int firstAfter(Instant moment) {
    long ahead = moment.getEpochSecond() - firstSlot.getEpochSecond();
    long slot = -Math.floorDiv(-ahead, SLOT.toSeconds());
    return (int) Math.max(0, Math.min(slots, slot));
  }

  boolean within(int slot, Instant from, Instant until) {
    return start(slot).isBefore(until) && start(slot + 1).isAfter(from);
  }

  /**
   * @return hours that lamps burn in the slot, up to a quarter
   */
  double hours(int slot) {
    Instant from = start(slot).isBefore(on) ? on : start(slot);
    Instant to = start(slot + 1).isAfter(off) ? off : start(slot + 1);
    return Math.max(0, Duration.between(from, to).toMillis() / 3_600_000.0);
  }
}
