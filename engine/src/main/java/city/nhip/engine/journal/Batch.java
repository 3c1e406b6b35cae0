package city.nhip.engine.journal;

import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One caller's readings on their way into the journal, and what became of them. */
final class Batch {
  private final Map<ReadingKey, Reading> readings = new LinkedHashMap<>();
  private final Map<String, String> zones;
  private final Instant receivedAt;
  private @Nullable List<JournaledReading> written;
  private @Nullable RuntimeException failure;

  /**
   * @throws IllegalArgumentException when a device has no zone
   */
  Batch(List<Reading> readings, Map<String, String> zones, Instant receivedAt) {
    this.zones = zones;
    this.receivedAt = ReadingKey.time(receivedAt).toInstant();
    for (Reading reading : readings) {
      if (!zones.containsKey(reading.device())) {
        throw new IllegalArgumentException(
            "Device " + reading.device() + " has no zone. Add it to the city's devices.csv.");
      }
      this.readings.putIfAbsent(ReadingKey.of(reading), reading);
    }
  }

  boolean isEmpty() {
    return readings.isEmpty();
  }

  /** Without repetitions. */
  Map<ReadingKey, Reading> readings() {
    return readings;
  }

  String zone(Reading reading) {
    return Objects.requireNonNull(zones.get(reading.device()));
  }

  Instant receivedAt() {
    return receivedAt;
  }

  boolean settled() {
    return written != null || failure != null;
  }

  void settle(Map<ReadingKey, Long> ids) {
    List<JournaledReading> fresh = new ArrayList<>(ids.size());
    readings.forEach(
        (key, reading) -> {
          Long id = ids.get(key);
          if (id != null) {
            fresh.add(new JournaledReading(id, zone(reading), receivedAt, atMicros(key, reading)));
          }
        });
    written = fresh;
  }

  private static Reading atMicros(ReadingKey key, Reading reading) {
    return new Reading(
        key.source(),
        key.device(),
        key.property(),
        key.observedAt(),
        reading.value(),
        reading.unit());
  }

  void fail(RuntimeException cause) {
    failure = cause;
  }

  List<JournaledReading> result() {
    if (failure != null) {
      throw failure;
    }
    return Objects.requireNonNull(written);
  }
}
