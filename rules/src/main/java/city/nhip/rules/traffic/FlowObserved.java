package city.nhip.rules.traffic;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * Traffic on an approach over the last interval, vehicles per hour.
 *
 * @param at observed, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("1h")
public record FlowObserved(
    long readingId,
    String approach,
    double vehiclesPerHour,
    double capacityVehiclesPerHour,
    long at) {}
