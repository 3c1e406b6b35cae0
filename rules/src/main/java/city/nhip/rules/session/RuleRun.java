package city.nhip.rules.session;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.Zone;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.rules.rulebook.Rulebook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/** One compiled set of rules over all zones of a city. Not thread-safe: one writer. */
public final class RuleRun implements AutoCloseable {
  private final City city;
  private final Rulebook rulebook;
  private final FactsOf factsOf;
  private final Map<String, ZoneSession> sessions = new HashMap<>();

  /**
   * @param start what the sessions' clocks show before the first reading
   */
  public RuleRun(City city, Rulebook rulebook, List<FactMaker> makers, Instant start) {
    this(city, rulebook, makers, start, city.zones().stream().map(Zone::id).toArray(String[]::new));
  }

  /** Over some zones only. */
  public RuleRun(
      City city, Rulebook rulebook, List<FactMaker> makers, Instant start, String... zones) {
    this.city = city;
    this.rulebook = rulebook;
    this.factsOf = new FactsOf(makers);
    for (String zone : zones) {
      sessions.put(zone, new ZoneSession(zone, city.timeZone(), rulebook, start));
    }
  }

  /** The session of one of its zones. */
  public ZoneSession session(String zone) {
    return Optional.ofNullable(sessions.get(zone))
        .orElseThrow(() -> new NoSuchElementException("There is no zone " + zone + "."));
  }

  public Rulebook rulebook() {
    return rulebook;
  }

  /** Feeds the journal's readings zone by zone; pages, so that a day never stands in memory. */
  public void replay(
      ReadingJournal journal,
      Instant from,
      Instant to,
      Consumer<JournaledReading> seen,
      Consumer<Asked> asked) {
    for (Zone zone : city.zones()) {
      journal.replay(
          zone.id(),
          from,
          to,
          one -> {
            seen.accept(one);
            evaluate(one).forEach(asked);
          });
    }
  }

  /**
   * @throws RunawayRule when a rule was stopped; {@link #without} goes on without it
   */
  public List<Asked> evaluate(JournaledReading one) {
    ZoneSession session = sessions.get(one.zone());
    Optional<Device> device = city.findDevice(one.reading().device());
    if (session == null || device.isEmpty()) {
      return List.of();
    }
    long age = session.now().toEpochMilli() - one.reading().observedAt().toEpochMilli();
    if (age > ZoneSessions.MEMORY.toMillis()) {
      return List.of();
    }
    return session.evaluate(one, device.get(), factsOf.reading(one, device.get(), age));
  }

  /** Lets time pass in all zones. */
  public List<Asked> advanceTo(Instant now) {
    List<Asked> asked = new ArrayList<>();
    sessions.values().forEach(session -> asked.addAll(session.advanceTo(now)));
    return asked;
  }

  /** How many facts all zones hold. */
  public long size() {
    return sessions.values().stream().mapToLong(ZoneSession::size).sum();
  }

  /** Removes a rule and begins its zones anew: their readings must be replayed. */
  RuleRun without(RunawayRule stopped, List<FactMaker> makers, Instant start) {
    close();
    rulebook.rules().removeRule(stopped.kiePackage(), stopped.rule());
    return new RuleRun(city, rulebook, makers, start);
  }

  @Override
  public void close() {
    sessions.values().forEach(ZoneSession::close);
  }
}
