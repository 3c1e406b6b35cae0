package city.nhip.rules.energy;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * The grid operator's demand-response signal: how much of its load a zone shall shed, %; 0 ends it.
 *
 * @param at observed, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("4h")
public record CurtailmentAsked(long readingId, String zone, double percent, long at) {}
