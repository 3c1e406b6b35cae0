/** The durable journal of readings, in H2 or PostgreSQL. Reached through reading.ReadingJournal. */
@NullMarked
package city.nhip.engine.journal;

import org.jspecify.annotations.NullMarked;
