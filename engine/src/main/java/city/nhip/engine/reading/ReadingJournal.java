package city.nhip.engine.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The durable memory of readings. Reads never see what is not committed. */
public interface ReadingJournal {
  /**
   * Commits a batch in one transaction; duplicates, within the batch or of earlier ones, fall away.
   *
   * @param zones the zone of each device in the batch
   * @return the readings that were new, with their ids, in the batch's order
   */
  List<JournaledReading> append(List<Reading> batch, Map<String, String> zones, Instant receivedAt);

  /** Feeds a zone's readings observed in [from, to), in order of observed time, then id. */
  void replay(String zone, Instant from, Instant to, Consumer<JournaledReading> consumer);

  /** The readings of one device and property observed in [from, to), oldest first. */
  List<JournaledReading> between(String device, String property, Instant from, Instant to);

  /** All devices' readings of one property observed in [from, to), oldest first. */
  List<JournaledReading> between(String property, Instant from, Instant to);

  /** The newest reading of every device for one property, observed not after {@code now}. */
  Map<String, JournaledReading> latest(String property, Instant now);

  /** Those of the given ids that exist, in order of id. */
  List<JournaledReading> list(Collection<Long> ids);

  /** The latest received time in the journal; empty when it holds nothing. */
  Optional<Instant> findLastReceived();
}
