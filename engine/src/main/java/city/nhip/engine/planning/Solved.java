package city.nhip.engine.planning;

import java.time.Duration;

/**
 * What a solve came to.
 *
 * @param score as the solver writes it: {@code 0hard/-3medium/-12345soft}
 * @param evaluations of the domain's own kind
 */
public record Solved<P>(
    P plan, String score, boolean feasible, long evaluations, Duration elapsed) {}
