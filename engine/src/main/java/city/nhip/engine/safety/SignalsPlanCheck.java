package city.nhip.engine.safety;

import city.nhip.engine.safety.SignalsArtefact.Plan;
import city.nhip.engine.safety.SignalsArtefact.Step;
import city.nhip.engine.safety.SignalsSite.StageSite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One intersection's plan: its cycle, its steps, and what the site's file says of both. */
final class SignalsPlanCheck {
  private static final Set<String> KINDS = Set.of("green", "walk-clearance", "yellow", "all-red");
  private static final int SHORTEST_CYCLE = 30;
  private static final int LONGEST_CYCLE = 140;
  private static final int MOST_STEPS = 100;

  private SignalsPlanCheck() {}

  /**
   * @param where JSON pointer to the plan
   * @return whether it could be looked at step by step at all
   */
  static boolean check(Plan plan, SignalsSite site, String where, Findings findings) {
    if (!formed(plan, site, where, findings)) {
      return false;
    }
    stages(plan, site, where, findings);
    new SignalsCycle(site, plan, where, SignalsCycle.turned(plan), findings).check();
    return true;
  }

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
