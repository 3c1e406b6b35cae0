package city.nhip.engine.safety;

import city.nhip.engine.city.City;
import city.nhip.engine.safety.SignalsArtefact.Plan;
import city.nhip.engine.safety.SignalsArtefact.Step;
import city.nhip.engine.safety.SignalsSite.StageSite;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
  private static final Set<String> KINDS = Set.of("green", "walk-clearance", "yellow", "all-red");
  private static final int SHORTEST_CYCLE = 30;
  private static final int LONGEST_CYCLE = 140;
  private static final int MOST_STEPS = 100;
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
    findings.require(
        read.format().equals(FORMAT), "format", "/format", () -> "It is not " + FORMAT + ".");
    findings.require(
        read.scope().equals(scope),
        "scope",
        "/scope",
        () -> "The plan is for %s, not for %s.".formatted(read.scope(), scope));
    validity(read, findings);
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
          && site != null
          && formed(plan, site, where, findings)) {
        stages(plan, site, where, findings);
        new SignalsCycle(site, plan, where, SignalsCycle.turned(plan), findings).check();
      }
    }
    return findings.verdict();
  }

  private static void validity(SignalsArtefact read, Findings findings) {
    boolean sound;
    try {
      Duration length =
          Duration.between(Instant.parse(read.validFrom()), Instant.parse(read.validTo()));
      sound = length.compareTo(Duration.ZERO) > 0 && length.compareTo(LONGEST_VALIDITY) <= 0;
    } catch (DateTimeException e) {
      sound = false;
    }
    boolean holds = sound;
    findings.require(
        holds,
        "validity",
        "/validTo",
        () ->
            "From %s to %s is no span of at most %d h."
                .formatted(read.validFrom(), read.validTo(), LONGEST_VALIDITY.toHours()));
  }

  /** Whether the plan can be looked at step by step at all. */
  private static boolean formed(Plan plan, SignalsSite site, String where, Findings findings) {
    int count = plan.groups().size();
    boolean groups =
        findings.require(
            count == site.groups().size()
                && new HashSet<>(plan.groups()).equals(site.groups().keySet()),
            "groups",
            where + "/groups",
            () -> "The site has the groups %s.".formatted(site.groups().keySet()));
    boolean some =
        findings.require(
            !plan.steps().isEmpty() && plan.steps().size() <= MOST_STEPS,
            "steps",
            where + "/steps",
            () -> "%d steps are not 1 to %d.".formatted(plan.steps().size(), MOST_STEPS));
    boolean formed = groups && some;
    long sum = 0;
    for (int i = 0; i < plan.steps().size(); i++) {
      Step step = plan.steps().get(i);
      formed &=
          findings.require(
              step.seconds() >= 1
                  && KINDS.contains(step.kind())
                  && step.state().length() == count
                  && step.state().chars().allMatch(letter -> "Ggyr".indexOf(letter) >= 0),
              "step",
              where + "/steps/" + i,
              () ->
                  "%d s of %s '%s' is no step: give 1 s or more, a kind of %s, a letter G, g, y or r a group."
                      .formatted(step.seconds(), step.kind(), step.state(), KINDS));
      sum += step.seconds();
    }
    long all = sum;
    findings.require(
        all == plan.cycleSeconds(),
        "cycle",
        where + "/cycleSeconds",
        () -> "The steps last %d s, the cycle %d.".formatted(all, plan.cycleSeconds()));
    findings.require(
        plan.cycleSeconds() >= SHORTEST_CYCLE && plan.cycleSeconds() <= LONGEST_CYCLE,
        "cycle",
        where + "/cycleSeconds",
        () ->
            "A cycle of %d s is not %d to %d."
                .formatted(plan.cycleSeconds(), SHORTEST_CYCLE, LONGEST_CYCLE));
    findings.require(
        plan.offsetSeconds() >= 0 && plan.offsetSeconds() < plan.cycleSeconds(),
        "offset",
        where + "/offsetSeconds",
        () -> "An offset of %d s is not within the cycle.".formatted(plan.offsetSeconds()));
    return formed;
  }

  /** What people read (the stages) is what the field shows (the steps), and the site knows it. */
  private static void stages(Plan plan, SignalsSite site, String where, Findings findings) {
    List<SignalsArtefact.StageGreen> run = new ArrayList<>();
    for (int i = 0; i < plan.steps().size(); i++) {
      Step step = plan.steps().get(i);
      boolean green = step.kind().equals("green");
      boolean walkCut = step.kind().equals("walk-clearance");
      if (green) {
        run.add(new SignalsArtefact.StageGreen(step.stage(), step.seconds()));
      } else if (walkCut && !run.isEmpty()) {
        SignalsArtefact.StageGreen last = run.remove(run.size() - 1);
        run.add(new SignalsArtefact.StageGreen(last.stage(), last.greenSeconds() + step.seconds()));
      }
      if (green || walkCut) {
        display(plan, site, step, where + "/steps/" + i, findings);
      }
    }
    findings.require(
        run.equals(plan.stages()),
        "stages",
        where + "/stages",
        () -> "The stages say %s, the steps %s.".formatted(plan.stages(), run));
    findings.require(
        plan.steps().get(0).kind().equals("green")
            && plan.steps().get(0).stage().equals(site.firstStage()),
        "transition",
        where + "/steps/0",
        () ->
            "The cycle starts with %s, every plan here with %s."
                .formatted(plan.steps().get(0).stage(), site.firstStage()));
  }

  private static void display(
      Plan plan, SignalsSite site, Step step, String where, Findings findings) {
    StageSite stage = site.stages().get(step.stage());
    if (stage == null) {
      findings.require(
          false, "stage", where, () -> "%s has no stage %s.".formatted(site.id(), step.stage()));
      return;
    }
    for (int g = 0; g < plan.groups().size(); g++) {
      String group = plan.groups().get(g);
      char letter = step.state().charAt(g);
      char own = stage.green().contains(group) ? 'G' : stage.yielding().contains(group) ? 'g' : 'r';
      SignalsSite.Group it = site.groups().get(group);
      boolean cleared =
          step.kind().equals("walk-clearance") && it != null && it.walks() && letter == 'r';
      findings.require(
          letter == own || cleared,
          "stage",
          where,
          () ->
              "%s shows %s in stage %s, the site fixes %s."
                  .formatted(group, letter, step.stage(), own));
    }
  }
}
