package city.nhip.rules.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.rules.energy.FeederLoad;
import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.rulebook.RulePackages;
import city.nhip.rules.rulebook.Rulebook;
import city.nhip.rules.waste.FillObserved;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ZoneSessionTest {
  private static final ZoneId TIME_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant FIVE = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void a_rule_that_compares_everything_with_everything_is_stopped_by_name() {
    Rulebook rulebook =
        rules(
            """
            package city.nhip.rules.waste;
            import city.nhip.rules.session.Situation;
            rule "Bomb"
            when
              $a : FillObserved($one : percent)
              FillObserved(percent >= $one, this after $a)
            then
              insertLogical(new Situation("pair", "x", 1));
            end
            """);
    try (ZoneSession session = new ZoneSession("north", TIME_ZONE, rulebook, FIVE)) {
      assertThatThrownBy(
              () -> {
                for (int second = 0; second < 20_000; second++) {
                  session.insert(
                      new FillObserved(second, "W", 1, FIVE.toEpochMilli() + second * 1000L),
                      FIVE.plusSeconds(second));
                }
              })
          .isInstanceOf(RunawayRule.class)
          .hasMessageContaining("Bomb");
    }
  }

  @Test
  void a_restart_within_a_window_asks_for_the_same() {
    Rulebook rulebook =
        RuleCompiler.compile(
            List.of(Objects.requireNonNull(RulePackages.builtIn().get("lighting"))));
    List<String> through = ask(rulebook, 0, 60);
    List<String> restarted = new ArrayList<>(ask(rulebook, 0, 7));
    // The sessions of a restart see the journal again; what they ask anew is known by its key.
    ask(rulebook, 0, 60).stream().filter(key -> !restarted.contains(key)).forEach(restarted::add);
    assertThat(through).isNotEmpty().isEqualTo(restarted);
  }

  private static List<String> ask(Rulebook rulebook, int from, int to) {
    List<String> asked = new ArrayList<>();
    try (ZoneSession session = new ZoneSession("north", TIME_ZONE, rulebook, FIVE)) {
      for (int minute = from; minute < to; minute += 5) {
        Instant at = FIVE.plus(Duration.ofMinutes(minute));
        FeederLoad load = new FeederLoad(minute, "C1", 45 + minute % 20, 50, at.toEpochMilli());
        session
            .insert(load, at)
            .forEach(one -> asked.add(one.request().key() + one.request().readingIds()));
      }
    }
    return asked;
  }

  private static Rulebook rules(String drl) {
    return RuleCompiler.compile(List.of(RulePackage.of("waste", Map.of("triggers.drl", drl))));
  }
}
