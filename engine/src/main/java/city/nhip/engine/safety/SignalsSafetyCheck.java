package city.nhip.engine.safety;

import city.nhip.engine.city.City;
import city.nhip.engine.safety.SignalsArtefact.Plan;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Signals: conflict matrix, no yellow trap that the fixed plan has not, minimum green, yellow, red
 * and walkers' clearance of every conflicting ordered pair around the cycle, the cycle itself, and
 * that each cycle starts with the stage that the site's own plan starts with, so that any plan may
 * follow any other at its end.
 */
@Component
final class SignalsSafetyCheck implements SafetyCheck {
  private static final String FORMAT = "nhip-signals-1";
  private static final Duration LONGEST_VALIDITY = Duration.ofDays(1);

  @Override
  public String domain() {
    return "signals";
  }

  @Override
  public SafetyVerdict check(byte[] artefact, City city, String scope) {
    Map<String, SignalsSite> sites =
        SignalsSite.read(city.folder().resolve("signals/intersections.json"));
    SignalsArtefact read = SignalsArtefact.read(artefact);
    Findings findings = new Findings();
    new SignalsHead(read.format(), read.scope(), read.validFrom(), read.validTo())
        .check(FORMAT, scope, LONGEST_VALIDITY, findings);
    findings.require(
        !read.intersections().isEmpty(), "empty", "/intersections", () -> "It plans nothing.");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < read.intersections().size(); i++) {
      Plan plan = read.intersections().get(i);
      String where = "/intersections/" + i;
      SignalsSite site = sites.get(plan.id());
      if (findings.require(
              site != null && site.zone().equals(scope),
              "intersection",
              where,
              () -> "%s stands not in %s.".formatted(plan.id(), scope))
          && findings.require(
              seen.add(plan.id()), "intersection", where, () -> plan.id() + " is planned twice.")
          && site != null) {
        SignalsPlanCheck.check(plan, site, where, findings);
      }
    }
    return findings.verdict();
  }
}
