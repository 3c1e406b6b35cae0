package city.nhip.engine.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * Told inside the approving transaction, so that the outbox is written with it or not at all.
 *
 * @param notBefore the city's time until which the plan stays here; empty sends it at once
 */
public record ScheduleApproved(Schedule schedule, String by, Optional<Instant> notBefore) {}
