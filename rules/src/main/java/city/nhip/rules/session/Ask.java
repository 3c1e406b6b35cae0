package city.nhip.rules.session;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Finding;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;

/**
 * What a rule inserts when it wants a new schedule. Rule name, version and zone are added by the
 * session; within one cooldown the same rule asks once.
 *
 * @param severity 1 (routine) to 3 (urgent)
 * @param readingIds numbers, in any order
 */
@Role(Role.Type.EVENT)
@Expires("1m")
public record Ask(
    String domain,
    int severity,
    Duration cooldown,
    Localized reason,
    List<Finding> findings,
    Collection<?> readingIds) {
  /** In the order that a rule reads best. */
  public static Ask plan(
      String domain,
      int severity,
      int cooldownMinutes,
      String vi,
      String en,
      List<Finding> findings,
      Collection<?> readingIds) {
    return new Ask(
        domain,
        severity,
        Duration.ofMinutes(cooldownMinutes),
        new Localized(vi, en),
        findings,
        readingIds);
  }
}
