package city.nhip.rules.lighting;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * Citizens' reports of a dark street since the last reading.
 *
 * @param at observed, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("3h")
public record DarkStreetReported(long readingId, String place, double reports, long at) {}
