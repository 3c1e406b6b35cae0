package city.nhip.engine.publication;

import city.nhip.engine.schedule.Schedule;
import java.util.UUID;

/**
 * Told inside the transaction that notes the field's acknowledgement, so that whoever must be told
 * is told for certain.
 *
 * @param publication the outbox's line, and so the same however often it is told
 */
public record SchedulePublished(UUID publication, Schedule schedule) {}
