package city.nhip.rules.trial;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.rulebook.RulePackages;
import city.nhip.rules.session.FactMakers;
import city.nhip.rules.trial.Mutations.Fate;
import city.nhip.rules.trial.Mutations.Mutant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MutationsTest {
  /** Of all built-in conditions, one in so many; `nhip rules mutate` deletes each of them. */
  private static final int SAMPLED = 16;

  /**
   * Conditions that only spare work: without them a rule would ask for the same, at the same time.
   */
  private static final List<String> SPARE_WORK =
      List.of(
          "Feeder without load at night asks for its neighbours: kilowatts < $cap * $share / 100",
          "It is dark while the last light seen was dusk: lux >= $dusk",
          "Citizens report a dark street: not DarkStreetReported(place == $place, this after $now)",
          "Citizens report an overflow: not OverflowReported(container == $container, this after $now)",
          "A container is full until a reading says otherwise: percent < $full");

  @Test
  void a_condition_that_no_test_holds_survives_its_deletion() {
    RulePackage rules =
        RulePackage.of(
            "waste",
            Map.of(
                "triggers.drl",
                """
                package city.nhip.rules.waste;
                import city.nhip.rules.session.Ask;
                import city.nhip.rules.session.Infer;
                import java.util.List;
                rule "Full"
                when
                  FillObserved($c : container, $at : at, percent >= 80, percent < 99, $id : readingId)
                  not OverflowReported(container == $c)
                then
                  insert(Ask.plan("waste", 1, 60, "x", "x",
                    List.of(Infer.finding("full", $c, 1, $at, 60)), List.of($id)));
                end
                """,
                "tests/triggers.yaml",
                """
                - test: From 80 % it asks
                  start: "2026-03-02 14:00"
                  readings:
                    - {at: 0m, asset: W1, fillLevel: 79 %}
                    - {at: 5m, asset: W1, fillLevel: 80 %}
                  expect:
                    - {rule: Full, at: 5m}
                """));
    Mutations mutations = new Mutations(rules, FactMakers.discover());
    List<String> fates = new ArrayList<>();
    for (Mutant one : mutations.all()) {
      fates.add(one.deleted() + " " + mutations.fate(one));
    }
    assertThat(fates)
        .containsExactly(
            "percent >= 80 KILLED",
            "percent < 99 SURVIVED",
            "FillObserved($c : container, $at : at, percent >= 80, percent < 99, $id : readingId)"
                + " REFUSED",
            "container == $c SURVIVED",
            "not OverflowReported(container == $c) SURVIVED");
  }

  @Test
  void a_built_in_rule_misses_each_of_its_conditions() {
    List<String> survivors = new ArrayList<>();
    int number = 0;
    int killed = 0;
    for (RulePackage one : RulePackages.builtIn().values()) {
      Mutations mutations = new Mutations(one, FactMakers.discover());
      for (Mutant mutant : mutations.all()) {
        String condition = mutant.rule() + ": " + mutant.deleted();
        if (number++ % SAMPLED == 0 && !SPARE_WORK.contains(condition)) {
          Fate fate = mutations.fate(mutant);
          killed += fate == Fate.KILLED ? 1 : 0;
          if (fate == Fate.SURVIVED) {
            survivors.add(condition);
          }
        }
      }
    }
    assertThat(survivors).isEmpty();
    assertThat(killed).isGreaterThan(5);
  }
}
