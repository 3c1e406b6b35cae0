/**
 * SUMO files as signal-timing instances: network and demand in, signal programs out. The command
 * line and benchmarks enter by {@link SumoInstance}.
 */
@NullMarked
package city.nhip.scenarios.instance.signals;

import org.jspecify.annotations.NullMarked;
