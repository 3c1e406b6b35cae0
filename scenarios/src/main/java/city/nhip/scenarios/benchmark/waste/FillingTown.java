package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;

/**
 * How a city's containers really fill, hour by hour, as nobody but the simulation knows: each in
 * its own way beside its usual rate, more at weekends, by two peaks a day, and by chance.
 */
final class FillingTown {
  private static final double OWN_WAY = 0.25;
  private static final double CHANCE = 0.15;
  private static final double[] WEEKDAYS = {0.95, 0.9, 0.9, 0.95, 1.0, 1.2, 1.1};
  private static final int NIGHT_ENDS = 6;

  private final List<Container> containers;
  private final Instant start;

  /** By container: what has been put in by each hour. */
  private final double[][] total;

  FillingTown(List<Container> containers, Instant start, int days, ZoneId zone, long seed) {
    this.containers = containers;
    this.start = start;
    Random random = new Random(seed);
    total = new double[containers.size()][days * 24 + 1];
    for (int c = 0; c < total.length; c++) {
      double own = Math.exp(OWN_WAY * random.nextGaussian() - OWN_WAY * OWN_WAY / 2);
      double today = 1;
      for (int hour = 0; hour < days * 24; hour++) {
        ZonedDateTime at = start.plus(Duration.ofHours(hour)).atZone(zone);
        if (at.getHour() == 0 || hour == 0) {
          today = Math.exp(CHANCE * random.nextGaussian());
        }
        total[c][hour + 1] =
            total[c][hour]
                + containers.get(c).usualPercentPerHour()
                    * own
                    * today
                    * WEEKDAYS[at.getDayOfWeek().getValue() - 1]
                    * ofDay(at.getHour());
      }
    }
  }

  /** Little at night, most in the morning and the evening; 1 on the whole. */
  private static double ofDay(int hour) {
    if (hour < NIGHT_ENDS) {
      return 0.4;
    }
    return 1.2 + 0.35 * Math.cos((hour - 8) * Math.PI / 5.5);
  }

  List<Container> containers() {
    return containers;
  }

  /**
   * @return points of its volume by which a container fills within a span
   */
  double rise(int container, Instant from, Instant to) {
    return filled(container, to) - filled(container, from);
  }

  private double filled(int container, Instant until) {
    double hours = Duration.between(start, until).toMillis() / 3_600_000.0;
    int hour = (int) Math.max(0, Math.min(total[container].length - 2, Math.floor(hours)));
    double from = total[container][hour];
    return from + Math.min(1, hours - hour) * (total[container][hour + 1] - from);
  }
}
