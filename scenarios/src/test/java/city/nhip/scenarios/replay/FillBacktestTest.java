package city.nhip.scenarios.replay;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.files.JsonFile;
import city.nhip.engine.planning.waste.city.FillForecast;
import city.nhip.engine.planning.waste.city.FillSeries.Level;
import city.nhip.engine.planning.waste.city.Filling;
import city.nhip.engine.planning.waste.city.Filling.Sensor;
import city.nhip.engine.planning.waste.city.WasteContainers;
import city.nhip.scenarios.cityfolder.CityFolder;
import city.nhip.scenarios.generator.CitySize;
import city.nhip.scenarios.generator.CitySketch;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Foretells the afternoon of the generated day from its morning, and looks what came. */
class FillBacktestTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @TempDir Path folder = Path.of("");

  private final Map<String, List<Level>> day = new HashMap<>();

  @Test
  void four_hours_ahead_half_of_the_levels_are_within_a_point_and_a_half() {
    FillForecast forecast = forecast(LocalTime.of(12, 30));

    List<Double> errors = new ArrayList<>();
    int within = 0;
    for (Filling filling : forecast.fillings().values()) {
      for (Level later : day.getOrDefault(filling.container(), List.of())) {
        boolean compared =
            filling.measured()
                && later.percent() < 100
                && later.at().isAfter(at(LocalTime.of(16, 0)))
                && later.at().isBefore(at(LocalTime.of(16, 45)));
        if (compared) {
          errors.add(Math.abs(filling.levelAt(later.at()) - later.percent()));
          double rise = filling.levelAt(later.at()) - filling.level();
          double low = filling.level() + filling.slow() / filling.rate() * rise;
          boolean hit =
              later.percent() >= low - 2 && later.percent() <= filling.highAt(later.at()) + 2;
          within += hit ? 1 : 0;
        }
      }
    }

    Collections.sort(errors);
    assertThat(errors).hasSizeGreaterThan(200);
    assertThat(errors.get(errors.size() / 2)).as("median error, points").isLessThan(1.5);
    assertThat(errors.get(errors.size() * 9 / 10)).as("ninth decile, points").isLessThan(4);
    assertThat((double) within / errors.size()).as("within the interval").isGreaterThan(0.8);
  }

  @Test
  void the_days_broken_sensors_are_named() {
    FillForecast forecast = forecast(LocalTime.of(19, 0));
    assertThat(named(forecast, Sensor.STUCK)).containsExactly("W008");
    assertThat(named(forecast, Sensor.SILENT))
        .as("what it sends is no percentage: the intake refuses it")
        .containsExactly("W012");
  }

  private static List<String> named(FillForecast forecast, Sensor sensor) {
    return forecast.fillings().values().stream()
        .filter(filling -> filling.sensor() == sensor)
        .map(Filling::container)
        .toList();
  }

  /** From the readings until then, as the intake lets them in: plausible ones only. */
  private FillForecast forecast(LocalTime now) {
    CitySketch.write(CitySize.DEMO, folder);
    City city = CityFolder.load(folder);
    Map<String, List<Level>> known = new HashMap<>();
    for (DayFile.Row row : DayFile.read(folder.resolve("readings/day.csv"))) {
      if (row.property().equals("fillLevel") && row.value() <= 100) {
        String container = city.findDevice(row.device()).map(Device::asset).orElseThrow();
        Level level = new Level(at(row.time()), row.value());
        day.computeIfAbsent(container, id -> new ArrayList<>()).add(level);
        if (!row.time().isAfter(now)) {
          known.computeIfAbsent(container, id -> new ArrayList<>()).add(level);
        }
      }
    }
    List<String> sensed =
        city.devices().values().stream()
            .filter(device -> device.kind().equals("fill-sensor"))
            .map(Device::asset)
            .toList();
    return FillForecast.of(
        JsonFile.read(folder.resolve(WasteContainers.FILE), WasteContainers.class).containers(),
        sensed,
        known,
        at(now));
  }

  private static Instant at(LocalTime time) {
    return DAY.atTime(time).toInstant(ZoneOffset.ofHours(7));
  }
}
