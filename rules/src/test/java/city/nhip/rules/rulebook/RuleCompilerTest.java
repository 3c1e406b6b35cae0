package city.nhip.rules.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCompilerTest {
  @TempDir Path city;

  @Test
  void a_broken_rule_of_the_city_is_refused_with_file_and_line() throws Exception {
    Path folder = Files.createDirectories(city.resolve("lighting"));
    Files.writeString(
        folder.resolve("own.drl"),
        """
        package city.nhip.rules.lighting;
        rule "Broken"
        when
          NoSuchFact()
        then
        end
        """);
    assertThatThrownBy(() -> RuleCompiler.compile(city))
        .isInstanceOf(BadRules.class)
        .hasMessageContaining("lighting/own.drl")
        .hasMessageContaining("NoSuchFact");
  }

  @Test
  void a_citys_thresholds_take_the_place_of_the_built_in_ones_and_change_the_version()
      throws Exception {
    Rulebook builtIn = RuleCompiler.compile(city.resolve("none"));
    Path folder = Files.createDirectories(city.resolve("waste"));
    Files.writeString(
        folder.resolve("thresholds.drl.csv"),
        """
        RuleSet,city.nhip.rules.waste
        Import,city.nhip.rules.session.Threshold
        ,
        RuleTable Waste thresholds
        NAME,ACTION
        ,
        ,"insert(new Threshold($param));"
        Rule,"Threshold, value"
        Full,\"""full.percent"", 70"
        """);
    Rulebook own = RuleCompiler.compile(city);
    assertThat(own.version("city.nhip.rules.waste"))
        .isNotEqualTo(builtIn.version("city.nhip.rules.waste"));
    assertThat(own.version("city.nhip.rules.signals"))
        .isEqualTo(builtIn.version("city.nhip.rules.signals"));
  }
}
