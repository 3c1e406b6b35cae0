package city.nhip.engine.review;

import city.nhip.engine.schedule.Schedule;
import java.util.Optional;

/**
 * A city's own rule for plans that need no person's look. Asked only where {@code
 * nhip.review.auto-approve} is on; what no policy approves waits for a person.
 */
public interface ApprovalPolicy {
  /** Its name in the log of decisions. */
  String name();

  /**
   * @return why this proposal may go out unseen; empty where a person must look
   */
  Optional<String> approves(Schedule proposal);
}
