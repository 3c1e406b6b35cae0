/**
 * Durable optimization jobs: queue, solve, checkpoint, resume, cancel. Rules submit requests here.
 */
@NullMarked
package city.nhip.engine.job;

import org.jspecify.annotations.NullMarked;
