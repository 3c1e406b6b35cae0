package city.nhip.scenarios.signals;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.Zone;
import city.nhip.engine.planning.FieldPlans;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.scenarios.cityfolder.CityFolder;
import city.nhip.scenarios.replay.RecordedDay;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A city whose recorded day was journaled, as far as a test wants it. */
final class CountedDay {
  /** Tuesday, two in the morning: the last 24 hours are Monday's. */
  static final Instant NOW = Instant.parse("2026-03-02T19:00:00Z");

  final City city;
  private final Journal journal = new Journal();

  CountedDay(String folder, Predicate<JournaledReading> heard) {
    city = CityFolder.load(Path.of("cities", folder));
    RecordedDay day = new RecordedDay(city);
    for (Zone zone : city.zones()) {
      day.replay(
          zone.id(),
          NOW.minusSeconds(86_400),
          NOW.plusMillis(1),
          it -> {
            if (it.reading().property().equals("trafficFlow") && heard.test(it)) {
              journal.readings.add(it);
            }
          });
    }
  }

  /**
   * Three days.
   *
   * @param flow vehicles an hour by approach and local time
   */
  CountedDay(String folder, BiFunction<String, ZonedDateTime, Double> flow) {
    city = CityFolder.load(Path.of("cities", folder));
    for (Device device : city.devices().values()) {
      for (int ago = 0; ago < 3 * 96 && device.kind().equals("detector"); ago++) {
        Instant at = NOW.minusSeconds(900L * ago + 60);
        double value = flow.apply(device.asset(), at.atZone(city.timeZone()));
        journal.readings.add(
            new JournaledReading(
                journal.readings.size(),
                device.zone(),
                at,
                new Reading("test", device.id(), "trafficFlow", at, value, "veh/h")));
      }
    }
  }

  PlanningContext context(String zone) {
    return context(zone, NOW, FieldPlans.NONE);
  }

  PlanningContext context(String zone, Instant now, FieldPlans field) {
    return new PlanningContext(
        city, zone, now, List.of(), List.<Finding>of(), journal, Optional.empty(), field);
  }

  private static final class Journal implements ReadingJournal {
    private final List<JournaledReading> readings = new ArrayList<>();

    @Override
    public List<JournaledReading> between(String property, Instant from, Instant to) {
      return readings.stream()
          .filter(
              it ->
                  it.reading().property().equals(property)
                      && !it.reading().observedAt().isBefore(from)
                      && it.reading().observedAt().isBefore(to))
          .toList();
    }

    @Override
    public List<JournaledReading> append(
        List<Reading> batch, Map<String, String> zones, Instant receivedAt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void replay(String zone, Instant from, Instant to, Consumer<JournaledReading> consumer) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<JournaledReading> between(
        String device, String property, Instant from, Instant to) {
      return between(property, from, to).stream()
          .filter(it -> it.reading().device().equals(device))
          .toList();
    }

    @Override
    public Map<String, JournaledReading> latest(String property, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<JournaledReading> list(Collection<Long> ids) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> findLastReceived() {
      throw new UnsupportedOperationException();
    }
  }
}
