package city.nhip.engine.publication;

import city.nhip.engine.city.TimeWindow;
import java.util.UUID;

/**
 * An approved schedule on its way to the field.
 *
 * @param sequence increases with every approval of one domain and scope; a receiver refuses an
 *     older one
 * @param hash SHA-256 of the artefact, lower-case hexadecimal
 */
public record Publication(
    UUID id,
    UUID scheduleId,
    String domain,
    String scope,
    long sequence,
    String hash,
    TimeWindow validity,
    byte[] artefact) {}
