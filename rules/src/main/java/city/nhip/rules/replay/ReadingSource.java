package city.nhip.rules.replay;

import city.nhip.engine.reading.JournaledReading;
import java.time.Instant;
import java.util.function.Consumer;

/** Where a replay's readings come from: the journal, or a recorded day. */
public interface ReadingSource {
  /** Feeds a zone's readings observed in [from, to), in order of observed time, then id. */
  void replay(String zone, Instant from, Instant to, Consumer<JournaledReading> consumer);
}
