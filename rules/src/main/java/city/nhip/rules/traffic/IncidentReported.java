package city.nhip.rules.traffic;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * An incident at a place, level 1 (small) to 5 (the road is closed); 0 when it is over.
 *
 * @param at observed, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("4h")
public record IncidentReported(long readingId, String place, double level, long at) {}
