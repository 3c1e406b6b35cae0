package city.nhip.engine.safety;

import city.nhip.engine.safety.SignalsArtefact.Plan;
import city.nhip.engine.safety.SignalsArtefact.Step;
import city.nhip.engine.safety.SignalsDayArtefact.Cycle;
import city.nhip.engine.safety.SignalsDayArtefact.SiteChange;
import java.util.ArrayList;
import java.util.List;

/**
 * One intersection's way from a plan into another: it leaves the old one at the end of a cycle, its
 * own cycles keep all that plans keep, also where they meet, and the new plan then runs in step.
 *
 * @param at second of the local day at which plans change, 86,400 at its end
 * @param zero second from which the new plan's offset counts
 */
record SignalsChange(SignalsSite site, Plan from, Plan to, int at, int zero) {
  /** Longest detour: half a cycle's shift, a second a cycle. */
  private static final int MOST_CYCLES = 70;

  /** A cycle differs from the new plan's by one part in so many at most. */
  private static final int PARTS = 5;

  void check(SiteChange change, String where, Findings findings) {
    int first = at + Math.floorMod(from.offsetSeconds() - at, Math.max(1, from.cycleSeconds()));
    findings.require(
        change.startSecond() == first,
        "transition",
        where + "/startSecond",
        () ->
            "It starts at second %d, the old plan's cycle ends at %d."
                .formatted(change.startSecond(), first));
    boolean formed =
        findings.require(
            from.groups().equals(to.groups()),
            "groups",
            where,
            () -> "The two plans name their groups in another order.");
    formed &=
        findings.require(
            change.cycles().size() <= MOST_CYCLES,
            "transition",
            where + "/cycles",
            () -> "%d cycles are more than %d.".formatted(change.cycles().size(), MOST_CYCLES));
    long seconds = 0;
    List<Step> chain = new ArrayList<>(from.steps());
    for (int i = 0; i < change.cycles().size(); i++) {
      Cycle cycle = change.cycles().get(i);
      String place = where + "/cycles/" + i;
      seconds += cycle.cycleSeconds();
      formed &=
          SignalsPlanCheck.check(
              plan(cycle.cycleSeconds(), cycle.stages(), cycle.steps()), site, place, findings);
      findings.require(
          (long) PARTS * Math.abs(cycle.cycleSeconds() - to.cycleSeconds()) <= to.cycleSeconds(),
          "transition",
          place + "/cycleSeconds",
          () ->
              "A cycle of %d s differs from %d by more than a fifth."
                  .formatted(cycle.cycleSeconds(), to.cycleSeconds()));
      chain.addAll(cycle.steps());
    }
    long all = seconds;
    findings.require(
        all == change.seconds(),
        "transition",
        where + "/seconds",
        () -> "The cycles last %d s, it says %d.".formatted(all, change.seconds()));
    findings.require(
        Math.floorMod(
                (long) first + all - zero - to.offsetSeconds(), Math.max(1, to.cycleSeconds()))
            == 0,
        "transition",
        where,
        () -> "%s is not in step with its new plan after %d s.".formatted(site.id(), all));
    if (formed) {
      chain.addAll(to.steps());
      Plan joined = plan(0, to.stages(), chain);
      new SignalsCycle(site, joined, where, SignalsCycle.turned(joined), findings).check();
    }
  }

  private Plan plan(int cycle, List<SignalsArtefact.StageGreen> stages, List<Step> steps) {
    return new Plan(site.id(), cycle, 0, to.groups(), stages, steps);
  }
}
