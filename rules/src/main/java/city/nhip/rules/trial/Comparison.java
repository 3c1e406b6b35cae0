package city.nhip.rules.trial;

import city.nhip.engine.planning.Finding;
import city.nhip.rules.session.Asked;
import city.nhip.rules.trial.RuleTest.Expected;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a test expects beside what the rules asked, in words where they differ. */
final class Comparison {
  private Comparison() {}

  static void compare(
      RuleTest test, List<Asked> asked, Map<String, String> nearMisses, List<String> failures) {
    Instant start = RuleTests.start(test);
    Map<String, List<Asked>> byRule =
        asked.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.request().rule(), TreeMap::new, Collectors.toList()));
    for (Expected expected : test.expected()) {
      List<Asked> got = byRule.remove(expected.rule());
      if (got == null) {
        failures.add(
            "Expected \"%s\" to ask at %s, but it did not ask. %s"
                .formatted(
                    expected.rule(),
                    words(expected.at()),
                    nearMisses.getOrDefault(expected.rule(), "")));
      } else {
        compare(expected, got, start, failures);
      }
    }
    byRule.forEach(
        (rule, got) ->
            failures.add(
                "Expected no request by \"%s\", but it asked at %s: %s"
                    .formatted(
                        rule,
                        words(Duration.between(start, got.get(0).at())),
                        got.get(0).request().reason().en())));
  }

  private static void compare(
      Expected expected, List<Asked> got, Instant start, List<String> failures) {
    Asked first = got.get(0);
    String rule = "\"" + expected.rule() + "\"";
    Duration at = Duration.between(start, first.at());
    if (!at.equals(expected.at())) {
      failures.add(
          "Expected %s to ask at %s, but it asked at %s."
              .formatted(rule, words(expected.at()), words(at)));
    }
    if (got.size() != expected.times()) {
      failures.add(
          "Expected %d requests by %s, got %d: at %s."
              .formatted(
                  expected.times(),
                  rule,
                  got.size(),
                  got.stream()
                      .map(one -> words(Duration.between(start, one.at())))
                      .collect(Collectors.joining(", "))));
    }
    int severity = first.request().severity();
    if (expected.severity().orElse(severity) != severity) {
      failures.add(
          "Expected severity %d of %s, got %d."
              .formatted(expected.severity().orElseThrow(), rule, severity));
    }
    int readings = first.request().readingIds().size();
    if (expected.readings().orElse(readings) != readings) {
      failures.add(
          "Expected %d readings behind %s, got %d."
              .formatted(expected.readings().orElseThrow(), rule, readings));
    }
    List<String> findings = first.request().findings().stream().map(Comparison::words).toList();
    if (!expected.findings().orElse(findings).equals(findings)) {
      failures.add(
          "Expected findings %s of %s, got %s."
              .formatted(expected.findings().orElseThrow(), rule, findings));
    }
  }

  private static String words(Finding finding) {
    return finding.kind()
        + " "
        + finding.asset()
        + " "
        + new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(finding.value());
  }

  static String words(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
