package city.nhip.rules.clock;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * A sensor that has said nothing for 10 minutes or more, or the same for 30 minutes or more. Told
 * anew at every {@link ClockTick} while it lasts.
 *
 * @param readingId the last reading
 * @param property what the sensor measures: {@code trafficFlow}
 * @param asset what it watches: an approach, a cabinet, a container
 * @param silentMinutes since the last reading
 * @param unchangedMinutes that the last value has been repeated for
 * @param value the last one, in the property's unit
 * @param at of the tick, epoch milliseconds
 */
@Role(Role.Type.EVENT)
@Timestamp("at")
@Expires("5m")
public record SensorWatched(
    long readingId,
    String device,
    String property,
    String asset,
    int silentMinutes,
    int unchangedMinutes,
    double value,
    long at) {}
