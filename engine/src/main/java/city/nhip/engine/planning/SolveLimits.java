package city.nhip.engine.planning;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When to stop. With evaluations in place of time, one seed gives one schedule, byte for byte.
 *
 * @param time wall clock, positive
 * @param evaluations of the domain's own kind (moves, score calculations), positive
 * @param threads 1 or more
 */
public record SolveLimits(
    Optional<Duration> time, OptionalLong evaluations, long seed, int threads) {
  public SolveLimits {
    if (time.isEmpty() && evaluations.isEmpty()) {
      throw new IllegalArgumentException("A solve needs an end. Give seconds or evaluations.");
    }
    if (time.filter(t -> t.isNegative() || t.isZero()).isPresent()
        || evaluations.orElse(1) < 1
        || threads < 1) {
      throw new IllegalArgumentException("Time, evaluations and threads must be positive.");
    }
  }

  public static SolveLimits ofTime(Duration time, long seed) {
    return new SolveLimits(Optional.of(time), OptionalLong.empty(), seed, 1);
  }

  public static SolveLimits ofEvaluations(long evaluations, long seed) {
    return new SolveLimits(Optional.empty(), OptionalLong.of(evaluations), seed, 1);
  }
}
