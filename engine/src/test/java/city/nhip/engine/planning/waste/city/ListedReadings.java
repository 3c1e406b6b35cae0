package city.nhip.engine.planning.waste.city;

import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.engine.reading.ReadingJournal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A journal that holds what it is given; oldest first. */
record ListedReadings(List<JournaledReading> all) implements ReadingJournal {
  @Override
  public List<JournaledReading> append(
      List<Reading> batch, Map<String, String> zones, Instant receivedAt) {
    throw new UnsupportedOperationException("Nothing is added to it.");
  }

  @Override
  public void replay(String zone, Instant from, Instant to, Consumer<JournaledReading> consumer) {
    all.stream().filter(one -> one.zone().equals(zone) && within(one, from, to)).forEach(consumer);
  }

  @Override
  public List<JournaledReading> between(String device, String property, Instant from, Instant to) {
    return between(property, from, to).stream()
        .filter(one -> one.reading().device().equals(device))
        .toList();
  }

  @Override
  public List<JournaledReading> between(String property, Instant from, Instant to) {
    return all.stream()
        .filter(one -> one.reading().property().equals(property) && within(one, from, to))
        .toList();
  }

  @Override
  public Map<String, JournaledReading> latest(String property, Instant now) {
    Map<String, JournaledReading> latest = new TreeMap<>();
    between(property, Instant.EPOCH, now.plusMillis(1))
        .forEach(one -> latest.put(one.reading().device(), one));
    return latest;
  }

  @Override
  public List<JournaledReading> list(Collection<Long> ids) {
    return all.stream().filter(one -> ids.contains(one.id())).toList();
  }

  @Override
  public Optional<Instant> findLastReceived() {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1).receivedAt());
  }

  private static boolean within(JournaledReading one, Instant from, Instant to) {
    Instant at = one.reading().observedAt();
    return !at.isBefore(from) && at.isBefore(to);
  }
}
