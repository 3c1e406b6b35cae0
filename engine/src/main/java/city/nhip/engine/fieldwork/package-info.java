/**
 * What a crew says while it carries a plan out: done, or skipped and why, with a photo. Entered
 * from a phone; read beside the schedule.
 */
@NullMarked
package city.nhip.engine.fieldwork;

import org.jspecify.annotations.NullMarked;
