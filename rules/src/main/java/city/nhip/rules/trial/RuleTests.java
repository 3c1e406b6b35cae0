package city.nhip.rules.trial;

import city.nhip.engine.planning.Finding;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.RulePackage;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs tests against compiled rules, each in a session of its own. */
public final class RuleTests {
  private static final ZoneId TIME_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final Duration DAY = Duration.ofDays(1);

  private final Rulebook rulebook;
  private final Conditions conditions;
  private final List<FactMaker> makers;
  private final Map<String, Integer> fired = new TreeMap<>();

  /**
   * Compiles a package by itself.
   *
   * @throws city.nhip.rules.rulebook.BadRules when it may not run
   */
  public RuleTests(RulePackage rules, List<FactMaker> makers) {
    this.rulebook = RuleCompiler.compile(List.of(rules));
    this.conditions = new Conditions(rules);
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

  Conditions conditions() {
    return conditions;
  }

  public TestResult run(RuleTest test) {
    List<String> failures = new ArrayList<>();
    try {
      Map<String, String> nearMisses = new HashMap<>();
      compare(test, play(test, false, failures, nearMisses), nearMisses, failures);
      if (failures.isEmpty()) {
        List<String> later = new ArrayList<>();
        compare(test, play(test, true, later, nearMisses), nearMisses, later);
        later.forEach(line -> failures.add("On the second day of the same readings: " + line));
      }
    } catch (RunawayRule stopped) {
      failures.add(String.valueOf(stopped.getMessage()));
    }
    return new TestResult(test, failures);
  }

  private List<Asked> play(
      RuleTest test, boolean again, List<String> failures, Map<String, String> nearMisses) {
    Instant start = test.start().atZone(TIME_ZONE).toInstant();
    Instant opened = again ? start.minus(DAY) : start;
    List<Asked> asked = new ArrayList<>();
    List<Held> facts = new ArrayList<>(test.facts());
    facts.sort(Comparator.comparing(Held::at));
    try (ZoneSession session = new ZoneSession(test.zone(), TIME_ZONE, rulebook, opened)) {
      long id = 0;
      if (again) {
        yesterday(test, session, start);
      }
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
        if (!again) {
          conditions.look(session);
          nearMisses(test, session, nearMisses);
        }
      }
      facts.forEach(fact -> look(session, start, fact, asked, failures));
      while (session.now().isBefore(start.plus(test.until()))) {
        Instant next = session.now().plus(ZoneSession.TICK);
        Instant end = start.plus(test.until());
        asked.addAll(session.advanceTo(next.isBefore(end) ? next : end));
        if (!again) {
          conditions.look(session);
        }
      }
      nearMisses(test, session, nearMisses);
      session.witness().fired().forEach((rule, times) -> fired.merge(rule, times, Integer::sum));
    }
    return asked;
  }

  /** A day before, the same was read; all of it is forgotten when the test begins. */
  private void yesterday(RuleTest test, ZoneSession session, Instant start) {
    long id = -1_000_000;
    for (Given given : test.readings()) {
      JournaledReading one = journaled(given, test.zone(), start.minus(DAY), ++id);
      session.evaluate(
          one,
          given.device(),
          makers.stream().flatMap(maker -> maker.make(one, given.device()).stream()).toList());
    }
    session.advanceTo(start);
  }

  /** What stood in the way of the rules that are expected to ask, as it was last. */
  private void nearMisses(RuleTest test, ZoneSession session, Map<String, String> nearMisses) {
    for (Expected expected : test.expected()) {
      conditions
          .blocked(expected.rule(), session)
          .ifPresent(
              one ->
                  nearMisses.put(
                      expected.rule(),
                      "Condition %d (%s, %s): %s."
                          .formatted(one.condition(), one.place(), one.text(), one.why())));
    }
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

  private static void compare(
      RuleTest test, List<Asked> asked, Map<String, String> nearMisses, List<String> failures) {
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
