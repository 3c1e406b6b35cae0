package city.nhip.rules.session;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.City;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.RulePackages;
import city.nhip.rules.rulebook.Rulebook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One sensor speaks a thousand times a second, then as often as rules listen: no built-in rule is
 * stopped for it, which would throw here, and what is remembered stays bounded.
 */
class FloodTest {
  private static final Instant DUSK = Instant.parse("2026-03-02T11:00:00Z");
  private static final Rulebook RULEBOOK = RuleCompiler.compile(RulePackages.builtIn().values());

  /** Sawteeth, from calm to alarming and back at once. */
  @ParameterizedTest
  @CsvSource({
    "illuminance, 999, lx",
    "rainfall, 40, mm/h",
    "temperature, 45, °C",
    "trafficFlow, 1500, veh/h",
    "occupancy, 100, %",
    "speed, 60, km/h",
    "queueLength, 60, veh",
    "incident, 5, level",
    "attendance, 5000, people",
    "emergencyVehicle, 60, s",
    "fillLevel, 100, %",
    "overflowReports, 5, reports",
    "truckFault, 5, level",
    "activePower, 80, kW",
    "demandResponse, 30, %",
    "lampFailures, 9, lamps",
    "darkStreetReports, 5, reports"
  })
  void a_sensor_that_floods_stops_no_rule(String property, double highest, String unit) {
    try (RuleRun run = new RuleRun(city(), RULEBOOK, FactMakers.discover(), DUSK)) {
      for (int number = 0; number < 20_000; number++) {
        double sawtooth = highest * (number % 10) / 9;
        run.evaluate(reading(run.session("north").now().plusMillis(1), property, sawtooth, unit));
      }
      assertThat(run.size()).isLessThan(500);
      for (int number = 0; number < 2_400; number++) {
        double value = number < 1_200 ? highest : 0;
        run.evaluate(reading(run.session("north").now().plusSeconds(6), property, value, unit));
      }
      assertThat(run.size()).isLessThan(5_000);
    }
  }

  private static JournaledReading reading(Instant at, String property, double value, String unit) {
    return new JournaledReading(
        at.toEpochMilli(), "north", at, new Reading("test", "one", property, at, value, unit));
  }

  private static City city() {
    return OneZone.of(
        List.of(
            OneZone.device(
                "one",
                "sensor",
                "one",
                Map.of("capacityVehiclesPerHour", 1_000.0, "capKilowatts", 50.0, "lamps", 10.0))));
  }
}
