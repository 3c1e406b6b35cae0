package city.nhip.rules.waste;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * Citizens' reports of a full container since the last reading.
 *
 * @param at observed, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("4h")
public record OverflowReported(long readingId, String container, double reports, long at) {}
