package city.nhip.scenarios.benchmark.load;

import java.util.Map;
import java.util.Optional;

/**
 * A device that the load speaks for, and what it says: an ordinary value that no rule minds.
 *
 * @param property and its unit, as the journal keeps them
 */
record LoadDevice(String id, String property, String unit, double value) {
  private static final Map<String, LoadDevice> BY_KIND =
      Map.of(
          "detector", new LoadDevice("", "trafficFlow", "veh/h", 300),
          "fill-sensor", new LoadDevice("", "fillLevel", "%", 35),
          "feeder-meter", new LoadDevice("", "activePower", "kW", 4),
          "weather-station", new LoadDevice("", "temperature", "°C", 28),
          "light-sensor", new LoadDevice("", "illuminance", "lx", 20_000));

  /** Empty where the load has nothing to say for such a device. */
  static Optional<LoadDevice> of(String id, String kind) {
    return Optional.ofNullable(BY_KIND.get(kind))
        .map(it -> new LoadDevice(id, it.property(), it.unit(), it.value()));
  }
}
