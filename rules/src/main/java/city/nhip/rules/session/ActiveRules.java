package city.nhip.rules.session;

import city.nhip.rules.rulebook.Rulebook;
import java.time.Instant;
import java.util.Map;

/** Which rules the sessions run when they begin. */
public interface ActiveRules {
  /** Compiles them; a package that does not compile any more is left out, and said so. */
  Rulebook load();

  /**
   * Since when each package's version is active: what it would have asked before was not its
   * business.
   */
  Map<String, Instant> since();

  /** A rule was stopped while it ran. */
  void stopped(RunawayRule rule);
}
