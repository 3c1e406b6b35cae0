package city.nhip.engine.publication;

import java.util.List;

/**
 * Delivers publications to one target system. Delivery repeats until acknowledged; targets take the
 * same sequence twice without harm.
 */
public interface SchedulePublisher {
  /** Stable name of the target system, shown to operators. */
  String target();

  boolean publishes(String domain);

  /**
   * Delivers and reads back.
   *
   * @return what the field says it carries now; the outbox compares sequence and hash
   * @throws RuntimeException when the field did not answer; the outbox tries again later
   */
  Acknowledgement publish(Publication publication);

  /** What the field carries out, as it reports it. */
  record Acknowledgement(long sequence, String hash) {}

  /**
   * What each device of a scope says that it carries.
   *
   * @return empty where the target system cannot tell
   */
  default List<DeviceReport> devices(String domain, String scope) {
    return List.of();
  }

  /**
   * One device's own word.
   *
   * @param sequence of the plan that it carries
   * @param hash of that plan's artefact
   */
  record DeviceReport(String device, long sequence, String hash) {}
}
