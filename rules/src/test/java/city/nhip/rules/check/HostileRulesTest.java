package city.nhip.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.rules.grammar.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ClassPathResource;

/** Every hostile or broken rule is refused before anything of it runs, with the author's line. */
class HostileRulesTest {
  private static final Pattern CASE =
      Pattern.compile("=== (.+?) \\| (.+?)\\n(.*?)(?=\\n=== |\\z)", Pattern.DOTALL);
  private static final String HEAD =
      """
      package city.nhip.rules.waste;
      import city.nhip.rules.session.Ask;
      import city.nhip.rules.session.Infer;
      import city.nhip.rules.session.Situation;
      import city.nhip.rules.session.Threshold;
      import city.nhip.rules.traffic.FlowObserved;
      import city.nhip.rules.weather.RainObserved;
      import java.util.List;
      """;

  @TestFactory
  Stream<DynamicTest> hostile_and_broken_rules_are_refused() {
    return cases("hostile/rules.txt")
        .map(one -> test(one, "waste/triggers.drl", one.group(3).contains("§package") ? "" : HEAD));
  }

  @TestFactory
  Stream<DynamicTest> hostile_and_broken_tables_are_refused() {
    return cases("hostile/tables.txt").map(one -> test(one, "waste/thresholds.drl.csv", ""));
  }

  @Test
  void the_corpus_is_large_enough() {
    assertThat(cases("hostile/rules.txt").count()).isGreaterThanOrEqualTo(60);
  }

  @Test
  void an_honest_rule_is_let_through() {
    String honest =
        HEAD
            + """
            rule "Full"
            when
              $before : FillObserved($container : container, percent > 80)
              FillObserved(container == $container, this after[1ms, 2h] $before, $id : readingId)
            then
              insert(Ask.plan("waste", 1, 60, "đầy", "full", List.of(), List.of($id)));
            end
            """;
    assertThat(RuleCheck.check("waste", "waste", Map.of("waste/triggers.drl", honest))).isEmpty();
  }

  private static DynamicTest test(MatchResult one, String file, String head) {
    String marked = head + one.group(3);
    int at = marked.substring(0, marked.indexOf('§')).split("\n", -1).length;
    return DynamicTest.dynamicTest(
        one.group(1),
        () -> {
          List<Problem> problems =
              RuleCheck.check("waste", "waste", Map.of(file, marked.replace("§", "")));
          assertThat(problems)
              .as("line %d", at)
              .anySatisfy(
                  problem -> {
                    assertThat(problem.text()).contains(one.group(2));
                    assertThat(problem.place().line()).isEqualTo(at);
                    assertThat(problem.place().file()).isEqualTo(file);
                  });
        });
  }

  private static Stream<MatchResult> cases(String file) {
    try {
      return CASE.matcher(new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8))
          .results();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
