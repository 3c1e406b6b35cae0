package city.nhip.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.rules.grammar.RuleFile;
import city.nhip.rules.rulebook.RulePackages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The README's tables are those that the code gives; copy what the failure prints. */
class VocabularyTableTest {
  @Test
  void the_readme_holds_the_vocabulary_of_the_code() throws Exception {
    Map<String, List<RuleFile>> domains = new TreeMap<>();
    RulePackages.builtIn()
        .values()
        .forEach(
            one ->
                domains
                    .computeIfAbsent(one.domain(), domain -> new ArrayList<>())
                    .addAll(PackageFiles.read(one.sources())));
    assertThat(Files.readString(Path.of("README.md")))
        .contains(VocabularyTable.facts())
        .contains(VocabularyTable.properties())
        .contains(VocabularyTable.findings(domains));
  }
}
