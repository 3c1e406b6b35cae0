package city.nhip.engine.planning.waste.city;

import city.nhip.engine.planning.waste.city.FillSeries.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * By how much a container fills a day, over whole days before now: what fills it by day and not by
 * night is then in each of them.
 *
 * @param perDay points of its volume, the last day first; NaN where too little was read
 */
record DailyRises(double[] perDay) {
  static final int DAYS = 7;

  private static final Duration DAY = Duration.ofDays(1);
  private static final double HOURS = 24;
  private static final double ENOUGH_HOURS = 16;
  private static final double LONGEST_GAP_HOURS = 3;

  /** A fall of so many points is no noise: not even a container that was nearly empty. */
  private static final double EMPTIED = 6;

  private static final double HOUR = 3_600_000;

  /**
   * @param levels oldest first
   */
  static DailyRises of(List<Level> levels, Instant now) {
    double[] rise = new double[DAYS];
    double[] hours = new double[DAYS];
    for (int i = 1; i < levels.size(); i++) {
      Level before = levels.get(i - 1);
      Level after = levels.get(i);
      double span = Duration.between(before.at(), after.at()).toMillis() / HOUR;
      int day = (int) (Duration.between(after.at(), now).toMillis() / DAY.toMillis());
      boolean tells =
          span <= LONGEST_GAP_HOURS
              && after.percent() < FillSeries.FULL
              && before.percent() - after.percent() < EMPTIED;
      if (tells && day >= 0 && day < DAYS) {
        rise[day] += after.percent() - before.percent();
        hours[day] += span;
      }
    }
    for (int day = 0; day < DAYS; day++) {
      rise[day] = hours[day] >= ENOUGH_HOURS ? rise[day] * HOURS / hours[day] : Double.NaN;
    }
    return new DailyRises(rise);
  }

  /** Points a day on the whole; empty where no day was read. */
  Optional<Double> mean() {
    double[] known = known();
    return known.length == 0
        ? Optional.empty()
        : Optional.of(Math.max(0.1, Arrays.stream(known).average().orElseThrow()));
  }

  /** Each day as a share of the mean, the last day first; NaN where too little was read. */
  double[] shares() {
    double mean = mean().orElse(1.0);
    return Arrays.stream(perDay).map(rise -> rise / mean).toArray();
  }

  /**
   * How far single days are from what they were for all, as shares of the mean; none where there is
   * one day.
   *
   * @param common by day, the share that it was for all containers
   */
  double[] deviations(double[] common) {
    double[] shares = shares();
    double[] off =
        IntStream.range(0, DAYS)
            .mapToDouble(day -> Math.abs(shares[day] - common[day]))
            .filter(one -> !Double.isNaN(one))
            .toArray();
    double scale = Math.sqrt(off.length / Math.max(1.0, off.length - 1.0));
    return off.length < 2 ? new double[0] : Arrays.stream(off).map(one -> scale * one).toArray();
  }

  private double[] known() {
    return Arrays.stream(perDay).filter(rise -> !Double.isNaN(rise)).toArray();
  }
}
