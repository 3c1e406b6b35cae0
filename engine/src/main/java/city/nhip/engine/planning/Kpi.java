package city.nhip.engine.planning;

import city.nhip.engine.city.Localized;
import java.util.OptionalDouble;

/**
 * One figure that an operator decides by, in an absolute unit, beside the alternatives.
 *
 * @param key stable: {@code energy}, {@code cost}, {@code distance}, {@code delay}, {@code
 *     emissions}
 * @param unit {@code kWh}, {@code VND}, {@code km}, {@code h}, {@code veh·h}, {@code kg CO2}
 * @param planned with this schedule
 * @param inForce with the schedule that the field carries out now; empty where there is none
 * @param unoptimized with the domain's plain practice and no optimization
 */
public record Kpi(
    String key,
    Localized label,
    String unit,
    double planned,
    OptionalDouble inForce,
    OptionalDouble unoptimized) {}
