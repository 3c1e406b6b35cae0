package city.nhip.rules.session;

import city.nhip.engine.city.Device;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.rules.grammar.Durations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kie.api.definition.type.Expires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the facts of a reading, without those that came too late to be remembered. A sensor that
 * floods makes no more than its share, so that no window and no join grows with how often it
 * speaks: of each kind of fact at most {@value #SHARE} in every {@value #PARTS}th of the time that
 * the kind is remembered. For a meter that is one in six seconds, for an emergency vehicle one a
 * second.
 */
final class FactsOf {
  private static final Logger LOG = LoggerFactory.getLogger(FactsOf.class);
  private static final Map<Class<?>, Long> EXPIRES = new ConcurrentHashMap<>();
  private static final int SHARE = 20;
  private static final int PARTS = 30;

  private final List<FactMaker> makers;
  private final Map<Sensor, Share> shares = new HashMap<>();

  FactsOf(List<FactMaker> makers) {
    this.makers = List.copyOf(makers);
  }

  private record Sensor(String device, Class<?> fact) {}

  /** What a sensor has made in the present part of time. Mutable. */
  private static final class Share {
    long part = Long.MIN_VALUE;
    int made;
    boolean told;
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
          .filter(fact -> withinShare(one, fact.getClass()))
          .ifPresent(facts::add);
    }
    return facts;
  }

  private boolean withinShare(JournaledReading one, Class<?> fact) {
    Share share =
        shares.computeIfAbsent(new Sensor(one.reading().device(), fact), sensor -> new Share());
    long millis = Math.max(1, expiresMillis(fact) / PARTS);
    long part = Math.floorDiv(one.reading().observedAt().toEpochMilli(), millis);
    if (part != share.part) {
      share.part = part;
      share.made = 0;
    }
    if (++share.made > SHARE && !share.told) {
      share.told = true;
      LOG.warn(
          "{} floods: rules see {} of its {} in {} s and no more. Let it report less often.",
          one.reading().device(),
          SHARE,
          one.reading().property(),
          millis / 1_000);
    }
    return share.made <= SHARE;
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
