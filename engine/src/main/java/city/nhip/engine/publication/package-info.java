/**
 * Approved schedules on their way to the field: the outbox, and the SPI that a publisher
 * implements.
 */
@NullMarked
package city.nhip.engine.publication;

import org.jspecify.annotations.NullMarked;
