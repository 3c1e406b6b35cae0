package city.nhip.engine.publication;

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
}
