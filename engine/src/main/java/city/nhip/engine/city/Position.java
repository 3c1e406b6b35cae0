package city.nhip.engine.city;

/**
 * A point on the ground, WGS 84.
 *
 * @param latitude degrees, -90 to 90
 * @param longitude degrees, -180 to 180
 */
public record Position(double latitude, double longitude) {
  private static final double EARTH_RADIUS_METRES = 6_371_008.8;

  public Position {
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException(
          "Position %s, %s is not on Earth. Give latitude -90..90 and longitude -180..180 in degrees."
              .formatted(latitude, longitude));
    }
  }

  /**
   * @return great-circle distance in metres (haversine, mean Earth radius), at least 0
   */
  public double metresTo(Position other) {
    double phi1 = Math.toRadians(latitude);
    double phi2 = Math.toRadians(other.latitude);
    double sinLatitude = Math.sin((phi2 - phi1) / 2);
    double sinLongitude = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double a =
        sinLatitude * sinLatitude + Math.cos(phi1) * Math.cos(phi2) * sinLongitude * sinLongitude;
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
