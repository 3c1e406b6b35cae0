package city.nhip.engine.alarm;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.engine.reading.ReadingKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds the devices that fell silent: silent for far longer than half of the devices that measure
 * the same. Needs no configuration, and stays calm when all are silent together (then the line, not
 * a device, is broken).
 */
@Component
class SilentDevices {
  private static final int FACTOR = 6;
  private static final Duration LEAST = Duration.ofMinutes(45);

  /** Units of what is told when something happens: silence is good news. */
  private static final Set<String> NEWS = Set.of("reports", "level");

  private final City city;
  private final PlanningDomains domains;
  private final ReadingJournal readings;
  private final Alarms alarms;
  private final Clock clock;

  SilentDevices(
      City city, PlanningDomains domains, ReadingJournal readings, Alarms alarms, Clock clock) {
    this.city = city;
    this.domains = domains;
    this.readings = readings;
    this.alarms = alarms;
    this.clock = clock;
  }

  void look() {
    Instant now = clock.instant();
    Map<String, Duration> ages = new HashMap<>();
    Set<String> silent = new HashSet<>();
    properties().forEach(property -> look(readings.latest(property, now), now, ages, silent));
    for (String device : silent) {
      Device known = city.devices().get(device);
      if (known != null) {
        long minutes = ages.getOrDefault(device, Duration.ZERO).toMinutes();
        alarms.raise(
            new Alarms.Raise(
                "device-silent",
                2,
                "",
                known.zone(),
                device,
                device,
                new Localized(
                    "Thiết bị im lặng đã %d phút.".formatted(minutes),
                    "The device has been silent for %d minutes.".formatted(minutes))));
      }
    }
    alarms.endOthers("device-silent", silent);
  }

  private static void look(
      Map<String, JournaledReading> latest,
      Instant now,
      Map<String, Duration> ages,
      Set<String> silent) {
    if (latest.size() < 3) {
      return;
    }
    List<Duration> sorted = latest.values().stream().map(one -> age(one, now)).sorted().toList();
    Duration usual = sorted.get(sorted.size() / 2);
    Duration limit = usual.multipliedBy(FACTOR).plus(LEAST);
    latest.forEach(
        (device, one) -> {
          Duration age = age(one, now);
          if (age.compareTo(limit) > 0) {
            silent.add(device);
            ages.put(device, age);
          }
        });
  }

  private static Duration age(JournaledReading one, Instant now) {
    return Duration.between(one.reading().observedAt(), now);
  }

  private Stream<String> properties() {
    return Stream.concat(
            CommonMeasures.all().stream(),
            domains.all().stream().flatMap(domain -> domain.measures().stream()))
        .filter(kind -> !NEWS.contains(kind.unit()))
        .map(ReadingKind::property)
        .distinct();
  }
}
