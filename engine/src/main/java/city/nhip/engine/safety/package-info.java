/**
 * The independent check of each kind of schedule: it sees the bytes to be published and the city's
 * folder, never a solver, a rule or a route.
 */
@NullMarked
package city.nhip.engine.safety;

import org.jspecify.annotations.NullMarked;
