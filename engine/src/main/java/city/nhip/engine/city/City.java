package city.nhip.engine.city;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A city as its folder describes it. What belongs to one planning domain stays in that domain's own
 * files below {@link #folder()}.
 */
public final class City {
  private final String id;
  private final Localized name;
  private final boolean synthetic;
  private final ZoneId timeZone;
  private final Position centre;
  private final Path folder;
  private final List<Zone> zones;
  private final Map<String, Device> devices;

  /**
   * @param synthetic true where assets and readings are invented; every page says so
   * @throws IllegalArgumentException when two zones or devices share an id, or a device stands in
   *     no zone
   */
  public City(
      String id,
      Localized name,
      boolean synthetic,
      ZoneId timeZone,
      Position centre,
      Path folder,
      List<Zone> zones,
      List<Device> devices) {
    Ids.check("city", id);
    this.id = id;
    this.name = name;
    this.synthetic = synthetic;
    this.timeZone = timeZone;
    this.centre = centre;
    this.folder = folder;
    this.zones = List.copyOf(zones);
    Map<String, Zone> known = byId("zone", zones, Zone::id);
    this.devices = byId("device", devices, Device::id);
    for (Device device : devices) {
      if (!known.containsKey(device.zone())) {
        throw new IllegalArgumentException(
            "Device %s stands in zone %s, which is not in city.json. Add the zone or correct it."
                .formatted(device.id(), device.zone()));
      }
    }
  }

  private static <T> Map<String, T> byId(String what, List<T> items, Function<T, String> id) {
    return Map.copyOf(
        items.stream()
            .collect(
                Collectors.toMap(
                    id,
                    Function.identity(),
                    (a, b) -> {
                      throw new IllegalArgumentException(
                          "Two entries share the %s id %s. Rename one."
                              .formatted(what, id.apply(a)));
                    })));
  }

  public String id() {
    return id;
  }

  public Localized name() {
    return name;
  }

  public boolean synthetic() {
    return synthetic;
  }

  public ZoneId timeZone() {
    return timeZone;
  }

  public Position centre() {
    return centre;
  }

  public Path folder() {
    return folder;
  }

  /** In the order of the file. */
  public List<Zone> zones() {
    return zones;
  }

  public Zone zone(String zoneId) {
    return zones.stream()
        .filter(zone -> zone.id().equals(zoneId))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No zone " + zoneId + " in city " + id));
  }

  public Map<String, Device> devices() {
    return devices;
  }

  public Optional<Device> findDevice(String deviceId) {
    return Optional.ofNullable(devices.get(deviceId));
  }
}
