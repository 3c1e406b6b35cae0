package city.nhip.engine.safety;

import city.nhip.engine.city.City;
import city.nhip.engine.safety.SignalsArtefact.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Signals: conflict matrix, no yellow trap that the fixed plan has not, minimum green, yellow, red
 * and walkers' clearance of every conflicting ordered pair around the cycle, the cycle itself, and
 * that each cycle starts with the stage that the site's own plan starts with, so that any plan may
 * follow any other at its end; and the way into it from the plan that really runs, and back.
 */
@Component
final class SignalsSafetyCheck implements SafetyCheck {
  private static final String FORMAT = "nhip-signals-1";

  /** A controller that no plan for the hour holds any more runs its own table. */
  private static final String AFTERWARDS = "time-of-day";

  private static final Duration LONGEST_VALIDITY = Duration.ofDays(1);

  private final PlansInField field;

  SignalsSafetyCheck(PlansInField field) {
    this.field = field;
  }

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
    boolean timed =
        new SignalsHead(read.format(), read.scope(), read.validFrom(), read.validTo())
            .check(FORMAT, scope, LONGEST_VALIDITY, findings);
    findings.require(
        read.afterwards().equals(AFTERWARDS),
        "afterwards",
        "/afterwards",
        () ->
            "After its end control goes to '%s'. Give it back to '%s'."
                .formatted(read.afterwards(), AFTERWARDS));
    findings.require(
        !read.intersections().isEmpty(), "empty", "/intersections", () -> "It plans nothing.");
    Optional<SignalsRunning> running = timed ? Optional.of(running(read, city)) : Optional.empty();
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
          && site != null
          && SignalsPlanCheck.check(plan, site, where, findings)) {
        running.ifPresent(before -> before.check(plan, site, where, findings));
      }
    }
    return findings.verdict();
  }

  private SignalsRunning running(SignalsArtefact read, City city) {
    return new SignalsRunning(
        field, read.scope(), local(read.validFrom(), city), local(read.validTo(), city));
  }

  private static LocalDateTime local(String instant, City city) {
    return LocalDateTime.ofInstant(Instant.parse(instant), city.timeZone());
  }
}
