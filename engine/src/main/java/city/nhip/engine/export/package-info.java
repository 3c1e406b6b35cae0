/**
 * Schedules as files for other systems. A format is a {@link
 * city.nhip.engine.export.ScheduleExport}, a bean of any storey; the review desk offers what it
 * finds.
 */
@NullMarked
package city.nhip.engine.export;

import org.jspecify.annotations.NullMarked;
