package city.nhip.scenarios.benchmark.waste;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.City;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.waste.city.WasteContainers;
import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.Reading;
import city.nhip.scenarios.benchmark.waste.Round.Errand;
import city.nhip.scenarios.cityfolder.CityFolder;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixedRoundsTest {
  private static final FixedWeek EVERY_EVENING = new FixedWeek(1);

  private final City city = CityFolder.load(Path.of("cities/tiny"));
  private final List<Container> containers = WasteContainers.read(city).containers();
  private final Instant monday =
      LocalDate.of(2026, 3, 9).atTime(16, 0).atZone(city.timeZone()).toInstant();

  @Test
  void every_week_has_the_rounds_of_the_first_whatever_the_sensors_say() {
    FixedRounds rounds = rounds();
    List<Round> first = rounds.rounds(monday, read(monday));
    HourlyFills nothing = new HourlyFills();

    assertThat(rounds.rounds(monday.plus(Duration.ofDays(7)), nothing)).isEqualTo(first);
    assertThat(first.stream().flatMap(round -> round.errands().stream()))
        .filteredOn(errand -> errand.kind() == Errand.Kind.COLLECT)
        .extracting(Errand::at)
        .containsExactlyInAnyOrderElementsOf(containers.stream().map(Container::id).toList());
  }

  private FixedRounds rounds() {
    Map<DayOfWeek, double[]> found = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      double[] rises = new double[containers.size()];
      Arrays.fill(rises, 40);
      found.put(day, rises);
    }
    return new FixedRounds(
        new EveningDesk(city, containers),
        new FixedRounds.Town(
            containers,
            new LearntRises(found),
            Collections.nCopies(containers.size(), 0.2),
            city.timeZone()),
        EVERY_EVENING,
        1,
        SolveLimits.ofEvaluations(200, 1));
  }

  private HourlyFills read(Instant now) {
    HourlyFills journal = new HourlyFills();
    journal.append(
        city.devices().values().stream()
            .filter(device -> device.kind().equals("fill-sensor"))
            .map(
                sensor ->
                    new Reading(
                        "simulation",
                        sensor.id(),
                        CommonMeasures.FILL_LEVEL.property(),
                        now,
                        60,
                        CommonMeasures.FILL_LEVEL.unit()))
            .toList(),
        Map.of(),
        now);
    return journal;
  }
}
