package city.nhip.rules.lighting;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * Lamps of a group that do not burn although they should, and how many the group has.
 *
 * @param at observed, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("2h")
public record LampsFailed(long readingId, String group, double lamps, double ofLamps, long at) {}
