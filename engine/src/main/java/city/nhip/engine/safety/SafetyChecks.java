package city.nhip.engine.safety;

import city.nhip.engine.city.City;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the check of a domain. A domain without one publishes nothing. */
@Component
public final class SafetyChecks {
  private final Map<String, SafetyCheck> byDomain;
  private final City city;

  SafetyChecks(List<SafetyCheck> checks, City city) {
    this.byDomain =
        checks.stream().collect(Collectors.toMap(SafetyCheck::domain, Function.identity()));
    this.city = city;
  }

  public SafetyVerdict check(String domain, String scope, byte[] artefact) {
    SafetyCheck check = byDomain.get(domain);
    if (check == null) {
      return refused("no-safety-check", "Domain " + domain + " has no safety check. Add one.");
    }
    try {
      return check.check(artefact, city, scope);
    } catch (RuntimeException e) {
      return refused("unreadable", "The safety check could not read the plan: " + e.getMessage());
    }
  }

  private static SafetyVerdict refused(String rule, String problem) {
    return new SafetyVerdict(1, List.of(new SafetyVerdict.Violation(rule, "", problem)));
  }
}
