package city.nhip.engine.safety;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Zone;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;

/** A city of one zone, north, and no device. */
final class NorthOnly {
  private NorthOnly() {}

  static City city(Path folder) {
    Localized name = new Localized("Thử", "Test");
    Position here = new Position(11, 106);
    return new City(
        "test",
        name,
        true,
        ZoneOffset.UTC,
        here,
        folder,
        List.of(new Zone("north", name, here)),
        List.of());
  }
}
