package city.nhip.scenarios.benchmark.rules;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Zone;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * An invented city of any number of zones: 40 approaches, 15 containers, 11 feeders, rain, light
 * and temperature in each; every five minutes 150 readings a zone, two peaks and a shower a day.
 */
final class RuleLoad {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final ZoneId TIME_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Position PLACE = new Position(11.05, 106.68);
  private static final int ROUND_SECONDS = 300;

  private final City city;
  private final Random random;
  private long id;

  RuleLoad(int zones, long seed) {
    this.random = new Random(seed);
    List<Zone> all = new ArrayList<>();
    List<Device> devices = new ArrayList<>();
    for (int zone = 0; zone < zones; zone++) {
      all.add(new Zone("z" + zone, new Localized("z" + zone, "z" + zone), PLACE));
      for (int one = 0; one < 40; one++) {
        devices.add(device("a", zone, one, Map.of("capacityVehiclesPerHour", 1_500.0)));
      }
      for (int one = 0; one < 15; one++) {
        devices.add(device("w", zone, one, Map.of()));
      }
      for (int one = 0; one < 11; one++) {
        devices.add(device("c", zone, one, Map.of("capKilowatts", 40.0)));
      }
      devices.add(device("s", zone, 0, Map.of()));
    }
    this.city =
        new City(
            "bench",
            new Localized("bench", "bench"),
            true,
            TIME_ZONE,
            PLACE,
            Path.of("none"),
            all,
            devices);
  }

  private static Device device(String kind, int zone, int number, Map<String, Double> limits) {
    String name = kind + zone + "-" + number;
    return new Device(name, "z" + zone, "sensor", name, PLACE, limits);
  }

  City city() {
    return city;
  }

  Instant start() {
    return START;
  }

  Instant at(int round) {
    return START.plusSeconds((long) round * ROUND_SECONDS);
  }

  /** Five minutes of all zones, in order of time. */
  void round(int round, Consumer<JournaledReading> consumer) {
    double hour = at(round).atZone(TIME_ZONE).toLocalTime().toSecondOfDay() / 3_600.0;
    double traffic = 0.15 + 0.7 * Math.max(peak(hour, 7.5), peak(hour, 17.5));
    double light = Math.max(0, Math.sin((hour - 6) / 12 * Math.PI)) * 40_000;
    double rain = hour > 16 && hour < 17 ? 6 : 0;
    for (int step = 0; step < 150; step++) {
      Instant at = at(round).plusSeconds(step * 2L);
      for (int zone = 0; zone < city.zones().size(); zone++) {
        consumer.accept(reading(zone, step, at, traffic, light, rain, hour));
      }
    }
  }

  private static double peak(double hour, double at) {
    return Math.exp(-(hour - at) * (hour - at) / 1.5);
  }

  private JournaledReading reading(
      int zone, int step, Instant at, double traffic, double light, double rain, double hour) {
    double noise = 0.9 + 0.2 * random.nextDouble();
    int approach = step % 40;
    double share = Math.min(1.1, traffic * (0.7 + 0.6 * approach / 40) * noise);
    if (step < 40) {
      return one(zone, "a", approach, "trafficFlow", 1_500 * share, "veh/h", at);
    }
    if (step < 80) {
      return one(zone, "a", approach, "occupancy", 60 * share, "%", at);
    }
    if (step < 120) {
      return one(zone, "a", approach, "speed", 45 * noise - 28 * share, "km/h", at);
    }
    if (step < 135) {
      int container = step - 120;
      double fill = Math.min(100, ((hour + 18) % 24) * (2 + container * 0.25) * noise);
      return one(zone, "w", container, "fillLevel", fill, "%", at);
    }
    if (step < 146) {
      double load = light < 500 ? 40 * (0.55 + 0.42 * noise) : 1.2;
      return one(zone, "c", step - 135, "activePower", load, "kW", at);
    }
    if (step < 148) {
      return one(zone, "s", 0, "rainfall", rain * noise, "mm/h", at);
    }
    return step == 148
        ? one(zone, "s", 0, "illuminance", light * noise, "lx", at)
        : one(zone, "s", 0, "temperature", 24 + light / 4_000, "°C", at);
  }

  private JournaledReading one(
      int zone, String kind, int number, String property, double value, String unit, Instant at) {
    String device = kind + zone + "-" + number;
    return new JournaledReading(
        ++id, "z" + zone, at, new Reading("bench", device, property, at, Math.max(0, value), unit));
  }
}
