package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Zone;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.signals.SignalSites.Approach;
import city.nhip.engine.planning.signals.SignalSites.Site;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.engine.reading.ReadingJournal;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A city whose file is wrong, and whose detectors know better. */
class CalibrationTest {
  private static final Instant NOW = DrivenCounts.START.plus(Duration.ofDays(7));
  private static final int BEGIN = 15 * 3_600 + 1_800;

  /** On the approach where a queue stood; everywhere 1,800 are configured. */
  private static final double TRUE_SATURATION_FLOW = 1_000;

  private final Map<String, List<JournaledReading>> counted =
      DrivenCounts.of(TurnSharesTest.TRUE, 7, 1);

  private PlanningContext context(Finding... found) {
    List<Device> devices =
        counted.keySet().stream()
            .map(id -> new Device(device(id), "zone", "detector", id, HERE, Map.of()))
            .toList();
    City city =
        new City("test", NAME, true, ZoneOffset.UTC, HERE, Path.of("."), List.of(ZONE), devices);
    return new PlanningContext(city, "zone", NOW, List.of(found), journal(), Optional.empty());
  }

  private static final Localized NAME = new Localized("A", "A");
  private static final Position HERE = new Position(11, 106);
  private static final Zone ZONE = new Zone("zone", NAME, HERE);

  private static String device(String approach) {
    return "detector-" + approach.replace(':', '-');
  }

  private ReadingJournal journal() {
    Map<String, List<JournaledReading>> byDevice = new HashMap<>();
    byDevice.put(device("A:E") + " occupancy", queues());
    counted.forEach((id, all) -> byDevice.put(device(id) + " trafficFlow", all));
    return (ReadingJournal)
        Proxy.newProxyInstance(
            ReadingJournal.class.getClassLoader(),
            new Class<?>[] {ReadingJournal.class},
            (proxy, method, given) ->
                byDevice.getOrDefault(given[0] + " " + given[1], List.of()).stream()
                    .filter(it -> !it.reading().observedAt().isBefore((Instant) given[2]))
                    .filter(it -> it.reading().observedAt().isBefore((Instant) given[3]))
                    .toList());
  }

  /** A queue stands on the detector of A:E in the last three hours, and what it lets through. */
  private List<JournaledReading> queues() {
    List<JournaledReading> occupancy = new ArrayList<>();
    List<JournaledReading> flows = new ArrayList<>();
    double passing = TRUE_SATURATION_FLOW * 55 / 120 / 0.8;
    for (JournaledReading it : counted.getOrDefault("A:E", List.of())) {
      Instant at = it.reading().observedAt();
      boolean stands = at.isAfter(NOW.minus(Duration.ofHours(3)));
      occupancy.add(reading(it, "occupancy", stands ? 75 : 10));
      double chance = 0.95 + 0.1 * (at.getEpochSecond() / 300 % 3) / 2;
      flows.add(stands ? reading(it, "trafficFlow", passing * chance) : it);
    }
    counted.put("A:E", List.copyOf(flows));
    return occupancy;
  }

  private static JournaledReading reading(JournaledReading like, String property, double value) {
    Reading it = like.reading();
    return new JournaledReading(
        like.id(),
        "zone",
        it.observedAt(),
        new Reading("test", it.device(), property, it.observedAt(), value, ""));
  }

  private Calibration calibrated(Finding... found) {
    return Calibration.of(
        context(found), TurnSharesTest.CONFIGURED, TurnSharesTest.CONFIGURED.intersections());
  }

  @Test
  void one_journal_gives_one_calibration() {
    PlanningContext context = context();
    SignalSites file = TurnSharesTest.CONFIGURED;

    assertThat(Calibration.of(context, file, file.intersections()))
        .isEqualTo(Calibration.of(context, file, file.intersections()));
  }

