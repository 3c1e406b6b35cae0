package city.nhip.rules.session;

import city.nhip.engine.city.City;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.ReadingJournal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the one writing thread does with a run: each step gives the run that serves after it. */
final class ServingRules {
  private static final Logger LOG = LoggerFactory.getLogger(ServingRules.class);

  private final City city;
  private final Clock clock;
  private final ReadingJournal journal;
  private final Consumer<Asked> asks;
  private final ActiveRules active;
  private final List<FactMaker> makers;
  private final List<NextRun> followers;
  private final Set<Long> replayed = new HashSet<>();

  /**
   * @param followers who is told every reading and every passing of time
   */
  ServingRules(
      City city,
      Clock clock,
      ReadingJournal journal,
      Consumer<Asked> asks,
      ActiveRules active,
      List<FactMaker> makers,
      List<NextRun> followers) {
    this.city = city;
    this.clock = clock;
    this.journal = journal;
    this.asks = asks;
    this.active = active;
    this.makers = makers;
    this.followers = followers;
  }

  /** Compiles what is active and replays the past. */
  RuleRun begin() {
    return rebuild(new RuleRun(city, active.load(), makers, past()));
  }

  /** Another run serves, which knows for itself what it has read. */
  void handedOver() {
    replayed.clear();
  }

  private Instant past() {
    return clock.instant().minus(ZoneSessions.MEMORY);
  }

  /** Replays the past; a rule that ran away is left out, as often as one does. */
  private RuleRun rebuild(RuleRun fresh) {
    Instant now = clock.instant();
    Map<String, Instant> since = active.since();
    replayed.clear();
    try {
      fresh.replay(
          journal,
          now.minus(ZoneSessions.MEMORY),
          now.plusSeconds(60),
          one -> replayed.add(one.id()),
          asked -> {
            if (!asked.at().isBefore(since.getOrDefault(asked.rulePackage(), Instant.MIN))) {
              asks.accept(asked);
            }
          });
      return fresh;
    } catch (RunawayRule stopped) {
      return rebuild(without(fresh, stopped));
    }
  }

  private RuleRun without(RuleRun serving, RunawayRule stopped) {
    LOG.error("{} It stays out until its package changes.", stopped.getMessage());
    active.stopped(stopped);
    return serving.without(stopped, makers, past());
  }

  /** Lets time pass where nothing is read. */
  RuleRun tick(RuleRun serving) {
    Instant now = clock.instant().minusSeconds(30);
    followers.forEach(next -> next.hear(now));
    try {
      serving.advanceTo(now).forEach(asks);
      return serving;
    } catch (RunawayRule stopped) {
      return rebuild(without(serving, stopped));
    }
  }

  RuleRun evaluate(RuleRun serving, List<JournaledReading> batch) {
    RuleRun now = serving;
    for (JournaledReading one : batch) {
      if (replayed.remove(one.id())) {
        continue;
      }
      followers.forEach(next -> next.hear(one));
      try {
        now.evaluate(one).forEach(asks);
      } catch (RunawayRule stopped) {
        now = rebuild(without(now, stopped));
      }
    }
    return now;
  }
}
