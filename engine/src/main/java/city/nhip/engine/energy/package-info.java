/**
 * What the lamps should have drawn beside what their meters say: where lamps are out, where
 * somebody taps a feeder. Reads plans and readings, changes nothing.
 */
@NullMarked
package city.nhip.engine.energy;

import org.jspecify.annotations.NullMarked;
