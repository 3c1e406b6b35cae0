package city.nhip.engine.journal;

import city.nhip.engine.reading.JournaledReading;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Each device's newest reading of each property that somebody asked for, in memory: the journal
 * grows by millions a day, and this is asked for every few seconds. This process is the journal's
 * only writer.
 */
final class LatestReadings {
  private final Map<String, Map<String, JournaledReading>> byProperty = new ConcurrentHashMap<>();
  private final Set<String> loaded = ConcurrentHashMap.newKeySet();

  /** What was just committed; counts for the properties that somebody asked for. */
  void note(List<JournaledReading> committed) {
    for (JournaledReading one : committed) {
      Map<String, JournaledReading> devices = byProperty.get(one.reading().property());
      if (devices != null) {
        devices.merge(one.reading().device(), one, LatestReadings::newer);
      }
    }
  }

  /**
   * @param stored asks the journal, for the first who ask; what is committed meanwhile is noted
   *     already
   */
  Collection<JournaledReading> of(
      String property, Function<String, Collection<JournaledReading>> stored) {
    Map<String, JournaledReading> devices =
        byProperty.computeIfAbsent(property, any -> new ConcurrentHashMap<>());
    if (!loaded.contains(property)) {
      stored
          .apply(property)
          .forEach(one -> devices.merge(one.reading().device(), one, LatestReadings::newer));
      loaded.add(property);
    }
    return devices.values();
  }

  private static JournaledReading newer(JournaledReading one, JournaledReading other) {
    Instant first = one.reading().observedAt();
    Instant second = other.reading().observedAt();
    if (first.equals(second)) {
      return one.id() > other.id() ? one : other;
    }
    return first.isAfter(second) ? one : other;
  }
}
