package city.nhip.scenarios.generator;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Zone;
import java.util.List;

/** The zones of each sketched city; everything else finds its zone by the nearest centre. */
final class ZonesSketch {
  /** The middle of Đại lộ Hùng Vương, as the sketch has it. */
  static final Position CENTRE = new Position(11.05, 106.68);

  private ZonesSketch() {}

  static List<Zone> of(CitySize size) {
    return switch (size) {
      case DEMO ->
          List.of(
              zone("hoa-phu", "Hoà Phú", "Hoa Phu", 0, 0),
              zone("phu-tan", "Phú Tân", "Phu Tan", -1_200, -2_000),
              zone("dinh-hoa", "Định Hoà", "Dinh Hoa", 0, 2_000),
              zone("phu-my", "Phú Mỹ", "Phu My", 1_200, -2_000));
      case TINY ->
          List.of(
              zone("north", "Khu Bắc", "North", 0, 200),
              zone("south", "Khu Nam", "South", 0, -200));
    };
  }

  private static Zone zone(String id, String vi, String en, double east, double north) {
    return new Zone(id, new Localized(vi, en), Ground.offset(CENTRE, east, north));
  }
}
