package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import java.time.DayOfWeek;

/**
 * A schedule by weekdays, made once from what experience says of each container: so often that it
 * is usually no fuller than a given level when the crew comes.
 */
public record FixedWeek(double fullestPercent) {
  private static final int WEEK = 7;
  private static final int DAY_HOURS = 24;

  boolean collects(Container container, DayOfWeek day) {
    double daily = container.usualPercentPerHour() * DAY_HOURS;
    int gap = (int) Math.max(1, Math.min(WEEK, Math.floor(fullestPercent / daily)));
    int times = (WEEK + gap - 1) / gap;
    int shifted = (day.getValue() + Math.floorMod(container.zone().hashCode(), WEEK)) % WEEK;
    for (int i = 0; i < times; i++) {
      if (i * WEEK / times == shifted) {
        return true;
      }
    }
    return false;
  }
}
