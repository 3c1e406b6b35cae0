/** One way to run OptaPlanner under a job's limits. Only planning domains enter. */
@NullMarked
package city.nhip.engine.planning.solver;

import org.jspecify.annotations.NullMarked;
