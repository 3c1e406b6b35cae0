package city.nhip.scenarios.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console shows what rules inferred: no page may show the rules' own short name for it. */
class FindingWordsTest {
  private static final Path RULES = Path.of("../rules/src/main/resources/city/nhip/rules");
  private static final Path WORDS = Path.of("../engine/src/main/resources/static/console/i18n");
  private static final Pattern KIND = Pattern.compile("Infer\\.finding\\(\"([a-z-]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void whatever_a_shipped_rule_infers_has_a_word(String language) throws IOException {
    String words = Files.readString(WORDS.resolve(language + ".js"));
    assertThat(kinds())
        .hasSizeGreaterThan(25)
        .allSatisfy(kind -> assertThat(words).contains("'finding." + kind + "': '"));
  }

  private static Set<String> kinds() throws IOException {
    Set<String> kinds = new TreeSet<>();
    try (Stream<Path> files = Files.walk(RULES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".drl")).toList()) {
        Matcher found = KIND.matcher(Files.readString(file));
        while (found.find()) {
          kinds.add(found.group(1));
        }
      }
    }
    return kinds;
  }
}
