package city.nhip.rules.replay;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.rules.replay.ScheduleChange.Figure;
import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.session.FactMakers;
import city.nhip.rules.session.MemoryJournal;
import city.nhip.rules.session.OneZone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Two sets of rules over the same readings, down to the schedules. */
class CounterfactualTest {
  private static final Instant FIVE = Instant.parse("2026-03-02T10:00:00Z");
  private static final TimeWindow SPAN = new TimeWindow(FIVE, FIVE.plusSeconds(7_200));

  private final MemoryJournal journal = new MemoryJournal();

  @Test
  void a_lower_threshold_gains_a_request_and_a_fuller_schedule() {
    read("W1", 70, 0);
    read("W2", 90, 10);
    ReplayReport report = compare(80, 60);
    assertThat(report.changes())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.gained()).isTrue();
              assertThat(one.at()).isEqualTo(FIVE);
              assertThat(one.reason().en()).isEqualTo("W1 is full");
            });
    assertThat(report.schedules())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.scope()).isEqualTo("city");
              assertThat(one.at()).isEqualTo(FIVE);
              assertThat(one.figures())
                  .containsExactly(figure("loaded", 0, 0, 70), figure("left", 0, 70, 0));
            });
    assertThat(report.markdown())
        .contains("gained 2026-03-02T10:00:00Z, north, Full: W1 is full")
        .contains("| loaded, % | 0.00 | 0.00 | 70.00 | +70.00 |");
  }

  @Test
  void what_both_ask_for_at_the_moment_is_in_both_plans() {
    read("W2", 90, 0);
    read("W1", 70, 10);
    assertThat(compare(80, 60).schedules())
        .singleElement()
        .satisfies(one -> assertThat(one.figures()).contains(figure("loaded", 90, 90, 160)));
    assertThat(compare(60, 80).changes())
        .singleElement()
        .satisfies(one -> assertThat(one.gained()).isFalse());
  }

  @Test
  void a_side_that_cannot_be_planned_says_why() {
    for (int number = 0; number < 12; number++) {
      read("W" + number, 90, number);
    }
    assertThat(compare(95, 60).schedules())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.after().refused().orElseThrow().en()).isEqualTo("That is too much.");
              assertThat(one.before().refused()).isEmpty();
              assertThat(one.figures()).isEmpty();
            });
  }

  @Test
  void the_same_rules_change_nothing_and_the_same_replay_has_the_same_hash() {
    read("W1", 70, 0);
    read("W2", 90, 10);
    ReplayReport report = compare(60, 60);
    assertThat(report.changes()).isEmpty();
    assertThat(report.schedules()).isEmpty();
    assertThat(report.before().hash()).isEqualTo(report.after().hash());
    assertThat(compare(80, 80).before().hash()).isNotEqualTo(report.before().hash());
  }

  private ReplayReport compare(int old, int fresh) {
    Replayed before = replayed(old);
    Replayed after = replayed(fresh);
    Counterfactual schedules =
        new Counterfactual(
            city(),
            journal,
            new PlanningDomains(List.of(new SummingDomain())),
            SolveLimits.ofEvaluations(1, 1));
    return ReplayReport.of(SPAN, before, after, schedules.of(before, after));
  }

  private Replayed replayed(int percent) {
    return Replayed.of(
        city(),
        RuleCompiler.compile(List.of(rules(percent))),
        FactMakers.discover(),
        journal::replay,
        SPAN,
        Optional.empty());
  }

  private static Figure figure(String key, double before, double told, double after) {
    return new Figure(key, new Localized(key, key), "%", before, OptionalDouble.of(told), after);
  }

  private void read(String container, double percent, int minute) {
    Instant at = FIVE.plusSeconds(60L * minute);
    journal.add(
        List.of(
            new JournaledReading(
                1_000L + minute,
                "north",
                at,
                new Reading("test", container, "fillLevel", at, percent, "%"))));
  }

  private static City city() {
    List<Device> devices = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      String id = "W" + number;
      devices.add(OneZone.device(id, "fill-sensor", id, Map.of()));
    }
    return OneZone.of(devices);
  }

  private static RulePackage rules(int percent) {
    return RulePackage.of(
        "tanks",
        Map.of(
            "package.yaml",
            "{name: tanks, domain: tanks}",
            "triggers.drl",
            """
            package city.nhip.rules.tanks;
            import city.nhip.rules.session.Ask;
            import city.nhip.rules.session.Infer;
            import city.nhip.rules.waste.FillObserved;
            import java.util.List;
            rule "Full"
            when
              FillObserved($c : container, $at : at, $p : percent, percent >= PERCENT, $id : readingId)
            then
              insert(Ask.plan("tanks", 1, 60, $c + " đầy", $c + " is full",
                List.of(Infer.finding("full", $c, $p, $at, 60)), List.of($id)));
            end
            """
                .replace("PERCENT", String.valueOf(percent))));
  }
}
