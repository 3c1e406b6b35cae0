package city.nhip.rules.session;

import java.time.Instant;
import java.util.List;

/** What a rule package would have asked for beside the one that serves. */
public interface Shadow {
  /** The package in the shadow. */
  String rulePackage();

  /** By the shadow's own thread. */
  void asked(List<Asked> asked);

  /** A rule ran away; the shadow has ended. */
  void ended(String reason, Instant at);
}
