package city.nhip.engine.planning.signals;

/**
 * What the signals show for some seconds.
 *
 * @param stage index of the stage that it belongs to
 * @param kind {@code green}, {@code walk-clearance}, {@code yellow} or {@code all-red}
 * @param seconds at least 1
 * @param state one letter a signal; {@code y} is yellow
 */
public record Step(int stage, String kind, int seconds, String state) {}
