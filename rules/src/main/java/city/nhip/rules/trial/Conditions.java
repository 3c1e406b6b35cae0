package city.nhip.rules.trial;

import city.nhip.rules.check.PackageFiles;
import city.nhip.rules.grammar.Condition;
import city.nhip.rules.grammar.Condition.Accumulate;
import city.nhip.rules.grammar.Condition.Constraint;
import city.nhip.rules.grammar.Condition.Exists;
import city.nhip.rules.grammar.Condition.Not;
import city.nhip.rules.grammar.Condition.Pattern;
import city.nhip.rules.grammar.Place;
import city.nhip.rules.grammar.RuleText;
import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.session.ZoneSession;
import city.nhip.rules.why.WhyNot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conditions of a package's rules, and which of them the tests saw hold and saw fail. */
final class Conditions {
  private final Map<String, RuleText> rules = new LinkedHashMap<>();
  private final Map<Place, String> texts = new LinkedHashMap<>();
  private final Map<Place, Boolean> held = new LinkedHashMap<>();
  private final Map<Place, Boolean> failed = new LinkedHashMap<>();

  Conditions(RulePackage one) {
    PackageFiles.read(one.sources()).stream()
        .flatMap(file -> file.rules().stream())
        .filter(rule -> rule.row() == 0)
        .forEach(rule -> rules.put(rule.name(), rule));
    rules.values().forEach(rule -> rule.when().forEach(this::list));
  }

  private void list(Condition condition) {
    if (condition instanceof Pattern pattern) {
      list(pattern.constraints());
    } else if (condition instanceof Accumulate accumulate) {
      list(accumulate.input().constraints());
      list(accumulate.constraints());
    } else {
      texts.put(condition.place(), condition instanceof Not ? "not" : "exists");
      list(
          condition instanceof Not not
              ? not.pattern().constraints()
              : ((Exists) condition).pattern().constraints());
    }
  }

  private void list(List<Constraint> constraints) {
    constraints.stream()
        .filter(Constraint::tests)
        .forEach(one -> texts.put(one.place(), one.text()));
  }

  /** The rules in DRL files; a row of a decision table is none. */
  List<String> ruleNames() {
    return List.copyOf(rules.keySet());
  }

  int size() {
    return texts.size();
  }

  /** Evaluates every rule on what the session holds now. */
  void look(ZoneSession session) {
    WhyNot why = new WhyNot(session.facts(), session.now(), this::seen);
    rules.values().forEach(why::of);
  }

  private void seen(Place place, boolean holds) {
    (holds ? held : failed).put(place, true);
  }

  /** Why a rule does not fire now. */
  Optional<WhyNot.Blocked> blocked(String rule, ZoneSession session) {
    return Optional.ofNullable(rules.get(rule))
        .flatMap(text -> new WhyNot(session.facts(), session.now(), (place, holds) -> {}).of(text));
  }

  /** What no test saw hold, or none saw fail, with its place. */
  List<String> uncovered() {
    List<String> uncovered = new ArrayList<>();
    texts.forEach(
        (place, text) -> {
          if (!held.containsKey(place) || !failed.containsKey(place)) {
            uncovered.add(
                "%s: %s never %s"
                    .formatted(place, text, held.containsKey(place) ? "failed" : "held"));
          }
        });
    return uncovered;
  }
}
