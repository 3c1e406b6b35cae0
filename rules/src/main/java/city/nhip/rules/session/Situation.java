package city.nhip.rules.session;

/**
 * What inference rules conclude and triggers build on: it holds for as long as the facts that it
 * was concluded from. Insert it logically.
 *
 * @param kind {@code wet-road}; each package keeps to its own
 * @param asset the asset, or the zone, that it is about
 * @param value in the unit that the kind defines; 1 where there is nothing to measure
 */
public record Situation(String kind, String asset, double value) {}
