package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import net.e175.klaus.solarpositioning.DeltaT;
import net.e175.klaus.solarpositioning.SPA;

/**
 * Sunset, sunrise and civil twilight anywhere on Earth. The sun's place is the library's (NREL SPA,
 * 0.0003 degrees); the crossings are bisected here, because one interpolation step is minutes off
 * where the sun grazes the horizon.
 */
final class Sun {
  /** Upper limb on the horizon, 34' of refraction and 16' of radius, degrees. */
  static final double HORIZON = -0.8333;

  static final double CIVIL = -6;

  private static final long HALF_DAY_MILLIS = Duration.ofHours(12).toMillis();
  private static final long NOON_SPAN_MILLIS = Duration.ofMinutes(40).toMillis();
  private static final double DEGREES_PER_HOUR = 15;

  private final Position place;
  private final double deltaT;
  private final long noon;
  private final long midnight;
  private final long nextNoon;

  private Sun(Position place, LocalDate evening) {
    this.place = place;
    this.deltaT = DeltaT.estimate(evening);
    long mean =
        evening.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli()
            - Math.round(place.longitude() / DEGREES_PER_HOUR * 3_600_000);
    this.noon = extreme(mean - NOON_SPAN_MILLIS, mean + NOON_SPAN_MILLIS, 1);
    this.nextNoon =
        extreme(
            mean + 2 * HALF_DAY_MILLIS - NOON_SPAN_MILLIS,
            mean + 2 * HALF_DAY_MILLIS + NOON_SPAN_MILLIS,
            1);
    this.midnight =
        extreme(
            mean + HALF_DAY_MILLIS - NOON_SPAN_MILLIS,
            mean + HALF_DAY_MILLIS + NOON_SPAN_MILLIS,
            -1);
  }

  /** The night that follows the noon of {@code evening} at the place, by the sun's own time. */
  static Night night(Position place, LocalDate evening) {
    Sun sun = new Sun(place, evening);
    if (sun.elevation(sun.midnight) >= HORIZON) {
      return new Night.NeverDark(evening);
    }
    Optional<Instant> sunset = sun.crossing(sun.noon, HORIZON);
    Optional<Instant> sunrise = sun.crossing(sun.nextNoon, HORIZON);
    if (sunset.isEmpty() || sunrise.isEmpty()) {
      return new Night.NeverLight(
          evening,
          sunset.orElse(Instant.ofEpochMilli(sun.noon)),
          sunrise.orElse(Instant.ofEpochMilli(sun.nextNoon)));
    }
    return new Night.Usual(
        evening,
        sunset.get(),
        sun.crossing(sun.noon, CIVIL),
        sun.crossing(sun.nextNoon, CIVIL),
        sunrise.get());
  }

  /** Between a noon and midnight the elevation goes one way only; empty where it stays aside. */
  private Optional<Instant> crossing(long dayEnd, double horizon) {
    if (elevation(dayEnd) < horizon || elevation(midnight) >= horizon) {
      return Optional.empty();
    }
    long above = dayEnd;
    long below = midnight;
    while (Math.abs(above - below) > 100) {
      long middle = (above + below) / 2;
      if (elevation(middle) >= horizon) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return Optional.of(Instant.ofEpochMilli(below));
  }

  private long extreme(long from, long to, int sign) {
    long low = from;
    long high = to;
    while (high - low > 2_000) {
      long third = (high - low) / 3;
      if (sign * elevation(low + third) < sign * elevation(high - third)) {
        low += third;
      } else {
        high -= third;
      }
    }
    return (low + high) / 2;
  }

  /** Degrees above the horizon, without refraction. */
  private double elevation(long millis) {
    return 90
        - SPA.calculateSolarPosition(
                Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC),
                place.latitude(),
                place.longitude(),
                0,
                deltaT)
            .zenithAngle();
  }
}
