package city.nhip.rules.weather;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * Air temperature in a zone, °C.
 *
 * @param at observed, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("4h")
public record TemperatureObserved(long readingId, String zone, double celsius, long at) {}
