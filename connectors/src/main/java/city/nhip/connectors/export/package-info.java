/**
 * Schedules as the files that other systems read. Each class is one format; all are written from
 * the bytes that were checked and approved, and from the city's assets.
 */
@NullMarked
package city.nhip.connectors.export;

import org.jspecify.annotations.NullMarked;
