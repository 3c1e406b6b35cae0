package city.nhip.engine.planning;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import java.util.List;

/**
 * A rule's wish for a new schedule. Domain, zone, rule, rule version and window name it: the same
 * wish, made again by a replay, makes no second job.
 *
 * @param domain the planning domain's name
 * @param window the span within which the rule asks at most once
 * @param severity 1 (routine) to 3 (urgent); the queue serves higher ones first
 * @param findings what the domain must plan with
 * @param readingIds the journaled readings that made the rule fire
 */
public record OptimizationRequest(
    String domain,
    String zone,
    String rule,
    String ruleVersion,
    TimeWindow window,
    Localized reason,
    int severity,
    List<Finding> findings,
    List<Long> readingIds) {
  public OptimizationRequest {
    if (severity < 1 || severity > 3) {
      throw new IllegalArgumentException("Severity is 1, 2 or 3, not " + severity);
    }
    findings = List.copyOf(findings);
    readingIds = List.copyOf(readingIds);
  }

  /**
   * What makes the request unique. A request about one asset does not hide the same rule's request
   * about another.
   */
  public String key() {
    return String.join(
        "|", domain, zone, rule, ruleVersion, window.from().toString(), subject(findings));
  }

  /** The one asset that findings are about; empty where they are about none, or several. */
  public static String subject(List<Finding> findings) {
    return findings.size() == 1 ? findings.get(0).asset() : "";
  }
}
