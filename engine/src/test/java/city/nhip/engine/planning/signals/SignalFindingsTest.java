package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Zone;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.reading.ReadingJournal;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a rule asks a plan for changes that plan, or the plan says that it does not. */
class SignalFindingsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final Localized NAME = new Localized("A", "A");
  private static final Position HERE = new Position(11, 106);

  private static Finding found(String kind, String asset, double value, int minutesAgo) {
    Instant from = NOW.minus(Duration.ofMinutes(minutesAgo));
    return new Finding(kind, asset, value, from, from.plus(Duration.ofHours(1)));
  }

  private static SignalFindings findings(Finding... found) {
    City city =
        new City(
            "test",
            NAME,
            true,
            ZoneOffset.UTC,
            HERE,
            Path.of("."),
            List.of(new Zone("zone", NAME, HERE)),
            List.of());
    ReadingJournal unread =
        (ReadingJournal)
            Proxy.newProxyInstance(
                ReadingJournal.class.getClassLoader(),
                new Class<?>[] {ReadingJournal.class},
                (proxy, method, arguments) -> {
                  throw new UnsupportedOperationException();
                });
    return SignalFindings.of(
        new PlanningContext(city, "zone", NOW, List.of(found), unread, Optional.empty()),
        new CityFlows(Map.of("A:S", 100.0, "A:N", 100.0), new TreeSet<>()));
  }

  private static String notes(SignalFindings findings) {
    return String.join("\n", findings.notes().stream().map(Localized::en).toList());
  }

  @Test
  void an_incident_takes_capacity_of_its_approach_alone() {
    SignalFindings findings =
        findings(found("rain", "zone", 0.9, 1), found("capacity-loss", "A:S", 40, 1));

    assertThat(findings.saturationFactor("A:S")).isEqualTo(0.54, within(1e-9));
    assertThat(findings.saturationFactor("A:N")).isEqualTo(0.9, within(1e-9));
    assertThat(notes(findings)).contains("Incident at A:S: saturation flow is taken at 40 % less.");
  }

  @Test
  void an_incident_at_an_intersection_takes_capacity_of_every_approach_but_never_all() {
    SignalFindings findings = findings(found("capacity-loss", "A", 100, 1));

    assertThat(findings.saturationFactor("A:N")).isEqualTo(0.1, within(1e-9));
    assertThat(findings.saturationFactor("B:N")).isOne();
  }

  @Test
  void an_incident_that_is_over_takes_no_more_capacity() {
    Finding cleared = found("incident-cleared", "A:S", 1, 1);

    SignalFindings over = findings(found("capacity-loss", "A:S", 40, 2), cleared);
    SignalFindings elsewhere = findings(found("capacity-loss", "A:N", 40, 2), cleared);
    SignalFindings again = findings(found("capacity-loss", "A:S", 40, 0), cleared);

    assertThat(over.saturationFactor("A:S")).isOne();
    assertThat(notes(over)).doesNotContain("Incident");
    assertThat(elsewhere.saturationFactor("A:N")).isEqualTo(0.6, within(1e-9));
    assertThat(again.saturationFactor("A:S")).isEqualTo(0.6, within(1e-9));
  }

  @Test
  void an_emergency_vehicle_gives_its_approach_a_long_green_until_it_has_passed() {
    SignalFindings coming = findings(found("emergency-corridor", "A:S", 60, 2));
    SignalFindings passed =
        findings(found("emergency-passed", "A:S", 1, 1), found("emergency-corridor", "A:S", 60, 2));
    SignalFindings another =
        findings(found("emergency-passed", "A:S", 1, 3), found("emergency-corridor", "A:S", 60, 2));

    assertThat(minimumGreens(coming)).containsExactly(30, 5, 5);
    assertThat(notes(coming)).contains("An emergency vehicle comes on A:S");
    assertThat(minimumGreens(passed)).containsExactly(5, 5, 5);
    assertThat(minimumGreens(another)).containsExactly(30, 5, 5);
  }

  private static List<Integer> minimumGreens(SignalFindings findings) {
    return CityIntersections.of(CityNetworkTest.SITE, 1, findings.emergencies()).stages().stream()
        .map(Stage::minimumGreen)
        .toList();
  }

  @Test
  void school_hours_slow_the_walkers_of_the_zone() {
    assertThat(findings(found("pedestrian-priority", "zone", 1, 1)).walkingSpeed(1.1))
        .isEqualTo(0.88, within(1e-9));
    assertThat(findings(found("pedestrian-priority", "elsewhere", 1, 1)).walkingSpeed(1.1))
        .isEqualTo(1.1);
  }

  @Test
  void an_event_is_told_not_guessed() {
    SignalFindings findings = findings(found("event-demand", "stadium", 5_000, 1));

    assertThat(findings.vehiclesPerHour()).isEqualTo(Map.of("A:S", 100.0, "A:N", 100.0));
    assertThat(notes(findings)).contains("Event of 5000 people at stadium");
  }
}
