package city.nhip.scenarios.generator;

import city.nhip.engine.city.Device;
import city.nhip.engine.city.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A day of readings for all devices of a city: two peaks of traffic, a shower at half past five, an
 * overloaded feeder, bins that fill up, and sensors that fail.
 */
final class DaySketch {
  private static final int DAY = 24 * 3_600;
  private static final int MARKET_BINS = 14;

  /** A bin is emptied before it is so full, %. */
  private static final double FULLEST = 95;

  /** Points by which a level is off, in the measure of {@link #noise}. */
  private static final double LEVEL_NOISE = 20;

  private final RandomGenerator random;
  private final String centre;
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param second of the local day
   */
  private record Row(int second, String device, String property, double value, String unit) {
    String line() {
      return String.format(
          Locale.ROOT,
          "%s,%s,%02d:%02d:%02d,%.1f,%s%n".replace("%n", "\n"),
          device,
          property,
          second / 3_600,
          second / 60 % 60,
          second % 60,
          value,
          unit);
    }
  }

  private DaySketch(RandomGenerator random, String centre) {
    this.random = random;
    this.centre = centre;
  }

  /**
   * @param zones the first one is the centre, where things happen
   * @return the text of {@code readings/day.csv}
   */
  static String of(List<Device> devices, List<Zone> zones, RandomGenerator random) {
    DaySketch day = new DaySketch(random, zones.get(0).id());
    Map<String, List<Device>> byKind =
        devices.stream().collect(Collectors.groupingBy(Device::kind));
    day.weather(byKind.getOrDefault("weather-station", List.of()));
    day.light(byKind.getOrDefault("light-sensor", List.of()));
    day.feeders(byKind.getOrDefault("feeder-meter", List.of()));
    day.traffic(byKind.getOrDefault("detector", List.of()));
    day.bins(byKind.getOrDefault("fill-sensor", List.of()));
    day.curtailments(byKind.getOrDefault("demand-response", List.of()));
    day.lampsOut(byKind.getOrDefault("lamp-monitor", List.of()));
    day.trucks(byKind.getOrDefault("truck-unit", List.of()));
    day.rows.sort(
        Comparator.comparingInt(Row::second)
            .thenComparing(Row::device)
            .thenComparing(Row::property));
    return day.rows.stream()
        .map(Row::line)
        .collect(Collectors.joining("", "device,property,time,value,unit\n", ""));
  }

  private void add(int second, Device device, String property, double value, String unit) {
    rows.add(new Row(second, device.id(), property, value, unit));
  }

  private void weather(List<Device> stations) {
    for (Device station : stations) {
      int start = random.nextInt(600);
      double share = station.zone().equals(centre) ? 1 : 0.7 + 0.3 * random.nextDouble();
      for (int second = start; second < DAY; second += 600) {
        add(second, station, "rainfall", share * Shape.rain(second), "mm/h");
        add(second, station, "temperature", Shape.temperature(second), "°C");
      }
    }
  }

  private void light(List<Device> sensors) {
    for (Device sensor : sensors) {
      int start = random.nextInt(300);
      for (int second = start; second < DAY; second += 300) {
        add(second, sensor, "illuminance", Shape.lux(second) * noise(0.03), "lx");
      }
    }
  }

  /**
   * In the centre one feeder carries the night market's stalls too, and more than it should. The
   * second feeder of the city is tapped, day and night; of the third some lamps are out.
   */
  private void feeders(List<Device> meters) {
    boolean overload = true;
    for (int index = 0; index < meters.size(); index++) {
      Device meter = meters.get(index);
      boolean stalls = overload && meter.zone().equals(centre);
      overload &= !stalls;
      double cap = meter.limits().getOrDefault("capKilowatts", 40.0);
      double lamps = meter.limits().getOrDefault("lampKilowatts", 0.7 * cap);
      double tapped = index == 1 ? 0.08 * lamps : 0;
      double burning = index == 2 ? 0.87 : 1;
      int start = random.nextInt(300);
      for (int second = start; second < DAY; second += 300) {
        double load = Shape.lamps(second) * lamps * burning + tapped + 0.01 * lamps;
        double others = stalls ? cap * Shape.stalls(second) : 0;
        add(second, meter, "activePower", (load + others) * noise(0.015), "kW");
      }
    }
  }

