package city.nhip.rules.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.rulebook.Rulebook;
import city.nhip.rules.waste.FillObserved;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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

  private static Rulebook rules(String drl) {
    return RuleCompiler.compile(List.of(RulePackage.of("waste", Map.of("triggers.drl", drl))));
  }
}
