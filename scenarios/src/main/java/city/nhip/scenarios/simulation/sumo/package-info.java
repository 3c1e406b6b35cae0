/**
 * The traffic simulator SUMO, as a stranger's judge of our signal plans: its runs, its own tools,
 * and a TraCI client for what decides while it runs. The command line and benchmarks enter here;
 * nothing that serves a city does.
 */
@NullMarked
package city.nhip.scenarios.simulation.sumo;

import org.jspecify.annotations.NullMarked;
