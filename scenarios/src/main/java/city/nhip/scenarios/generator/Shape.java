package city.nhip.scenarios.generator;

/** How a day runs in a city at 11 degrees north; all functions of the second of the local day. */
final class Shape {
  private static final double HOUR = 3_600;
  private static final double SUNRISE = 5.85;
  private static final double SUNSET = 17.6;
  private static final double RAIN_STARTS = 17.5;
  private static final double RAIN_ENDS = 18 + 1 / 6.0;

  private Shape() {}

  /**
   * @return mm/h: a shower that comes and goes in forty minutes
   */
  static double rain(int second) {
    double share = (second / HOUR - RAIN_STARTS) / (RAIN_ENDS - RAIN_STARTS);
    return share < 0 || share > 1 ? 0 : 6 + 22 * Math.sin(Math.PI * share);
  }

  /**
   * @return degrees Celsius, warmest in the early afternoon
   */
  static double temperature(int second) {
    double rainy = rain(second) > 0 ? 2.5 : 0;
    return 28.5 + 4.5 * Math.cos((second / HOUR - 14) / 24 * 2 * Math.PI) - rainy;
  }

  /**
   * @return lx on open ground; twilight halves about every three and a half minutes
   */
  static double lux(int second) {
    double hour = second / HOUR;
    double day = (hour - SUNRISE) / (SUNSET - SUNRISE);
    double clouds = rain(second) > 0 ? 0.3 : 1;
    if (day >= 0 && day <= 1) {
      return clouds * (400 + 85_000 * Math.pow(Math.sin(Math.PI * day), 1.3));
    }
    double minutes = 60 * Math.min(Math.abs(hour - SUNRISE), Math.abs(hour - SUNSET));
    return Math.max(0.2, clouds * 400 * Math.exp(-minutes / 5));
  }

  /**
   * @return 0..1, the part of the lamps that burn
   */
  static double lamps(int second) {
    double hour = second / HOUR;
    return hour > SUNSET || hour < SUNRISE - 0.2 ? 1 : 0;
  }

  /**
   * @return what the stalls of the night market draw, as a part of the feeder's cap
   */
  static double stalls(int second) {
    return 0.36 * bell(second / HOUR, 17.9, 0.6);
  }

  /**
   * @return flow as a part of capacity on a fully used approach, 0..1
   */
  static double traffic(int second) {
    double hour = second / HOUR;
    double plateau = hour > 5.5 && hour < 21.5 ? 0.45 * Math.sin(Math.PI * (hour - 5.5) / 16) : 0;
    double peaks = Math.max(bell(hour, 7.3, 0.8), bell(hour, 17.4, 0.9));
    return Math.max(0.05 + plateau, 0.98 * peaks);
  }

  /**
   * @param share of capacity in use
   * @return percent of time that the detector is covered; queues reach it near capacity
   */
  static double occupancy(double share) {
    return Math.min(85, 2 + 24 * share + 40 * Math.max(0, share - 0.88) / 0.1);
  }

  /**
   * @return km/h
   */
  static double speed(double share) {
    return Math.max(6, 48 * (1 - 0.75 * Math.pow(Math.min(1, share), 4)));
  }

  private static double bell(double hour, double middle, double width) {
    double distance = (hour - middle) / width;
    return Math.exp(-distance * distance / 2);
  }
}
