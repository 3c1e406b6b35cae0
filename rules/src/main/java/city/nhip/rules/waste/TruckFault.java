package city.nhip.rules.waste;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * A collection truck's fault, level 1 (it can go on) to 5 (it stands still); 0 when it is repaired.
 *
 * @param at observed, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("6h")
public record TruckFault(long readingId, String truck, double level, long at) {}
