package city.nhip.engine.planning.lighting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What the sun does between two noons. */
sealed interface Night {
  /** The day whose evening it is. */
  LocalDate evening();

  /**
   * The sun sets and rises.
   *
   * @param civilDusk when it is 6 degrees below; empty in a night that stays bright
   * @param civilDawn likewise
   */
  record Usual(
      LocalDate evening,
      Instant sunset,
      Optional<Instant> civilDusk,
      Optional<Instant> civilDawn,
      Instant sunrise)
      implements Night {}

  /** Midnight sun: there is no night to light. */
  record NeverDark(LocalDate evening) implements Night {}

  /** Polar night: dark from before the noon, or until after the next. */
  record NeverLight(LocalDate evening, Instant from, Instant to) implements Night {}
}
