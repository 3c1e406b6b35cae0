package city.nhip.rules.clock;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * Five minutes of the city's time have passed. Exactly one is there at any moment, so a rule that
 * joins it asks again for as long as its other conditions hold.
 *
 * @param minuteOfDay local time, minutes since midnight, a multiple of 5
 * @param weekday 1 (Monday) to 7 (Sunday)
 * @param at epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("5m")
public record ClockTick(String zone, int minuteOfDay, int weekday, long at) {}
