package city.nhip.scenarios.generator;

import city.nhip.engine.city.Position;
import city.nhip.engine.city.Zone;
import java.util.Comparator;
import java.util.List;

/** Plane geometry around a city's centre, good to a metre within a few kilometres. */
final class Ground {
  private static final double METRES_PER_DEGREE = 111_195;
  private static final double SCALE = 1e6;

  private Ground() {}

  /**
   * @param east metres
   * @param north metres
   * @return a position rounded to a millionth of a degree, about a decimetre
   */
  static Position offset(Position from, double east, double north) {
    double latitude = from.latitude() + north / METRES_PER_DEGREE;
    double longitude =
        from.longitude() + east / (METRES_PER_DEGREE * Math.cos(Math.toRadians(from.latitude())));
    return new Position(
        Math.round(latitude * SCALE) / SCALE, Math.round(longitude * SCALE) / SCALE);
  }

  /**
   * @param share 0 at {@code from}, 1 at {@code to}
   */
  static Position between(Position from, Position to, double share) {
    double latitude = from.latitude() + share * (to.latitude() - from.latitude());
    double longitude = from.longitude() + share * (to.longitude() - from.longitude());
    return new Position(
        Math.round(latitude * SCALE) / SCALE, Math.round(longitude * SCALE) / SCALE);
  }

  /** The zone whose centre is nearest: how the sketches draw the borders. */
  static Zone nearest(List<Zone> zones, Position position) {
    return zones.stream()
        .min(Comparator.comparingDouble(zone -> zone.centre().metresTo(position)))
        .orElseThrow();
  }
}
