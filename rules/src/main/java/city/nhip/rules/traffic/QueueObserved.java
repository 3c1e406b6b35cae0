package city.nhip.rules.traffic;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * Longest queue on an approach over the last interval, vehicles.
 *
 * @param at observed, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("1h")
public record QueueObserved(long readingId, String approach, double vehicles, long at) {}
