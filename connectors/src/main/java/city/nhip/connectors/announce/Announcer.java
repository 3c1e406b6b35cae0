package city.nhip.connectors.announce;

import city.nhip.engine.schedule.Schedule;
import java.io.IOException;
import java.util.UUID;

/** Tells one target system of published schedules. What it tells twice does no harm there. */
interface Announcer {
  /** Stable name, shown to operators. */
  String target();

  boolean announces(String domain);

  /**
   * @param id the same however often it is told
   * @throws IOException when the target did not take it; it is told again later
   */
  void announce(UUID id, Schedule schedule) throws IOException, InterruptedException;
}
