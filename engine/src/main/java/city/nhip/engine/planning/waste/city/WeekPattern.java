package city.nhip.engine.planning.waste.city;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * What a city's containers have in common.
 *
 * @param weekday what the coming weekday makes of a mean day; 1 where no whole week was read
 * @param deviation standard deviation of single days, a share of the mean
 */
record WeekPattern(double weekday, double deviation) {
  private static final double HOURS = 24;
  private static final double SLOWEST = 0.05;
  private static final double UNKNOWN_DEVIATION = 0.25;

  /** Nine of ten values of a normal distribution lie within so many standard deviations. */
  private static final double NINE_OF_TEN = 1.645;

  /** Mean absolute deviation of a normal distribution, in standard deviations. */
  private static final double MEAN_DEVIATION = 0.798;

  static WeekPattern of(Collection<DailyRises> all) {
    double[] common = new double[DailyRises.DAYS];
    for (int day = 0; day < common.length; day++) {
      int one = day;
      double[] shares =
          all.stream()
              .mapToDouble(rises -> rises.shares()[one])
              .filter(share -> !Double.isNaN(share))
              .toArray();
      common[day] = shares.length == 0 ? 1 : FillSeries.median(shares);
    }
    double deviation =
        all.stream()
            .flatMapToDouble(one -> Arrays.stream(one.deviations(common)))
            .average()
            .orElse(UNKNOWN_DEVIATION * MEAN_DEVIATION);
    return new WeekPattern(Math.max(0.1, common[common.length - 1]), deviation / MEAN_DEVIATION);
  }

  /**
   * @return empty where no whole day was read
   */
  Optional<Filling> filling(String container, FillSeries series, DailyRises rises) {
    return rises
        .mean()
        .map(
            mean -> {
              double rate = Math.max(SLOWEST, mean / HOURS * weekday);
              double spread = Math.min(0.9, NINE_OF_TEN * deviation);
              return new Filling(
                  container,
                  Filling.Sensor.FINE,
                  series.newest().at(),
                  series.newest().percent(),
                  rate,
                  rate * (1 - spread),
                  rate * (1 + spread));
            });
  }
}
