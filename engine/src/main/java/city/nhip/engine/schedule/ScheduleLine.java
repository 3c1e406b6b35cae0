package city.nhip.engine.schedule;

import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.safety.SafetyVerdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A schedule without its plan: what a list needs, and what a change of state needs. */
public record ScheduleLine(
    UUID id,
    String domain,
    String scope,
    ScheduleStatus status,
    int version,
    UUID jobId,
    Instant createdAt,
    TimeWindow validity,
    String score,
    boolean feasible,
    String hash,
    Schedule.Review review,
    SafetyVerdict safety,
    List<OptimizationRequest> cause,
    ScheduleOrigin origin) {
  /** Names this very state of this very plan: an HTTP entity tag without its quotes. */
  public String tag() {
    return version + "-" + hash;
  }
}
