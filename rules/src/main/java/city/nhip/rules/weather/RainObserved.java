package city.nhip.rules.weather;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * Rainfall in a zone, mm/h.
 *
 * @param at observed, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("1h")
public record RainObserved(long readingId, String zone, double millimetresPerHour, long at) {}
