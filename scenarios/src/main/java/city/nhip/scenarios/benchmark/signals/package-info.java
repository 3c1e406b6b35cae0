/**
 * Signal timing measured in SUMO, beside SUMO's own tools: delays of whole plans, and how well the
 * queue model ranks plans. Entered by the command line.
 */
@NullMarked
package city.nhip.scenarios.benchmark.signals;

import org.jspecify.annotations.NullMarked;
