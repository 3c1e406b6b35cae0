package city.nhip.rules.traffic;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * Mean speed of the vehicles on an approach over the last interval, km/h.
 *
 * @param at observed, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("1h")
public record SpeedObserved(long readingId, String approach, double kilometresPerHour, long at) {}