  /** The grid's operator asks to shed from ten past seven to ten past eight. */
  private void curtailments(List<Device> signals) {
    for (Device signal : signals) {
      add(19 * 3_600 + 600, signal, "demandResponse", 8, "%");
      add(20 * 3_600 + 600, signal, "demandResponse", 0, "%");
    }
  }

  private void lampsOut(List<Device> monitors) {
    for (Device monitor : monitors) {
      add(18 * 3_600 + 1_500, monitor, "lampFailures", 3, "lamps");
      add(18 * 3_600 + 3_300, monitor, "lampFailures", 3, "lamps");
    }
  }

  /** The last detector's cable is cut from four in the afternoon on. */
  private void traffic(List<Device> detectors) {
    for (int index = 0; index < detectors.size(); index++) {
      Device detector = detectors.get(index);
      boolean cut = detectors.size() > 4 && index == detectors.size() - 1;
      double capacity = detector.limits().getOrDefault("capacityVehiclesPerHour", 1_500.0);
      boolean busy = detector.zone().equals(centre) && !detector.asset().matches(".*:[NS]");
      double factor = busy ? 0.94 + 0.1 * random.nextDouble() : 0.55 + 0.25 * random.nextDouble();
      int start = random.nextInt(300);
      for (int second = start; second < DAY; second += 300) {
        double share = Math.min(1.08, Shape.traffic(second) * factor * noise(0.03));
        if (!cut || second < 16 * 3_600) {
          add(second, detector, "trafficFlow", capacity * share, "veh/h");
          add(second, detector, "occupancy", Shape.occupancy(share), "%");
          add(second, detector, "speed", Shape.speed(share), "km/h");
        }
      }
    }
  }

  /**
   * Some bins of the centre fill by the market, and into one of them somebody tips a cartload at
   * ten to five. One sensor is stuck, one reports nonsense from four in the afternoon on.
   */
  private void bins(List<Device> sensors) {
    int market = 0;
    boolean carts = sensors.size() > 20;
    for (int index = 0; index < sensors.size(); index++) {
      Device sensor = sensors.get(index);
      int start = random.nextInt(3_600);
      double emptied = 5 + 3 * random.nextDouble();
      double usual = sensor.limits().getOrDefault("usualPercentPerHour", 3.0);
      double perHour = usual * (0.85 + 0.3 * random.nextDouble());
      boolean busy =
          sensor.zone().equals(centre) && random.nextDouble() < 0.35 && market < MARKET_BINS;
      if (busy) {
        market++;
        perHour = 7.8 + 1.4 * random.nextDouble();
      }
      double before = 24 * (busy ? 0 : index % daysToFill(perHour));
      if (before > 0) {
        emptied = 0;
      }
      boolean stuck = sensors.size() > 20 && index == 7;
      boolean nonsense = sensors.size() > 20 && index == 11;
      boolean dumped = carts && index > 11 && sensor.zone().equals(centre) && !busy;
      carts &= !dumped;
      for (int second = start; second < DAY; second += 3_600) {
        double hours = (second / 3_600.0 - emptied + 24) % 24 + before;
        double percent = 3 + perHour * hours + LEVEL_NOISE * (noise(0.02) - 1);
        if (dumped && second > 16 * 3_600 + 50 * 60) {
          percent += 45;
        }
        if (nonsense && second > 16 * 3_600) {
          percent = 182;
        } else {
          percent = Math.min(100, percent);
        }
        add(second, sensor, "fillLevel", stuck ? 37 : percent, "%");
      }
    }
  }

  /** Whole days that a bin goes without being emptied, at least one. */
  private static int daysToFill(double perHour) {
    return (int) Math.max(1, FULLEST / (24 * perHour));
  }

  /** The first truck breaks down in the middle of its shift. */
  private void trucks(List<Device> units) {
    if (units.size() > 4) {
      add(19 * 3_600 + 40 * 60, units.get(0), "truckFault", 5, "level");
    }
  }

  private double noise(double share) {
    return 1 + share * (2 * random.nextDouble() - 1);
  }
}
