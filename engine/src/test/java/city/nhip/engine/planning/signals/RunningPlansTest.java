package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.files.PlanBytes;
import city.nhip.engine.planning.FieldPlans;
import city.nhip.engine.planning.FieldPlans.Carried;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.reading.ReadingJournal;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One intersection, A, on a Monday: day plans since Sunday, a plan for an hour since eight. */
class RunningPlansTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant SUNDAY = MONDAY.minusSeconds(86_400);

  private final Map<String, List<Carried>> carried = new HashMap<>();

  private RunningPlans plans() {
    Localized name = new Localized("A", "A");
    City city =
        new City(
            "test",
            name,
            true,
            ZoneOffset.UTC,
            new Position(11, 106),
            Path.of("."),
            List.of(),
            List.of());
    FieldPlans field =
        (domain, scope, since) ->
            carried.getOrDefault(domain, List.of()).stream()
                .filter(it -> it.until().isAfter(since))
                .toList();
    return RunningPlans.of(
        new PlanningContext(
            city, "zone", at(9), List.of(), List.of(), unread(), Optional.empty(), field));
  }

  private static ReadingJournal unread() {
    return (ReadingJournal)
        Proxy.newProxyInstance(
            ReadingJournal.class.getClassLoader(),
            new Class<?>[] {ReadingJournal.class},
            (proxy, method, given) -> {
              throw new UnsupportedOperationException();
            });
  }

  private static Instant at(int hour) {
    return MONDAY.plusSeconds(3_600L * hour);
  }

  private static PublishedTiming cycle(int seconds) {
    return new PublishedTiming("A", seconds, 0, List.of(), List.of(), List.of());
  }

  private void day(String domain, String weekday) {
    PublishedDay day =
        new PublishedDay(
            PublishedDay.FORMAT,
            "zone",
            "",
            "",
            List.of(weekday),
            List.of(
                new PublishedDay.Row("00:00", "06:00", "night"),
                new PublishedDay.Row("06:00", "24:00", "light")),
            List.of(
                new PublishedDay.Plan("night", List.of(cycle(40))),
                new PublishedDay.Plan("light", List.of(cycle(90)))),
            List.of());
    carried.put(
        domain, List.of(new Carried(PlanBytes.write(day), SUNDAY, MONDAY.plusSeconds(500_000))));
  }

  private void hour(byte[] artefact) {
    carried.put("signals", List.of(new Carried(artefact, at(8), at(10))));
  }

  private static byte[] hour() {
    return PlanBytes.write(
        new SignalArtefact(
            SignalArtefact.FORMAT, "zone", "", "", SignalArtefact.TIME_OF_DAY, List.of(cycle(70))));
  }

  /** Empty where the fixed plans did. */
  private Optional<RunningPlans.Span> ran(int hour) {
    return plans().spans().stream().filter(span -> span.at(at(hour))).findFirst();
  }

  private static List<Integer> cycles(Optional<RunningPlans.Span> span) {
    return span.stream()
        .flatMap(it -> it.timings().stream())
        .map(PublishedTiming::cycleSeconds)
        .toList();
  }

  @Test
  void the_plan_for_an_hour_goes_before_the_day_plan_and_the_day_plan_before_the_fixed_one() {
    day("signals-day", "MONDAY");
    hour(hour());

    assertThat(cycles(ran(5))).containsExactly(40);
    assertThat(cycles(ran(7))).containsExactly(90);
    assertThat(cycles(ran(8))).containsExactly(70);
    assertThat(cycles(plans().dayRow(at(8)))).as("without it").containsExactly(90);
    assertThat(plans().dayRow(at(8)).orElseThrow().row()).contains("06:00–24:00");
    assertThat(ran(-1)).as("Sunday's are the fixed plans").isEmpty();
  }

  @Test
  void working_days_and_the_weekend_have_plans_of_their_own() {
    day("signals-day", "MONDAY");
    day("signals-weekend", "SUNDAY");

    assertThat(cycles(ran(-1))).containsExactly(90);
    assertThat(cycles(ran(0))).containsExactly(40);
    assertThat(ran(-1).orElseThrow().until()).isEqualTo(MONDAY);
  }

  @Test
  void a_plan_that_cannot_be_read_ran_but_nobody_knows_what_it_showed() {
    day("signals-day", "MONDAY");
    hour("[]".getBytes(StandardCharsets.UTF_8));

    assertThat(ran(8)).isPresent();
    assertThat(cycles(ran(8))).isEmpty();
    assertThat(cycles(ran(7))).containsExactly(90);
  }
}
