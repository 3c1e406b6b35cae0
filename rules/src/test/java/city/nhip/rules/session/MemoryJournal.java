package city.nhip.rules.session;

import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.engine.reading.ReadingJournal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessResourceFailureException;

/** A journal that forgets when the test ends; only what sessions read of it. */
public final class MemoryJournal implements ReadingJournal {
  private final CopyOnWriteArrayList<List<JournaledReading>> batches = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();

  public void add(List<JournaledReading> batch) {
    batches.add(batch);
  }

  /** Refuses that many replays, as a database does that is not there. */
  public void away(int replays) {
    refusals.set(replays);
  }

  public List<JournaledReading> all() {
    return batches.stream().flatMap(List::stream).toList();
  }

  @Override
  public void replay(String zone, Instant from, Instant to, Consumer<JournaledReading> consumer) {
    if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new DataAccessResourceFailureException("The database is away.");
    }
    all().stream()
        .filter(one -> one.zone().equals(zone))
        .filter(one -> !one.reading().observedAt().isBefore(from))
        .filter(one -> one.reading().observedAt().isBefore(to))
        .sorted(
            Comparator.comparing((JournaledReading one) -> one.reading().observedAt())
                .thenComparing(JournaledReading::id))
        .forEach(consumer);
  }

  @Override
  public List<JournaledReading> append(
      List<Reading> batch, Map<String, String> zones, Instant receivedAt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<JournaledReading> between(String device, String property, Instant from, Instant to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<JournaledReading> between(String property, Instant from, Instant to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, JournaledReading> latest(String property, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<JournaledReading> list(Collection<Long> ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Instant> findLastReceived() {
    return Optional.empty();
  }
}
