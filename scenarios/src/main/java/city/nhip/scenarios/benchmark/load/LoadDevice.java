package city.nhip.scenarios.benchmark.load;

import java.util.Map;
import java.util.Optional;

/**
 * A device that the load speaks for, and what it says: an ordinary value that no rule minds.
 *
 * @param property and its unit, as the journal keeps them
 * @param perTenMinutes how often such a device speaks: the load keeps the ratio of the kinds
 */
record LoadDevice(String id, String property, String unit, double value, int perTenMinutes) {
  private static final Map<String, LoadDevice> BY_KIND =
      Map.of(
          "detector", new LoadDevice("", "trafficFlow", "veh/h", 300, 120),
          "fill-sensor", new LoadDevice("", "fillLevel", "%", 35, 1),
          "feeder-meter", new LoadDevice("", "activePower", "kW", 4, 40),
          "weather-station", new LoadDevice("", "temperature", "°C", 28, 10),
          "light-sensor", new LoadDevice("", "illuminance", "lx", 20_000, 10));

  /** Empty where the load has nothing to say for such a device. */
  static Optional<LoadDevice> of(String id, String kind) {
    return Optional.ofNullable(BY_KIND.get(kind))
        .map(it -> new LoadDevice(id, it.property(), it.unit(), it.value(), it.perTenMinutes()));
  }
}
