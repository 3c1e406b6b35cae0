package city.nhip.engine.planning.waste.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.nhip.engine.city.Position;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.waste.city.FillSeries.Level;
import city.nhip.engine.planning.waste.city.Filling.Sensor;
import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import city.nhip.engine.planning.waste.city.WasteContainers.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class FillForecastTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final Map<String, List<Level>> levels = new HashMap<>();

  @Test
  void a_steady_container_is_full_when_its_rate_says() {
    hourly("W1", 12, hour -> 10 + 4 * hour);
    Filling filling = forecast("W1");
    assertThat(filling.sensor()).isEqualTo(Sensor.FINE);
    assertThat(filling.rate()).isCloseTo(4, within(0.01));
    // 54 % eleven hours after the first; 46 points at 4 an hour remain
    assertThat(filling.full()).isEqualTo(NOW.plus(Duration.ofMinutes(690)));
  }

  @Test
  void an_emptying_starts_anew() {
    hourly("W1", 12, hour -> hour < 6 ? 40 + 9 * hour : 2 + 2 * (hour - 6));
    assertThat(forecast("W1").rate()).isCloseTo(2, within(0.01));
    assertThat(forecast("W1").level()).isEqualTo(12);
  }

  @Test
  void one_wild_value_does_not_move_the_rate() {
    hourly("W1", 12, hour -> hour == 5 ? 48 : 5 + 3 * hour);
    assertThat(forecast("W1").rate()).isCloseTo(3, within(0.6));
  }

  @Test
  void a_stuck_sensor_is_named_and_not_believed() {
    hourly("W1", 12, hour -> 37);
    Filling filling = forecast("W1");
    assertThat(filling.sensor()).isEqualTo(Sensor.STUCK);
    assertThat(filling.rate()).isCloseTo(3, within(0.01));
    assertThat(filling.levelAt(NOW)).isCloseTo(72, within(0.1));
  }

  @Test
  void a_full_container_is_not_stuck() {
    hourly("W1", 16, hour -> Math.min(100, 10 + 12 * hour));
    assertThat(forecast("W1").sensor()).isEqualTo(Sensor.FINE);
    assertThat(forecast("W1").rate()).isCloseTo(12, within(0.5));
  }

  @Test
  void a_silent_sensor_fills_at_the_usual_rate_from_what_it_said_last() {
    for (int other = 0; other < 9; other++) {
      hourly("X" + other, 12, hour -> 10 + 6 * hour); // twice the usual 3
    }
    levels.put("W1", List.of(new Level(NOW.minus(Duration.ofHours(5)), 20)));
    Filling filling = forecast("W1");
    assertThat(filling.sensor()).isEqualTo(Sensor.SILENT);
    assertThat(filling.rate()).isCloseTo(6, within(0.01));
    assertThat(filling.levelAt(NOW)).isCloseTo(50, within(0.1));
  }

  @Test
  void a_slow_container_without_a_sensor_has_its_turn_every_other_day() {
    List<Container> containers = List.of(container("blind", 1), container("X", 3));
    List<Long> levels = new ArrayList<>();
    for (int day = 0; day < 3; day++) {
      Instant then = NOW.plus(Duration.ofDays(day));
      FillForecast forecast =
          FillForecast.of(
              containers, List.of("X"), Map.of("X", List.of(new Level(then, 10))), then);
      levels.add(Math.round(forecast.get("blind").levelAt(then)));
      assertThat(forecast.turns().contains("blind")).isEqualTo(levels.get(day) == 48);
    }
    // 24 % a day: a third day would fill it further than it may be
    assertThat(levels).contains(24L, 48L);
    assertThat(levels.get(2)).isEqualTo(levels.get(0));
  }

  @Test
  void whole_days_tell_more_than_the_hours_since_it_was_emptied() {
    // 4 an hour by day, nothing at night: 48 a day, 2 an hour on the whole; emptied at nine
    List<Level> list = new ArrayList<>();
    double level = 0;
    for (int hour = 24 * 8; hour >= 0; hour--) {
      Instant at = NOW.minus(Duration.ofHours(hour));
      int ofDay = at.atZone(ZoneOffset.UTC).getHour();
      level = ofDay == 9 ? 0 : level + (ofDay > 9 && ofDay <= 21 ? 4 : 0);
      list.add(new Level(at, level));
    }
    levels.put("W1", list);
    assertThat(forecast("W1").rate()).isCloseTo(2, within(0.1));
    assertThat(forecast("W1").sensor()).isEqualTo(Sensor.FINE);
  }

  @Test
  void a_weekday_on_which_all_fill_faster_counts() {
    for (int container = 0; container < 9; container++) {
      List<Level> list = new ArrayList<>();
      double level = 0;
      for (int hour = 24 * 8; hour >= 0; hour--) {
        Instant at = NOW.minus(Duration.ofHours(hour));
        boolean likeTomorrow = hour >= 24 * 6 && hour < 24 * 7;
        level = hour % 24 == 12 ? 0 : level + (likeTomorrow ? 3 : 2);
        list.add(new Level(at, level));
      }
      levels.put("W" + container, list);
    }
    assertThat(forecast("W1").rate()).isCloseTo(3, within(0.15));
  }

  @Test
  void an_erratic_sensor_is_named() {
    hourly("W1", 12, hour -> hour % 2 == 0 ? 80 : 20);
    assertThat(forecast("W1").sensor()).isEqualTo(Sensor.ERRATIC);
  }

  @Test
  void with_two_readings_the_usual_rate_holds() {
    hourly("W1", 2, hour -> 50 + 30 * hour);
    assertThat(forecast("W1").rate()).isEqualTo(3);
    assertThat(forecast("W1").fast()).isGreaterThan(3);
  }

  @Test
  void with_too_few_fresh_sensors_nothing_is_foretold() {
    for (int other = 0; other < 7; other++) {
      hourly("X" + other, 12, hour -> 10 + 3 * hour);
    }
    for (int silent = 0; silent < 2; silent++) {
      levels.put("S" + silent, List.of(new Level(NOW.minus(Duration.ofHours(3)), 20)));
    }
    assertThatThrownBy(() -> forecast("X1"))
        .isInstanceOf(CannotPlan.class)
        .hasMessageContaining("7 of 9");
  }

  private void hourly(String container, int readings, IntToDoubleFunction percent) {
    List<Level> list = new ArrayList<>();
    for (int hour = 0; hour < readings; hour++) {
      list.add(
          new Level(
              NOW.minus(Duration.ofHours(readings - 1L - hour)), percent.applyAsDouble(hour)));
    }
    levels.put(container, list);
  }

  private Filling forecast(String wanted) {
    List<Container> containers = levels.keySet().stream().sorted().map(this::container).toList();
    FillForecast forecast = FillForecast.of(containers, List.copyOf(levels.keySet()), levels, NOW);
    return forecast.get(wanted);
  }

  private Container container(String id) {
    return container(id, 3);
  }

  private static Container container(String id, double percentPerHour) {
    return new Container(
        id,
        "north",
        "residual",
        "Street",
        "",
        Side.EITHER,
        new Position(11, 106),
        660,
        60,
        percentPerHour,
        List.of(),
        false);
  }
}
