package city.nhip.engine.reading;

import java.time.Instant;

/**
 * A reading that is committed.
 *
 * @param id increases in the order of commits within one batch; never used twice
 */
public record JournaledReading(long id, String zone, Instant receivedAt, Reading reading) {}
