/**
 * Nights in the als-1 format: instances in, schedules out. The command line and benchmarks enter by
 * {@link AlsFile}.
 */
@NullMarked
package city.nhip.scenarios.instance.lighting;

import org.jspecify.annotations.NullMarked;
