package city.nhip.rules.trial;

import city.nhip.engine.city.Device;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One test of a rule package.
 *
 * @param start local time of the test's clock when it begins
 * @param readings sorted by time
 * @param until how long time passes after the start
 * @param expected every rule that asks; a rule that is not listed must not ask
 */
public record RuleTest(
    String file,
    String name,
    String zone,
    LocalDateTime start,
    List<Given> readings,
    Duration until,
    List<Expected> expected,
    List<Held> facts) {
  /** A reading, as long after the start as {@code at} says. */
  record Given(Duration at, Device device, String property, double value, String unit) {}

  /**
   * A rule that asks.
   *
   * @param at when it first asks
   * @param times how many different requests it makes
   * @param readings how many made the first request
   * @param findings those of its first request, as {@code kind asset value}; not compared if absent
   */
  record Expected(
      String rule,
      Duration at,
      int times,
      OptionalInt severity,
      OptionalInt readings,
      Optional<List<String>> findings) {}

  /** A situation, as {@code kind asset}, that holds or does not hold at a moment. */
  record Held(Duration at, String situation, boolean holds) {}
}
