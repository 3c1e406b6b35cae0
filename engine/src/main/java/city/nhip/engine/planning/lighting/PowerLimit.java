package city.nhip.engine.planning.lighting;

import java.time.Instant;

/**
 * A limit on power that holds for a while, beyond what the city's files always ask.
 *
 * @param kind {@code cabinet} or {@code curtailment}
 * @param asset a cabinet; a zone, or {@code *} for the city
 * @param watts that may be drawn from the feeders of the lamps together
 */
record PowerLimit(String kind, String asset, int watts, Instant from, Instant until) {}
