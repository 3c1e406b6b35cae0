package city.nhip.engine.draft;

import city.nhip.engine.web.Tagged;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One try.
 *
 * @param problem why it failed
 * @param offered the proposal that it became
 */
record Draft(
    UUID id,
    Kind kind,
    Status status,
    UUID schedule,
    String domain,
    String scope,
    String title,
    String by,
    Instant createdAt,
    DraftAsk ask,
    Optional<DraftResult> result,
    Optional<String> problem,
    Optional<UUID> offered)
    implements Tagged {
  @Override
  public String tag() {
    return status.name();
  }

  /** The same as a line of a list. */
  Draft brief() {
    return new Draft(
        id,
        kind,
        status,
        schedule,
        domain,
        scope,
        title,
        by,
        createdAt,
        ask,
        result.map(DraftResult::brief),
        problem,
        offered);
  }

  /** What it is for. */
  enum Kind {
    EDIT,
    WHAT_IF
  }

  /** How far it is. */
  enum Status {
    SOLVING,
    READY,
    FAILED,
    OFFERED
  }
}
