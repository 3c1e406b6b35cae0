package city.nhip.engine.review;

import java.time.Instant;
import java.util.Optional;

/**
 * What an approving person says.
 *
 * @param reason at most 2,000 characters
 * @param hash of the plan that the person looked at; where given, no other plan is approved
 * @param match the {@code If-Match} of the state that the person looked at
 * @param notBefore the city's time until which the plan stays here
 */
record Approval(
    String reason, Optional<String> hash, Optional<String> match, Optional<Instant> notBefore) {
  static Approval now(String reason) {
    return new Approval(reason, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
