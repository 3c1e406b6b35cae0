package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.engine.reading.ReadingJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The fill readings of the last days, in memory. */
final class HourlyFills implements ReadingJournal {
  private static final Duration KEPT = Duration.ofDays(8);

  private final List<JournaledReading> all = new ArrayList<>();
  private long ids;

  @Override
  public List<JournaledReading> append(
      List<Reading> batch, Map<String, String> zones, Instant receivedAt) {
    Instant oldest = receivedAt.minus(KEPT);
    all.removeIf(one -> one.receivedAt().isBefore(oldest));
    List<JournaledReading> fresh =
        batch.stream()
            .map(
                reading ->
                    new JournaledReading(
                        ++ids, zones.getOrDefault(reading.device(), ""), receivedAt, reading))
            .toList();
    all.addAll(fresh);
    return fresh;
  }

  @Override
  public void replay(String zone, Instant from, Instant to, Consumer<JournaledReading> consumer) {
    list(from, to, one -> one.zone().equals(zone)).forEach(consumer);
  }

  @Override
  public List<JournaledReading> between(String device, String property, Instant from, Instant to) {
    return list(
        from,
        to,
        one -> one.reading().device().equals(device) && one.reading().property().equals(property));
  }

  @Override
  public List<JournaledReading> between(String property, Instant from, Instant to) {
    return list(from, to, one -> one.reading().property().equals(property));
  }

  @Override
  public Map<String, JournaledReading> latest(String property, Instant now) {
    Map<String, JournaledReading> latest = new TreeMap<>();
    between(property, Instant.EPOCH, now.plusMillis(1))
        .forEach(one -> latest.put(one.reading().device(), one));
    return latest;
  }

  @Override
  public List<JournaledReading> list(Collection<Long> wanted) {
    return all.stream().filter(one -> wanted.contains(one.id())).toList();
  }

  @Override
  public Optional<Instant> findLastReceived() {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1).receivedAt());
  }

  private List<JournaledReading> list(
      Instant from, Instant to, Predicate<JournaledReading> wanted) {
    return all.stream()
        .filter(
            one ->
                !one.reading().observedAt().isBefore(from)
                    && one.reading().observedAt().isBefore(to)
                    && wanted.test(one))
        .toList();
  }
}
