package city.nhip.engine.alarm;

import city.nhip.engine.city.Localized;
import city.nhip.engine.web.Tagged;
import java.time.Instant;
import java.util.Optional;

/**
 * One alarm.
 *
 * @param kind {@code device-silent}, {@code device-drift}, {@code rule-urgent}, {@code
 *     plan-unsafe}, {@code publication-failed}, {@code job-failed}, {@code stop-skipped}
 * @param severity 1 (look when there is time) to 3 (look now)
 * @param asset what it is about: a device, zone and rule, or the last schedule or job of its kind
 * @param times how often it happened while it lasts, at least once
 * @param endedAt when its cause went away, or somebody acknowledged what had only happened
 */
record Alarm(
    long id,
    String kind,
    int severity,
    Optional<String> domain,
    Optional<String> zone,
    String asset,
    Localized text,
    int times,
    Instant raisedAt,
    Optional<Instant> endedAt,
    Optional<Instant> acknowledgedAt,
    Optional<String> acknowledgedBy)
    implements Tagged {
  /** Another time that it happened makes it another thing to have seen. */
  @Override
  public String tag() {
    return "%d-%d-%s%s"
        .formatted(
            id,
            times,
            acknowledgedAt.isPresent() ? "seen" : "new",
            endedAt.isPresent() ? "-past" : "");
  }
}
