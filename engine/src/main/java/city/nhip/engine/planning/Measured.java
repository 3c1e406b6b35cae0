package city.nhip.engine.planning;

import city.nhip.engine.city.Localized;

/**
 * What a plan really came to.
 *
 * @param kpi the key of the {@link Kpi} that promised it
 * @param value in that figure's unit
 * @param how which readings say so
 */
public record Measured(String kpi, double value, Localized how) {}
