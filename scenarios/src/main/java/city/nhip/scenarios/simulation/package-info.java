/**
 * A field that carries out schedules, for cities without one. Nothing in the product enters here.
 */
@NullMarked
package city.nhip.scenarios.simulation;

import org.jspecify.annotations.NullMarked;
