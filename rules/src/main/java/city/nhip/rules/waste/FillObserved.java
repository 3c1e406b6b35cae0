package city.nhip.rules.waste;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * Fill level of a container, % of its volume.
 *
 * @param at observed, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("6h")
public record FillObserved(long readingId, String container, double percent, long at) {}
