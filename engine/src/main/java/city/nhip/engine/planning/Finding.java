package city.nhip.engine.planning;

import java.time.Instant;

/**
 * What the rules inferred from readings and a domain plans with: a raised lighting class, a feeder
 * cap, a container that fills too fast.
 *
 * @param kind from the vocabulary of the domain: {@code lighting-class-raise}
 * @param asset the asset, or the zone, that it is about
 * @param value in the unit that the kind defines
 * @param until when it stops to hold
 */
public record Finding(String kind, String asset, double value, Instant from, Instant until) {}
