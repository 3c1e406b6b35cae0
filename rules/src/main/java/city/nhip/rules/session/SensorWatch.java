package city.nhip.rules.session;

import city.nhip.engine.city.Device;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.rules.clock.SensorWatched;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers when each sensor of a zone last spoke and since when it says the same. What is older
 * than the sessions' memory is forgotten, so that a restart remembers no less.
 */
final class SensorWatch {
  private static final long MINUTE = 60_000;
  private static final int SILENT_MINUTES = 10;
  private static final int UNCHANGED_MINUTES = 30;

  private static final Comparator<SensorWatched> BY_NAME =
      Comparator.comparing(one -> one.device() + "|" + one.property());

  private final Map<Sensor, Last> sensors = new HashMap<>();

  private record Sensor(String device, String property) {}

  private record Last(JournaledReading reading, Device device, long at, long since) {}

  void hear(JournaledReading one, Device device) {
    long at = one.reading().observedAt().toEpochMilli();
    sensors.merge(
        new Sensor(one.reading().device(), one.reading().property()),
        new Last(one, device, at, at),
        (last, now) -> {
          if (at < last.at()) {
            return last;
          }
          boolean same = last.reading().reading().value() == one.reading().value();
          return same ? new Last(one, device, at, last.since()) : now;
        });
  }

  /** Those that are silent or stuck at a moment, in the order of their names. */
  List<SensorWatched> watched(long at) {
    long memory = ZoneSessions.MEMORY.toMillis();
    sensors.values().removeIf(last -> at - last.at() > memory);
    List<SensorWatched> watched = new ArrayList<>();
    for (Last last : sensors.values()) {
      int silent = (int) ((at - last.at()) / MINUTE);
      int unchanged = (int) (Math.min(last.at() - last.since(), memory) / MINUTE);
      if (silent >= SILENT_MINUTES || unchanged >= UNCHANGED_MINUTES) {
        watched.add(
            new SensorWatched(
                last.reading().id(),
                last.device().id(),
                last.reading().reading().property(),
                last.device().asset(),
                silent,
                unchanged,
                last.reading().reading().value(),
                at));
      }
    }
    watched.sort(BY_NAME);
    return watched;
  }
}
