package city.nhip.rules.trial;

import city.nhip.engine.planning.Finding;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.rules.rulebook.Rulebook;
import city.nhip.rules.session.Asked;
import city.nhip.rules.session.FactMaker;
import city.nhip.rules.session.RunawayRule;
import city.nhip.rules.session.Situation;
import city.nhip.rules.session.ZoneSession;
import city.nhip.rules.trial.RuleTest.Expected;
import city.nhip.rules.trial.RuleTest.Given;
import city.nhip.rules.trial.RuleTest.Held;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs tests against compiled rules, each in a session of its own. */
public final class RuleTests {
  private static final ZoneId TIME_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Rulebook rulebook;
  private final List<FactMaker> makers;
  private final Map<String, Integer> fired = new TreeMap<>();

  public RuleTests(Rulebook rulebook, List<FactMaker> makers) {
    this.rulebook = rulebook;
    this.makers = List.copyOf(makers);
  }

  /**
   * @param files the text of each test file by name
   * @throws BadTest when one cannot be read
   */
  public static List<RuleTest> read(Map<String, String> files) {
    return files.entrySet().stream()
        .flatMap(one -> RuleTestFile.read(one.getKey(), one.getValue()).stream())
        .toList();
  }

  /** How often each rule fired in all tests so far, by {@code package: name}. */
  public Map<String, Integer> fired() {
    return Map.copyOf(fired);
  }

  /** The rules in DRL files; a row of a decision table is none. */
  List<String> ruleNames() {
    return rulebook.rules().getKiePackages().stream()
        .flatMap(one -> one.getRules().stream())
        .map(rule -> rule.getName())
        .filter(name -> !name.matches(".*_\\d+"))
        .toList();
  }

  public TestResult run(RuleTest test) {
    List<String> failures = new ArrayList<>();
    try {
      compare(test, play(test, failures), failures);
    } catch (RunawayRule stopped) {
      failures.add(String.valueOf(stopped.getMessage()));
    }
    return new TestResult(test, failures);
  }

  private List<Asked> play(RuleTest test, List<String> failures) {
    Instant start = test.start().atZone(TIME_ZONE).toInstant();
    List<Asked> asked = new ArrayList<>();
    List<Held> facts = new ArrayList<>(test.facts());
    facts.sort(Comparator.comparing(Held::at));
    try (ZoneSession session = new ZoneSession(test.zone(), TIME_ZONE, rulebook, start)) {
      long id = 0;
      for (Given given : test.readings()) {
        while (!facts.isEmpty() && facts.get(0).at().compareTo(given.at()) < 0) {
          look(session, start, facts.remove(0), asked, failures);
        }
        JournaledReading one = journaled(given, test.zone(), start, ++id);
        List<Object> made =
            makers.stream().flatMap(maker -> maker.make(one, given.device()).stream()).toList();
        if (made.isEmpty()) {
          failures.add(
              "%s of %s makes no fact. Give it the limits that its fact needs."
                  .formatted(given.property(), given.device().asset()));
        }
        asked.addAll(session.evaluate(one, given.device(), made));
      }
      facts.forEach(fact -> look(session, start, fact, asked, failures));
      asked.addAll(session.advanceTo(start.plus(test.until())));
      session.witness().fired().forEach((rule, times) -> fired.merge(rule, times, Integer::sum));
    }
    return asked;
  }

  private static void look(
      ZoneSession session, Instant start, Held fact, List<Asked> asked, List<String> failures) {
    asked.addAll(session.advanceTo(start.plus(fact.at())));
    List<String> holding =
        session.facts().stream()
            .filter(Situation.class::isInstance)
            .map(Situation.class::cast)
            .map(one -> one.kind() + " " + one.asset())
            .sorted()
            .toList();
    if (holding.contains(fact.situation()) != fact.holds()) {
      failures.add(
          "At %s expected %s%s, but %s"
              .formatted(
                  words(fact.at()),
                  fact.holds() ? "" : "no ",
                  fact.situation(),
                  holding.isEmpty() ? "no situation holds." : "these hold: " + holding));
    }
  }

  private static JournaledReading journaled(Given given, String zone, Instant start, long id) {
    Instant at = start.plus(given.at());
    return new JournaledReading(
        id,
        zone,
        at,
        new Reading(
            "test", given.device().id(), given.property(), at, given.value(), given.unit()));
  }

  private static void compare(RuleTest test, List<Asked> asked, List<String> failures) {
    Instant start = test.start().atZone(TIME_ZONE).toInstant();
    Map<String, List<Asked>> byRule =
        asked.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.request().rule(), TreeMap::new, Collectors.toList()));
    for (Expected expected : test.expected()) {
      List<Asked> got = byRule.remove(expected.rule());
      if (got == null) {
        failures.add(
            "Expected \"%s\" to ask at %s, but it did not ask."
                .formatted(expected.rule(), words(expected.at())));
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
    List<String> findings = first.request().findings().stream().map(RuleTests::words).toList();
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

  private static String words(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
