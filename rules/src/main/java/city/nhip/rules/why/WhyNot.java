package city.nhip.rules.why;

import city.nhip.rules.grammar.Condition;
import city.nhip.rules.grammar.Condition.Accumulate;
import city.nhip.rules.grammar.Condition.Constraint;
import city.nhip.rules.grammar.Condition.Exists;
import city.nhip.rules.grammar.Condition.Function;
import city.nhip.rules.grammar.Condition.Not;
import city.nhip.rules.grammar.Condition.Pattern;
import city.nhip.rules.grammar.Place;
import city.nhip.rules.grammar.RuleText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Looks for the first condition of a rule that nothing fulfils. Its facts are those that a session
 * holds at one moment, so it sees no more and no less than the rule did.
 */
public final class WhyNot {
  private static final int MOST_TUPLES = 20_000;

  private final Map<String, List<FactView>> facts;
  private final double now;
  private final BiConsumer<Place, Boolean> seen;
  private int deepest = -1;
  private int mostHeld = -1;
  private Blocked blocked = new Blocked(0, new Place("", 0, 0), "", "");
  private int tuples;

  /**
   * @param seen told of every constraint that was evaluated, and whether it held
   */
  public WhyNot(Collection<?> facts, Instant now, BiConsumer<Place, Boolean> seen) {
    this.facts =
        facts.stream()
            .filter(Record.class::isInstance)
            .map(FactView::of)
            .collect(Collectors.groupingBy(FactView::type));
    this.now = now.toEpochMilli();
    this.seen = seen;
  }

  /**
   * What stands in a rule's way.
   *
   * @param condition its number, from 1
   * @param text the constraint or the condition, as the author wrote it
   * @param why the value that is, and the value that it needs
   */
  public record Blocked(int condition, Place place, String text, String why) {}

  /**
   * @return empty when all conditions are fulfilled now
   */
  public Optional<Blocked> of(RuleText rule) {
    deepest = -1;
    mostHeld = -1;
    tuples = 0;
    return fulfilled(rule.when(), 0, Map.of()) ? Optional.empty() : Optional.of(blocked);
  }

  private boolean fulfilled(List<Condition> when, int at, Map<String, Object> bound) {
    if (at == when.size()) {
      return true;
    }
    boolean any = false;
    for (Map<String, Object> next : matches(when.get(at), at, bound)) {
      if (++tuples > MOST_TUPLES) {
        return any;
      }
      any |= fulfilled(when, at + 1, next);
    }
    return any;
  }

  private List<Map<String, Object>> matches(
      Condition condition, int at, Map<String, Object> bound) {
    if (condition instanceof Pattern pattern) {
      return matches(pattern, at, bound);
    }
    if (condition instanceof Accumulate accumulate) {
      return accumulated(accumulate, at, bound).map(List::of).orElse(List.of());
    }
    boolean wanted = condition instanceof Exists;
    Pattern pattern = wanted ? ((Exists) condition).pattern() : ((Not) condition).pattern();
    List<Map<String, Object>> found = matches(pattern, wanted ? at : -1, bound);
    seen.accept(condition.place(), found.isEmpty() != wanted);
    if (found.isEmpty() == wanted) {
      block(
          at,
          Integer.MAX_VALUE - 1,
          condition.place(),
          (wanted ? "exists " : "not ") + pattern.type(),
          wanted ? "there is none" : "there is one that fulfils it");
      return List.of();
    }
    return List.of(bound);
  }

  private List<Map<String, Object>> matches(Pattern pattern, int at, Map<String, Object> bound) {
    List<Map<String, Object>> found = new ArrayList<>();
    List<FactView> candidates = facts.getOrDefault(pattern.type(), List.of());
    if (candidates.isEmpty()) {
      block(at, 0, pattern.place(), pattern.type(), "no " + pattern.type() + " is there");
    }
    for (FactView fact : candidates) {
      boolean inside =
          pattern.windowMillis().isEmpty() || fact.at() > now - pattern.windowMillis().getAsLong();
      if (inside) {
        match(pattern, fact, at, bound).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Map<String, Object>> match(
      Pattern pattern, FactView fact, int at, Map<String, Object> bound) {
    Map<String, Object> inner = new HashMap<>(bound);
    pattern.variable().ifPresent(name -> inner.put(name, fact));
    Values values = new Values(inner, Optional.of(fact));
    int held = 1;
    for (Constraint one : pattern.constraints()) {
      if (one.variable().isPresent()) {
        inner.put(one.variable().get(), values.of(one.expr()));
      }
    }
    for (Constraint one : pattern.constraints()) {
      if (one.tests()) {
        boolean holds = values.holds(one.expr());
        seen.accept(one.place(), holds);
        if (!holds) {
          block(at, held, one.place(), one.text(), values.lacking(one.expr()));
          return Optional.empty();
        }
        held++;
      }
    }
    return Optional.of(inner);
  }

  private Optional<Map<String, Object>> accumulated(
      Accumulate accumulate, int at, Map<String, Object> bound) {
    List<Map<String, Object>> found = matches(accumulate.input(), -1, bound);
    Map<String, Object> results = new HashMap<>(bound);
    for (Function one : accumulate.functions()) {
      List<Object> values =
          found.stream()
              .map(match -> new Values(match, Optional.empty()).of(one.argument()))
              .toList();
      results.put(one.variable(), result(one.name(), values));
    }
    Values values = new Values(results, Optional.empty());
    int held = 1;
    for (Constraint one : accumulate.constraints()) {
      boolean holds = values.holds(one.expr());
      seen.accept(one.place(), holds);
      if (!holds) {
        block(at, held, one.place(), one.text(), values.lacking(one.expr()));
        return Optional.empty();
      }
      held++;
    }
    return Optional.of(results);
  }

  private static Object result(String function, List<Object> values) {
    return switch (function) {
      case "count" -> (double) values.size();
      case "sum" -> values.stream().mapToDouble(one -> (Double) one).sum();
      case "average" ->
          values.stream().mapToDouble(one -> (Double) one).average().orElse(Double.NaN);
      case "collectSet" -> new HashSet<>(values);
      default -> values;
    };
  }

  /** Remembers what came furthest: the deepest condition, there the most constraints held. */
  private void block(int at, int held, Place place, String text, String why) {
    if (at > deepest || at == deepest && held >= mostHeld) {
      deepest = at;
      mostHeld = held;
      blocked = new Blocked(at + 1, place, text, why);
    }
  }
}
