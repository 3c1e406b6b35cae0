package city.nhip.rules.session;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Zone;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A city of one zone, {@code north}, for tests that are about what its devices say. */
public final class OneZone {
  private static final Position PLACE = new Position(11, 106);

  private OneZone() {}

  public static City of(List<Device> devices) {
    return new City(
        "test",
        new Localized("x", "x"),
        true,
        ZoneId.of("Asia/Ho_Chi_Minh"),
        PLACE,
        Path.of("none"),
        List.of(new Zone("north", new Localized("north", "north"), PLACE)),
        devices);
  }

  public static Device device(String id, String kind, String asset, Map<String, Double> limits) {
    return new Device(id, "north", kind, asset, PLACE, limits);
  }
}
