package city.nhip.engine.schedule;

/** Told inside the approving transaction, so that the outbox is written with it or not at all. */
public record ScheduleApproved(Schedule schedule, String by) {}
