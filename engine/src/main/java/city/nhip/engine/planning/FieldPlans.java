package city.nhip.engine.planning;

import java.time.Instant;
import java.util.List;

/** What the field carries out and has carried out, in any domain: what couples two of them. */
@FunctionalInterface
public interface FieldPlans {
  FieldPlans NONE = (domain, scope, since) -> List.of();

  /**
   * A schedule and the time for which it ran.
   *
   * @param artefact the very bytes that the field acknowledged
   * @param from when the field took it, or its validity began, whichever was later
   * @param until when a newer one took its place, or its validity ends
   */
  record Carried(byte[] artefact, Instant from, Instant until) {}

  /** One scope's, oldest first, one at a time; without those that ended before. */
  List<Carried> since(String domain, String scope, Instant since);
}
