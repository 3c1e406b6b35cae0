package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The sun after J. Meeus, Astronomical Algorithms, 2nd ed., chapters 12, 13, 25 and 40, written
 * apart from the library that it checks; good to about 0.005 degrees.
 */
final class MeeusSun {
  private static final double J2000 = 2_451_545;
  private static final double TERRESTRIAL_TIME_AHEAD_DAYS = 70.0 / 86_400;
  private static final double PARALLAX_DEGREES = 8.794 / 3_600;

  private MeeusSun() {}

  /** Scans from the mean noon of the day to the next, in five minutes; then bisects. */
  static Optional<Instant> crossing(
      Position place, LocalDate day, double horizon, boolean setting) {
    Instant noon =
        day.atTime(12, 0)
            .toInstant(ZoneOffset.UTC)
            .minusSeconds(Math.round(place.longitude() * 240));
    Instant before = noon;
    for (Instant at = noon; at.isBefore(noon.plus(Duration.ofDays(1))); at = at.plusSeconds(300)) {
      boolean up = elevation(place, at) >= horizon;
      boolean wasUp = elevation(place, before) >= horizon;
      if (wasUp != up && wasUp == setting) {
        return Optional.of(bisect(place, before, at, horizon, wasUp));
      }
      before = at;
    }
    return Optional.empty();
  }

  private static Instant bisect(
      Position place, Instant from, Instant to, double horizon, boolean upAtFrom) {
    Instant low = from;
    Instant high = to;
    while (Duration.between(low, high).toMillis() > 100) {
      Instant middle = low.plus(Duration.between(low, high).dividedBy(2));
      if (elevation(place, middle) >= horizon == upAtFrom) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  static double elevation(Position place, Instant at) {
    double julian = at.toEpochMilli() / 86_400_000.0 + 2_440_587.5;
    double t = (julian + TERRESTRIAL_TIME_AHEAD_DAYS - J2000) / 36_525;
    double anomaly = Math.toRadians(357.52911 + 35_999.05029 * t - 0.0001537 * t * t);
    double centre =
        (1.914602 - 0.004817 * t - 0.000014 * t * t) * Math.sin(anomaly)
            + (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly)
            + 0.000289 * Math.sin(3 * anomaly);
    double node = Math.toRadians(125.04 - 1_934.136 * t);
    double meanLongitude = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t;
    double longitude = Math.toRadians(meanLongitude + centre - 0.00569 - 0.00478 * Math.sin(node));
    double obliquity = Math.toRadians(23.4392911 - 0.0130042 * t + 0.00256 * Math.cos(node));
    double ascension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude));
    double declination = Math.asin(Math.sin(obliquity) * Math.sin(longitude));
    double sidereal =
        280.46061837
            + 360.98564736629 * (julian - J2000)
            - 0.00478 * Math.sin(node) * Math.cos(obliquity);
    double hour = Math.toRadians(sidereal + place.longitude()) - ascension;
    double latitude = Math.toRadians(place.latitude());
    double sine =
        Math.sin(latitude) * Math.sin(declination)
            + Math.cos(latitude) * Math.cos(declination) * Math.cos(hour);
    return Math.toDegrees(Math.asin(sine)) - PARALLAX_DEGREES * Math.sqrt(1 - sine * sine);
  }
}
