package city.nhip.rules.session;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.MatchCreatedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.rule.Match;

/** Sees every match and firing of a session: counts them, traces asks, stops a runaway. */
public final class SessionWitness {
  /** On one reading. */
  static final int MOST_FIRINGS = 10_000;

  private static final int MOST_MATCHES = 100_000;
  private static final long MOST_NANOS = 2_000_000_000L;

  /** Rules that join too much find a little more with each reading, until the memory is full. */
  private static final int MOST_SUSTAINED = 300_000;

  private static final int SUSTAINED_READINGS = 1_000;

  private final BiConsumer<Ask, Rule> onAsk;
  private final Map<Rule, Integer> fired = new IdentityHashMap<>();
  private @Nullable Match current;
  private final int[] before = new int[SUSTAINED_READINGS];
  private int readings;
  private int sustained;
  private int matches;
  private int firings;
  private long began;
  private @Nullable Rule culprit;
  private String excess = "";

  SessionWitness(BiConsumer<Ask, Rule> onAsk) {
    this.onAsk = onAsk;
  }

  /** How often each rule fired, by {@code package: name}. */
  public Map<String, Integer> fired() {
    Map<String, Integer> named = new TreeMap<>();
    fired.forEach(
        (rule, times) ->
            named.merge(rule.getPackageName() + ": " + rule.getName(), times, Integer::sum));
    return named;
  }

  void begin() {
    int place = readings++ % SUSTAINED_READINGS;
    sustained += matches - before[place];
    before[place] = matches;
    matches = 0;
    firings = 0;
    began = System.nanoTime();
    culprit = null;
  }

  Optional<RunawayRule> runaway(String zone) {
    return Optional.ofNullable(culprit)
        .map(rule -> new RunawayRule(rule.getPackageName(), rule.getName(), zone, excess));
  }

  Asked.Trace trace() {
    Match match = current;
    if (match == null) {
      return new Asked.Trace(List.of(), Map.of());
    }
    Map<String, String> bindings = new LinkedHashMap<>();
    for (String id : match.getDeclarationIds()) {
      bindings.put(id, String.valueOf(match.getDeclarationValue(id)));
    }
    return new Asked.Trace(match.getObjects().stream().map(String::valueOf).toList(), bindings);
  }

  private void stop(Rule rule, String what) {
    culprit = rule;
    excess = what;
    throw new IllegalStateException(what);
  }

  AgendaEventListener agenda() {
    return new DefaultAgendaEventListener() {
      @Override
      public void matchCreated(MatchCreatedEvent event) {
        if (++matches > MOST_MATCHES) {
          stop(event.getMatch().getRule(), "more than %,d matches".formatted(MOST_MATCHES));
        }
        if (sustained + matches > MOST_SUSTAINED) {
          stop(
              event.getMatch().getRule(),
              "more than %,d matches on %,d readings"
                  .formatted(MOST_SUSTAINED, SUSTAINED_READINGS));
        }
        if ((matches & 1023) == 0 && System.nanoTime() - began > MOST_NANOS) {
          stop(event.getMatch().getRule(), "more than 2 s of work");
        }
      }

      @Override
      public void beforeMatchFired(BeforeMatchFiredEvent event) {
        current = event.getMatch();
        Rule rule = event.getMatch().getRule();
        fired.merge(rule, 1, Integer::sum);
        if (++firings >= MOST_FIRINGS) {
          stop(rule, "more than %,d firings".formatted(MOST_FIRINGS));
        }
      }

      @Override
      public void afterMatchFired(AfterMatchFiredEvent event) {
        current = null;
      }
    };
  }

  RuleRuntimeEventListener facts() {
    return new DefaultRuleRuntimeEventListener() {
      @Override
      public void objectInserted(ObjectInsertedEvent event) {
        if (event.getObject() instanceof Ask ask && event.getRule() != null) {
          onAsk.accept(ask, event.getRule());
        }
      }
    };
  }
}
