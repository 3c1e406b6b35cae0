package city.nhip.rules.energy;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * Active power of a cabinet's feeder and the most it may carry, kW.
 *
 * @param at observed, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("1h")
public record FeederLoad(
    long readingId, String cabinet, double kilowatts, double capKilowatts, long at) {}
