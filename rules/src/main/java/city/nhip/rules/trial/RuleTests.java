package city.nhip.rules.trial;

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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs tests against compiled rules, each in a session of its own. */
public final class RuleTests {
  private static final ZoneId TIME_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final Duration DAY = Duration.ofDays(1);

  /** The first run of a test, with or without an eye on its conditions; the same a day later. */
  private enum Pass {
    WATCHED,
    BLIND,
    SECOND_DAY
  }

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
      Comparison.compare(
          test, play(test, Pass.WATCHED, failures, nearMisses), nearMisses, failures);
      if (failures.isEmpty()) {
        List<String> later = new ArrayList<>();
        Comparison.compare(test, play(test, Pass.SECOND_DAY, later, nearMisses), nearMisses, later);
        later.forEach(line -> failures.add("On the second day of the same readings: " + line));
      }
    } catch (RunawayRule stopped) {
      failures.add(String.valueOf(stopped.getMessage()));
    }
    return new TestResult(test, failures);
  }

  /** Whether a test passes; looks at no condition, and so takes a fraction of the time. */
  boolean passes(RuleTest test) {
    try {
      for (Pass pass : List.of(Pass.BLIND, Pass.SECOND_DAY)) {
        List<String> failures = new ArrayList<>();
        Comparison.compare(test, play(test, pass, failures, new HashMap<>()), Map.of(), failures);
        if (!failures.isEmpty()) {
          return false;
        }
      }
      return true;
    } catch (RunawayRule stopped) {
      return false;
    }
  }

  private List<Asked> play(
      RuleTest test, Pass pass, List<String> failures, Map<String, String> nearMisses) {
    Instant start = start(test);
    Instant opened = pass == Pass.SECOND_DAY ? start.minus(DAY) : start;
    List<Asked> asked = new ArrayList<>();
    List<Held> facts = new ArrayList<>(test.facts());
    facts.sort(Comparator.comparing(Held::at));
    try (ZoneSession session = new ZoneSession(test.zone(), TIME_ZONE, rulebook, opened)) {
      long id = 0;
      if (pass == Pass.SECOND_DAY) {
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
        if (pass == Pass.WATCHED) {
          conditions.look(session);
          nearMisses(test, session, nearMisses);
        }
      }
      facts.forEach(fact -> look(session, start, fact, asked, failures));
      while (session.now().isBefore(start.plus(test.until()))) {
        Instant next = session.now().plus(ZoneSession.TICK);
        Instant end = start.plus(test.until());
        asked.addAll(session.advanceTo(next.isBefore(end) ? next : end));
        if (pass == Pass.WATCHED) {
          conditions.look(session);
        }
      }
      if (pass == Pass.WATCHED) {
        nearMisses(test, session, nearMisses);
      }
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
                  Comparison.words(fact.at()),
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

  static Instant start(RuleTest test) {
    return test.start().atZone(TIME_ZONE).toInstant();
  }
}
