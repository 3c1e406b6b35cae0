package city.nhip.engine.planning.signals.day;

import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.signals.SignalSites;
import city.nhip.engine.planning.signals.ZoneSignals;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.JournaledReading;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Vehicles an hour on each approach in each quarter of an hour of the local day.
 *
 * @param flows {@code flows[quarter][approach]}, approaches in the zone's order
 * @param filled approaches of which a quarter or more was silent: there the usual flow, scaled as
 *     the others are
 * @param coveredPercent of all quarters of all approaches, 80 to 100
 * @param until local time at which the 24 hours end: {@code 2026-03-03 02:00}
 */
record DayCounts(double[][] flows, TreeSet<String> filled, long coveredPercent, String until) {
  static final int QUARTERS = 96;
  static final int SECONDS = 900;
  private static final Duration DAY = Duration.ofDays(1);

  /** By which hour of the 24 they are told as a working day's or a weekend's. */
  private static final Duration MIDDLE = Duration.ofHours(12);

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final double ENOUGH = 0.8;
  private static final int UNKNOWN = -1;

  /**
   * Of the last 24 hours, if they are such a day's; else of the last such day.
   *
   * @throws CannotPlan where under 80 % of it is counted
   */
  static DayCounts measured(PlanningContext context, ZoneSignals zone, DayKind kind) {
    List<SignalSites.Approach> approaches = zone.approaches();
    Map<String, Integer> indexOf = new HashMap<>();
    for (int a = 0; a < approaches.size(); a++) {
      indexOf.put(approaches.get(a).id(), a);
    }
    double[][] sum = new double[QUARTERS][approaches.size()];
    int[][] count = new int[QUARTERS][approaches.size()];
    ZoneId local = context.city().timeZone();
    Instant end = end(context.now().atZone(local), kind).toInstant();
    for (JournaledReading it :
        context
            .readings()
            .between(CommonMeasures.TRAFFIC_FLOW.property(), end.minus(DAY), end.plusMillis(1))) {
      int approach =
          context
              .city()
              .findDevice(it.reading().device())
              .filter(device -> device.kind().equals("detector"))
              .map(Device::asset)
              .map(asset -> indexOf.getOrDefault(asset, UNKNOWN))
              .orElse(UNKNOWN);
      if (approach != UNKNOWN) {
        int second = it.reading().observedAt().atZone(local).toLocalTime().toSecondOfDay();
        sum[second / SECONDS][approach] += it.reading().value();
        count[second / SECONDS][approach]++;
      }
    }
    long covered = 0;
    for (int[] quarter : count) {
      for (int readings : quarter) {
        covered += readings > 0 ? 1 : 0;
      }
    }
    long all = (long) QUARTERS * approaches.size();
    String until = CLOCK.format(end.atZone(local));
    refuse(100.0 * covered / all, until);
    return new DayCounts(
        filled(approaches, sum, count),
        silent(approaches, count),
        Math.round(100.0 * covered / all),
        until);
  }

  private static ZonedDateTime end(ZonedDateTime now, DayKind kind) {
    if (kind.holds(now.minus(MIDDLE).getDayOfWeek())) {
      return now;
    }
    ZonedDateTime midnight = now.truncatedTo(ChronoUnit.DAYS);
    while (!kind.holds(midnight.minusDays(1).getDayOfWeek())) {
      midnight = midnight.minusDays(1);
    }
    return midnight;
  }

  private static void refuse(double percent, String until) {
    if (percent < 100 * ENOUGH) {
      throw new CannotPlan(
          new Localized(
              "Các cảm biến lưu lượng mới đếm được %d %% của 24 giờ đến %s; kế hoạch ngày cần ít nhất 80 %%. Hãy đợi đủ một ngày đếm."
                  .formatted((long) percent, until),
              "Flow detectors counted %d %% of the 24 hours up to %s; a day plan needs at least 80 %%. Wait for such a day of counts."
                  .formatted((long) percent, until)));
    }
  }

  private static double[][] filled(
      List<SignalSites.Approach> approaches, double[][] sum, int[][] count) {
    double[] level = levels(approaches, sum, count);
    double[][] flows = new double[QUARTERS][approaches.size()];
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      for (int a = 0; a < approaches.size(); a++) {
        flows[quarter][a] =
            count[quarter][a] > 0
                ? sum[quarter][a] / count[quarter][a]
                : level[quarter] * approaches.get(a).usualFlowVehiclesPerHour();
      }
    }
    return flows;
  }

  /**
   * What is counted over what is usual; where nothing is counted, as in the last quarter before.
   */
  private static double[] levels(
      List<SignalSites.Approach> approaches, double[][] sum, int[][] count) {
    double[] level = new double[QUARTERS];
    double last = 1;
    for (int round = 0; round < 2 * QUARTERS; round++) {
      int quarter = round % QUARTERS;
      double measured = 0;
      double usual = 0;
      for (int a = 0; a < approaches.size(); a++) {
        if (count[quarter][a] > 0) {
          measured += sum[quarter][a] / count[quarter][a];
          usual += approaches.get(a).usualFlowVehiclesPerHour();
        }
      }
      last = usual > 0 ? measured / usual : last;
      level[quarter] = last;
    }
    return level;
  }

  private static TreeSet<String> silent(List<SignalSites.Approach> approaches, int[][] count) {
    TreeSet<String> silent = new TreeSet<>();
    for (int a = 0; a < approaches.size(); a++) {
      int quiet = 0;
      for (int[] quarter : count) {
        quiet += quarter[a] == 0 ? 1 : 0;
      }
      if (quiet * 4 >= QUARTERS) {
        silent.add(approaches.get(a).id());
      }
    }
    return silent;
  }

  /**
   * @param from quarter, inclusive
   * @param to quarter, exclusive
   * @return vehicles an hour by approach, in the mean
   */
  double[] mean(int from, int to) {
    double[] mean = new double[flows[0].length];
    for (int quarter = from; quarter < to; quarter++) {
      for (int a = 0; a < mean.length; a++) {
        mean[a] += flows[quarter][a] / (to - from);
      }
    }
    return mean;
  }

  /**
   * @return vehicles an hour counted at all approaches together
   */
  double total(int quarter) {
    return sum(flows[quarter]);
  }

  static double sum(double[] flows) {
    return Arrays.stream(flows).sum();
  }
}
