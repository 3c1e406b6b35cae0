package city.nhip.engine.schedule;

/** Told inside the withdrawing transaction; whoever holds the plan objects when it has left. */
public record ScheduleWithdrawn(Schedule schedule, String by) {}
