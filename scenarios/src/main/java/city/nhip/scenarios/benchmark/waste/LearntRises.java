package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * What crews have learnt from a week of emptying everything every evening: how much is in each
 * container after a day, and what each weekday makes of all of them.
 */
final class LearntRises {
  private final double[] mean;
  private final Map<DayOfWeek, Double> weekdays = new EnumMap<>(DayOfWeek.class);

  /**
   * @param found by weekday, then container: % of its volume that came within the day before
   */
  LearntRises(Map<DayOfWeek, double[]> found) {
    mean = new double[found.values().iterator().next().length];
    found.values().forEach(day -> add(day, 1.0 / found.size()));
    double all = Arrays.stream(mean).sum();
    found.forEach((day, rises) -> weekdays.put(day, Arrays.stream(rises).sum() / all));
  }

  private void add(double[] day, double times) {
    for (int c = 0; c < mean.length; c++) {
      mean[c] += times * day[c];
    }
  }

  /** % of the volume that has come by a day's evening since the evening it was collected last. */
  double expected(int index, Container container, FixedWeek week, DayOfWeek day) {
    double rise = 0;
    DayOfWeek before = day;
    do {
      rise += mean[index] * weekdays.getOrDefault(before, 1.0);
      before = before.minus(1);
    } while (before != day && !week.collects(container, before));
    return rise;
  }
}
