/** The schedule, its life and its store: where job, review and publication meet. */
@NullMarked
package city.nhip.engine.schedule;

import org.jspecify.annotations.NullMarked;
