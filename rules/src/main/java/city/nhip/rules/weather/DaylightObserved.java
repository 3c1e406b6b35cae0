package city.nhip.rules.weather;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * Ambient illuminance in a zone, lx.
 *
 * @param at observed, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("1h")
public record DaylightObserved(long readingId, String zone, double lux, long at) {}
