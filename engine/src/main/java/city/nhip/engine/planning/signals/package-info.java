/**
 * Traffic-signal timing: the lane graph with its intersections, a queue model that plays a plan
 * second by second, the OptaPlanner model over it, and the city's domain bean. The command line and
 * instance readers enter by the public records and {@link SignalSolver}.
 */
@NullMarked
package city.nhip.engine.planning.signals;

import org.jspecify.annotations.NullMarked;
