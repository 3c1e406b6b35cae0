/**
 * Lighting plans measured: an independent checker of als-1 schedules, simple practices, our
 * planner. Only the command line enters.
 */
@NullMarked
package city.nhip.scenarios.benchmark.lighting;

import org.jspecify.annotations.NullMarked;
