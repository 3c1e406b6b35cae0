package city.nhip.engine.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a schedule's plan comes from.
 *
 * @param schedule the one that was edited, or whose exact plan came back
 * @param plannedAt the city's time at which the problem was built; later readings were not seen
 */
public record ScheduleOrigin(Kind kind, Optional<UUID> schedule, Instant plannedAt) {
  /** How a plan came about. */
  public enum Kind {
    /** A rule asked and the solver answered. */
    JOB,
    /** A person changed another schedule's plan. */
    EDIT,
    /** A person brought an earlier plan back, byte for byte. */
    ROLLBACK
  }

  public static ScheduleOrigin job(Instant plannedAt) {
    return new ScheduleOrigin(Kind.JOB, Optional.empty(), plannedAt);
  }
}
