package city.nhip.rules.session;

import city.nhip.engine.city.Device;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.rules.grammar.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kie.api.definition.type.Expires;

/** Makes the facts of a reading, without those that came too late to be remembered. */
final class FactsOf {
  private static final Map<Class<?>, Long> EXPIRES = new ConcurrentHashMap<>();

  private final List<FactMaker> makers;

  FactsOf(List<FactMaker> makers) {
    this.makers = List.copyOf(makers);
  }

  /**
   * @param ageMillis how far the session's clock is ahead of the reading
   */
  List<Object> reading(JournaledReading one, Device device, long ageMillis) {
    List<Object> facts = new ArrayList<>(2);
    for (FactMaker maker : makers) {
      maker
          .make(one, device)
          .filter(fact -> ageMillis < expiresMillis(fact.getClass()))
          .ifPresent(facts::add);
    }
    return facts;
  }

  private static long expiresMillis(Class<?> type) {
    return EXPIRES.computeIfAbsent(
        type,
        fact -> {
          Expires expires = fact.getAnnotation(Expires.class);
          return expires == null ? Long.MAX_VALUE : Durations.millis(expires.value());
        });
  }
}
