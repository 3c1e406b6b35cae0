package city.nhip.engine.safety;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** What every plan of signals says first: its form, for where and for how long it is. */
record SignalsHead(String format, String scope, String validFrom, String validTo) {
  /**
   * @param longest that such a plan may be valid
   * @return whether it says a sound span of time
   */
  boolean check(String wantedFormat, String wantedScope, Duration longest, Findings findings) {
    findings.require(
        format.equals(wantedFormat), "format", "/format", () -> "It is not " + wantedFormat + ".");
    findings.require(
        scope.equals(wantedScope),
        "scope",
        "/scope",
        () -> "The plan is for %s, not for %s.".formatted(scope, wantedScope));
    return findings.require(
        sound(longest),
        "validity",
        "/validTo",
        () ->
            "From %s to %s is no span of at most %d h."
                .formatted(validFrom, validTo, longest.toHours()));
  }

  private boolean sound(Duration longest) {
    try {
      Duration length = Duration.between(Instant.parse(validFrom), Instant.parse(validTo));
      return length.compareTo(Duration.ZERO) > 0 && length.compareTo(longest) <= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
