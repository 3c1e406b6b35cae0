package city.nhip.rules.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.rules.check.PackageFiles;
import city.nhip.rules.grammar.RuleText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
        .hasMessageContaining("lighting/own.drl, line 4")
        .hasMessageContaining("NoSuchFact");
  }

  @Test
  void the_built_in_rules_are_compiled_with_the_build_and_only_they() {
    Map<String, RulePackage> builtIn = new TreeMap<>(RulePackages.builtIn());
    assertThat(Prebuilt.find(builtIn.values())).isPresent();
    assertThat(RuleCompiler.compile(builtIn.values()).rules().getKiePackages()).isNotEmpty();
    builtIn.remove("waste");
    assertThat(Prebuilt.find(builtIn.values())).isEmpty();
  }

  @Test
  void every_built_in_rule_has_a_name_in_vietnamese() {
    Collection<RulePackage> builtIn = RulePackages.builtIn().values();
    Set<String> rules =
        builtIn.stream()
            .flatMap(one -> PackageFiles.read(one.sources()).stream())
            .flatMap(file -> file.rules().stream())
            .filter(rule -> rule.row() == 0)
            .map(RuleText::name)
            .collect(Collectors.toSet());
    assertThat(RuleCompiler.compile(builtIn).vietnameseNames())
        .containsOnlyKeys(rules)
        .containsEntry("Overloaded feeder asks for dimming", "Tủ điện quá tải cần giảm sáng");
  }

  @Test
  void a_citys_thresholds_take_the_place_of_the_built_in_ones_and_change_the_version()
      throws Exception {
    Map<String, RulePackage> builtIn = RulePackages.builtIn();
    RulePackage waste = Objects.requireNonNull(builtIn.get("waste"));
    String table = Objects.requireNonNull(waste.files().get("thresholds.drl.csv"));
    Path folder = Files.createDirectories(city.resolve("waste"));
    Files.writeString(
        folder.resolve("thresholds.drl.csv"),
        table.replace("full.percent, 80", "full.percent, 70"));
    Map<String, RulePackage> own = RuleCompiler.ofCity(city);
    RulePackage changed = Objects.requireNonNull(own.get("waste"));
    assertThat(changed.version()).isNotEqualTo(waste.version());
    assertThat(changed.check()).isEmpty();
    assertThat(own.get("signals")).isEqualTo(builtIn.get("signals"));
  }
}
