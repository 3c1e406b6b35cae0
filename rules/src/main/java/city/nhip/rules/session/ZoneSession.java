package city.nhip.rules.session;

import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.rules.rulebook.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.drools.core.time.SessionPseudoClock;
import org.kie.api.KieServices;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;

/**
 * The rules' view of one zone. Its clock follows the observed times, so that a replay of the same
 * readings asks for the same things. Not thread-safe: one writer.
 */
final class ZoneSession implements AutoCloseable {
  /** A loop in the rules ends here instead of nowhere. */
  private static final int MOST_FIRINGS = 10_000;

  private final String zone;
  private final Rulebook rulebook;
  private final KieSession session;
  private final SessionPseudoClock clock;
  private final List<OptimizationRequest> asked = new ArrayList<>();

  ZoneSession(String zone, Rulebook rulebook, Instant start) {
    this.zone = zone;
    this.rulebook = rulebook;
    KieSessionConfiguration pseudo = KieServices.get().newKieSessionConfiguration();
    pseudo.setOption(ClockTypeOption.PSEUDO);
    this.session = rulebook.rules().newKieSession(pseudo, null);
    this.clock = session.getSessionClock();
    clock.advanceTime(start.toEpochMilli(), TimeUnit.MILLISECONDS);
    session.addEventListener(
        new DefaultRuleRuntimeEventListener() {
          @Override
          public void objectInserted(ObjectInsertedEvent event) {
            if (event.getObject() instanceof Ask ask && event.getRule() != null) {
              asked.add(request(ask, event.getRule().getName(), event.getRule().getPackageName()));
            }
          }
        });
    session.fireAllRules(MOST_FIRINGS);
  }

  /** The session's time: the latest observation. */
  Instant now() {
    return Instant.ofEpochMilli(clock.getCurrentTime());
  }

  /** Lets time pass without a reading. */
  List<OptimizationRequest> advanceTo(Instant to) {
    long ahead = to.toEpochMilli() - clock.getCurrentTime();
    if (ahead > 0) {
      clock.advanceTime(ahead, TimeUnit.MILLISECONDS);
    }
    return fire();
  }

  /**
   * @param observedAt moves the clock when it is later
   */
  List<OptimizationRequest> insert(Object fact, Instant observedAt) {
    advanceTo(observedAt);
    session.insert(fact);
    return fire();
  }

  private List<OptimizationRequest> fire() {
    int fired = session.fireAllRules(MOST_FIRINGS);
    if (fired >= MOST_FIRINGS) {
      throw new IllegalStateException(
          "The rules of zone %s fired %d times on one reading. Look for a rule that feeds itself."
              .formatted(zone, fired));
    }
    List<OptimizationRequest> now = List.copyOf(asked);
    asked.clear();
    return now;
  }

  private OptimizationRequest request(Ask ask, String rule, String kiePackage) {
    long cooldown = ask.cooldown().toMillis();
    Instant from = Instant.ofEpochMilli(Math.floorDiv(clock.getCurrentTime(), cooldown) * cooldown);
    return new OptimizationRequest(
        ask.domain(),
        zone,
        rule,
        rulebook.version(kiePackage),
        new TimeWindow(from, from.plus(Duration.ofMillis(cooldown))),
        ask.reason(),
        ask.severity(),
        ask.findings(),
        ask.readingIds());
  }

  @Override
  public void close() {
    session.dispose();
  }
}
