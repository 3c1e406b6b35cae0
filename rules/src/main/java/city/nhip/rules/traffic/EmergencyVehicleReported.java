package city.nhip.rules.traffic;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * An emergency vehicle on its way to an approach, seconds until it arrives; 0 once it has passed.
 *
 * @param at observed, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("10m")
public record EmergencyVehicleReported(
    long readingId, String approach, double secondsAway, long at) {}
