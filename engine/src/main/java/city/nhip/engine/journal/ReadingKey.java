package city.nhip.engine.journal;

import city.nhip.engine.reading.Reading;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/** What makes a reading unique; both databases keep microseconds. */
record ReadingKey(String source, String device, Instant observedAt, String property) {
  /** All writers insert in this order, so that no two wait for each other. */
  static final Comparator<ReadingKey> ORDER =
      Comparator.comparing(ReadingKey::observedAt)
          .thenComparing(ReadingKey::device)
          .thenComparing(ReadingKey::property)
          .thenComparing(ReadingKey::source);

  static ReadingKey of(Reading reading) {
    return new ReadingKey(
        reading.source(),
        reading.device(),
        reading.observedAt().truncatedTo(ChronoUnit.MICROS),
        reading.property());
  }

  static OffsetDateTime time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
