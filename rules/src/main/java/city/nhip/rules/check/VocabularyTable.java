package city.nhip.rules.check;

import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.ReadingKind;
import city.nhip.rules.check.Vocabulary.FactType;
import city.nhip.rules.grammar.Expr.Call;
import city.nhip.rules.grammar.Expr.Text;
import city.nhip.rules.grammar.RuleFile;
import city.nhip.rules.grammar.RuleText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What rules can see and say, written from the code: the README holds it, a test compares. */
public final class VocabularyTable {
  private VocabularyTable() {}

  /** The facts: fields in order, and how long each is remembered. */
  public static String facts() {
    StringBuilder table =
        new StringBuilder("| fact | fields | remembered |\n| --- | --- | --- |\n");
    for (FactType fact : Vocabulary.all()) {
      table.append(
          "| `%s` | %s | %s |%n"
              .formatted(
                  fact.name(),
                  fact.fields().keySet().stream()
                      .filter(field -> !Set.of("at", "readingId").contains(field))
                      .map(field -> "`" + field + "`")
                      .collect(Collectors.joining(", ")),
                  fact.expiresMillis().isPresent()
                      ? words(Duration.ofMillis(fact.expiresMillis().getAsLong()))
                      : "as long as it holds"));
    }
    return table.toString();
  }

  private static String words(Duration duration) {
    return duration.toMinutes() % 60 == 0
        ? duration.toHours() + " h"
        : duration.toMinutes() + " min";
  }

  /** The properties that a test may write, with their units. */
  public static String properties() {
    return CommonMeasures.all().stream()
        .map((ReadingKind one) -> "`%s` in %s".formatted(one.property(), one.unit()))
        .sorted()
        .collect(Collectors.joining(", ", "", ".\n"));
  }

  /**
   * The findings that rules attach to what they ask.
   *
   * @param domains each package's rules by the domain that they ask, any number
   */
  public static String findings(Map<String, List<RuleFile>> domains) {
    Map<String, Set<String>> rules = new TreeMap<>();
    domains.forEach(
        (domain, files) ->
            files.stream()
                .flatMap(file -> file.rules().stream())
                .forEach(rule -> kinds(rule).forEach(kind -> add(rules, domain, kind, rule))));
    StringBuilder table = new StringBuilder("| domain, finding | found by |\n| --- | --- |\n");
    rules.forEach(
        (kind, names) -> table.append("| %s | %s |%n".formatted(kind, String.join("; ", names))));
    return table.toString();
  }

  private static void add(
      Map<String, Set<String>> rules, String domain, String kind, RuleText rule) {
    Objects.requireNonNull(
            rules.computeIfAbsent("%s `%s`".formatted(domain, kind), name -> new TreeSet<String>()))
        .add(rule.name());
  }

  private static List<String> kinds(RuleText rule) {
    return rule.then().stream()
        .flatMap(Call::all)
        .filter(part -> part instanceof Call call && call.method().equals("finding"))
        .map(part -> ((Call) part).arguments().get(0))
        .filter(Text.class::isInstance)
        .map(kind -> ((Text) kind).value())
        .toList();
  }
}
