package city.nhip.rules.traffic;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * People expected or counted at an event in a place; 0 when it is over.
 *
 * @param at observed, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("6h")
public record EventReported(long readingId, String place, double people, long at) {}