  @Test
  void without_counts_all_is_as_configured_and_the_operator_reads_so() {
    counted.replaceAll((id, all) -> List.of());

    Calibration none = calibrated();

    assertThat(none.sites()).isEqualTo(TurnSharesTest.CONFIGURED.intersections());
    assertThat(english(none))
        .anyMatch(it -> it.startsWith("Turning shares are as configured"))
        .anyMatch(
            it -> it.startsWith("Saturation flow: measured on 0 approaches, as configured on 8"));
  }

  @Test
  void the_operator_reads_what_was_measured_beside_what_is_configured() {
    assertThat(english(calibrated()))
        .anyMatch(
            it ->
                it.matches(
                    "Turning shares of A:N from \\d+ quarter-hour counts of 7 days: left 0.20 to"
                        + " 0.\\d\\d \\(0.\\d\\d to 0.\\d\\d\\).*"))
        .anyMatch(it -> it.startsWith("Saturation flow of A:E from 1800 to 10"))
        .anyMatch(it -> it.startsWith("Turning shares of 6 approaches rest on counts"));
  }

  private static List<String> english(Calibration calibration) {
    return CalibrationNotes.of(calibration).stream().map(Localized::en).toList();
  }

  @Test
  void what_passes_in_rain_is_not_taken_for_the_dry_street() {
    Finding rain =
        new Finding("rain", "zone", 0.9, NOW.minus(Duration.ofHours(4)), NOW.plusSeconds(60));

    assertThat(calibrated(rain).saturationFlows()).isEmpty();
    assertThat(calibrated().saturationFlows()).containsOnlyKeys("A:E");
  }

  /** Queues of the half hour's vehicles that turn and start as they truly do. */
  @Test
  void a_plan_from_what_was_counted_delays_the_true_traffic_less_than_one_from_the_wrong_file() {
    Map<String, Double> flows = new HashMap<>();
    counted.forEach((id, all) -> flows.put(id, busiest(all)));
    List<Site> truth = new ArrayList<>();
    for (Site site : TurnSharesTest.TRUE.intersections()) {
      truth.add(site.with(site.approaches().stream().map(CalibrationTest::slowAtOne).toList()));
    }
    SignalPlan real = plan(truth, flows);

    double wrong = delay(real, solved(plan(TurnSharesTest.CONFIGURED.intersections(), flows)));
    double corrected = delay(real, solved(plan(calibrated().sites(), flows)));
    double best = delay(real, solved(real));

    assertThat(corrected)
        .as("hours of delay: configured %.1f, calibrated %.1f, true %.1f", wrong, corrected, best)
        .isLessThan(0.7 * wrong);
  }

  private static Approach slowAtOne(Approach it) {
    return it.id().equals("A:E") ? it.with((int) TRUE_SATURATION_FLOW, it.turns()) : it;
  }

  /** Of a half hour before the peak. */
  private static double busiest(List<JournaledReading> all) {
    return all.stream()
        .filter(it -> !it.reading().observedAt().isBefore(DrivenCounts.START.plusSeconds(BEGIN)))
        .limit(6)
        .mapToDouble(it -> it.reading().value())
        .average()
        .orElse(0);
  }

  private static SignalPlan plan(List<Site> sites, Map<String, Double> flows) {
    CityNetwork network = new CityNetwork(sites, approach -> 1, Set.of());
    CityTrips trips = CityTrips.of(sites, network, flows, BEGIN, BEGIN + 1_800);
    return SignalPlan.today(
        new SignalNetwork(
            network.links,
            network.movements,
            sites.stream().map(it -> CityIntersections.of(it, 1.1, Set.of())).toList(),
            trips.routes(),
            trips.trips(),
            SignalNetwork.Driving.USUAL,
            false,
            BEGIN,
            BEGIN + 1_800));
  }

  private static SignalPlan solved(SignalPlan start) {
    return SignalSolver.solve(
            start, SolveLimits.ofEvaluations(300, 1), SolveControl.UNWATCHED, p -> new byte[0])
        .plan();
  }

  private static double delay(SignalPlan real, SignalPlan plan) {
    return real.with(plan.timings()).played().delaySeconds() / 3_600.0;
  }
}
