package city.nhip.engine.city;

import java.util.Map;

/**
 * Something that measures: a detector, a feeder meter, a fill sensor, a weather station.
 *
 * @param kind what it is: {@code detector}, {@code feeder-meter}, {@code fill-sensor}, {@code
 *     weather-station}, {@code light-sensor}; open, a new domain brings its own
 * @param asset the asset that it watches (approach, cabinet, container), or its own id
 * @param limits named numbers that rules compare with, unit in the name: {@code capKilowatts},
 *     {@code capacityVehiclesPerHour}
 */
public record Device(
    String id,
    String zone,
    String kind,
    String asset,
    Position position,
    Map<String, Double> limits) {
  public Device {
    Ids.check("device", id);
    limits = Map.copyOf(limits);
  }
}
