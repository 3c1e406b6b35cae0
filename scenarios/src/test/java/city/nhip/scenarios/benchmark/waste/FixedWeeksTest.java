package city.nhip.scenarios.benchmark.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.nhip.engine.city.Position;
import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import city.nhip.engine.planning.waste.city.WasteContainers.Side;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixedWeeksTest {
  private static final FixedWeek EVERY_EVENING = new FixedWeek(1);

  @Test
  void what_is_expected_is_what_weekdays_made_of_it() {
    Map<DayOfWeek, double[]> found = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      double times = day == DayOfWeek.SATURDAY ? 1.6 : 0.9;
      found.put(day, new double[] {10 * times, 20 * times});
    }
    LearntRises rises = new LearntRises(found);

    assertThat(rises.expected(0, container(1), EVERY_EVENING, DayOfWeek.SATURDAY))
        .isCloseTo(16, within(1e-9));
    assertThat(rises.expected(1, container(1), EVERY_EVENING, DayOfWeek.MONDAY))
        .isCloseTo(18, within(1e-9));
  }

  @Test
  void a_container_that_is_collected_once_a_week_has_what_seven_days_brought() {
    Map<DayOfWeek, double[]> found = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      found.put(day, new double[] {4});
    }
    FixedWeek once = new FixedWeek(100);
    DayOfWeek day =
        List.of(DayOfWeek.values()).stream()
            .filter(one -> once.collects(container(0.1), one))
            .findFirst()
            .orElseThrow();
    assertThat(new LearntRises(found).expected(0, container(0.1), once, day))
        .isCloseTo(28, within(1e-9));
  }

  private static Container container(double usualPercentPerHour) {
    return new Container(
        "C1",
        "zone",
        "residual",
        "street",
        "",
        Side.EITHER,
        new Position(11, 106),
        660,
        60,
        usualPercentPerHour,
        List.of(),
        false);
  }
}
