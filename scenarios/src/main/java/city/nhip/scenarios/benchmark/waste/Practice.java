package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.reading.ReadingJournal;
import java.time.Instant;
import java.util.List;

/** How a department decides what its crews do in an evening. */
@FunctionalInterface
interface Practice {
  /**
   * @param now in the afternoon before
   * @param journal the fill readings until then
   */
  List<Round> rounds(Instant now, ReadingJournal journal);
}
