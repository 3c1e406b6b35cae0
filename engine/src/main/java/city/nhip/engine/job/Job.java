package city.nhip.engine.job;

import city.nhip.engine.city.Localized;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One optimization job.
 *
 * @param attempt how often it was started; a later attempt fences an earlier one off
 * @param score of the best plan so far
 * @param reason why it ended without a schedule
 * @param requests how many wishes it serves
 */
public record Job(
    UUID id,
    String domain,
    String scope,
    JobStatus status,
    int severity,
    int attempt,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<String> score,
    Optional<UUID> scheduleId,
    Optional<Localized> reason,
    int requests) {}
