package city.nhip.rules.session;

import city.nhip.engine.city.Device;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.rules.clock.ClockTick;
import city.nhip.rules.rulebook.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.drools.core.time.SessionPseudoClock;
import org.kie.api.KieServices;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;

/**
 * The rules' view of one zone. Its clock follows the observed times, so that a replay of the same
 * readings asks for the same things. Not thread-safe: one writer.
 */
public final class ZoneSession implements AutoCloseable {
  /** Time passes in steps no longer than this. */
  public static final Duration TICK = Duration.ofMinutes(5);

  private static final int MOST_REMEMBERED = 10_000;

  private final String zone;
  private final ZoneId timeZone;
  private final Rulebook rulebook;
  private final KieSession session;
  private final SessionPseudoClock clock;
  private final SensorWatch sensors = new SensorWatch();
  private final List<Asked> asked = new ArrayList<>();
  private final SessionWitness witness;
  private final RecentKeys<Wish> recent = new RecentKeys<>(MOST_REMEMBERED);

  public ZoneSession(String zone, ZoneId timeZone, Rulebook rulebook, Instant start) {
    this.zone = zone;
    this.timeZone = timeZone;
    this.rulebook = rulebook;
    KieSessionConfiguration pseudo = KieServices.get().newKieSessionConfiguration();
    pseudo.setOption(ClockTypeOption.PSEUDO);
    this.session = rulebook.rules().newKieSession(pseudo, null);
    this.clock = session.getSessionClock();
    this.witness = new SessionWitness(this::heard);
    session.addEventListener(witness.agenda());
    session.addEventListener(witness.facts());
    clock.advanceTime(start.toEpochMilli(), TimeUnit.MILLISECONDS);
    tick(floor(start.toEpochMilli()));
    fire();
    asked.clear();
  }

  /** The session's time: the latest observation, or what {@link #advanceTo} said. */
  public Instant now() {
    return Instant.ofEpochMilli(clock.getCurrentTime());
  }

  /** Lets time pass without a reading. */
  public List<Asked> advanceTo(Instant to) {
    long end = to.toEpochMilli();
    long step = TICK.toMillis();
    for (long next = floor(clock.getCurrentTime()) + step; next <= end; next += step) {
      clock.advanceTime(next - clock.getCurrentTime(), TimeUnit.MILLISECONDS);
      tick(next);
      fire();
    }
    if (end > clock.getCurrentTime()) {
      clock.advanceTime(end - clock.getCurrentTime(), TimeUnit.MILLISECONDS);
      fire();
    }
    return drain();
  }

  /** A reading and the facts that it stands for. */
  public List<Asked> evaluate(JournaledReading one, Device device, Collection<?> facts) {
    pass(one.reading().observedAt());
    sensors.hear(one, device);
    if (!facts.isEmpty()) {
      facts.forEach(session::insert);
      fire();
    }
    return drain();
  }

  /**
   * @param observedAt moves the clock when it is later
   */
  public List<Asked> insert(Object fact, Instant observedAt) {
    pass(observedAt);
    session.insert(fact);
    fire();
    return drain();
  }

  /** All that holds now, facts and what was inferred from them. */
  public Collection<?> facts() {
    return session.getObjects();
  }

  /** How many facts are held. */
  public long size() {
    return session.getFactCount();
  }

  /** Every rule that fired since the session began, and how often. */
  public SessionWitness witness() {
    return witness;
  }

  /** Time moves, and only what waited for it fires. */
  private void pass(Instant to) {
    asked.addAll(advanceTo(to));
  }

  private void tick(long at) {
    ZonedDateTime local = Instant.ofEpochMilli(at).atZone(timeZone);
    sensors.watched(at).forEach(session::insert);
    session.insert(
        new ClockTick(
            zone, local.getHour() * 60 + local.getMinute(), local.getDayOfWeek().getValue(), at));
  }

  private static long floor(long millis) {
    return Math.floorDiv(millis, TICK.toMillis()) * TICK.toMillis();
  }

  private void fire() {
    witness.begin();
    try {
      session.fireAllRules(SessionWitness.MOST_FIRINGS);
    } catch (RuntimeException failed) {
      throw witness.runaway(zone).<RuntimeException>map(found -> found).orElse(failed);
    }
    witness
        .runaway(zone)
        .ifPresent(
            runaway -> {
              throw runaway;
            });
  }

  private List<Asked> drain() {
    List<Asked> now = List.copyOf(asked);
    asked.clear();
    return now;
  }

  /** What tells one request of a session from another: see {@link OptimizationRequest#key}. */
  private record Wish(Rule rule, String domain, Instant from, String subject) {}

  /** Rules ask again on every reading and are heard once, so little is done for the others. */
  private void heard(Ask ask, Rule rule) {
    long cooldown = ask.cooldown().toMillis();
    Instant from = Instant.ofEpochMilli(Math.floorDiv(clock.getCurrentTime(), cooldown) * cooldown);
    String subject = OptimizationRequest.subject(ask.findings());
    if (recent.add(new Wish(rule, ask.domain(), from, subject))) {
      String rulePackage = rule.getPackageName();
      asked.add(
          new Asked(
              rulePackage.substring(rulePackage.lastIndexOf('.') + 1),
              new OptimizationRequest(
                  ask.domain(),
                  zone,
                  rule.getName(),
                  rulebook.version(rulePackage),
                  new TimeWindow(from, from.plus(ask.cooldown())),
                  ask.reason(),
                  ask.severity(),
                  ask.findings(),
                  ask.readingIds().stream().map(id -> ((Number) id).longValue()).sorted().toList()),
              now(),
              witness.trace()));
    }
  }

  @Override
  public void close() {
    session.dispose();
  }
}
