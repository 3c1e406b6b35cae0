package city.nhip.scenarios.benchmark.lighting;

import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.lighting.ControlGroup;
import city.nhip.engine.planning.lighting.LightingProblem;
import city.nhip.engine.planning.lighting.LightingSolution;
import city.nhip.engine.planning.lighting.LightingSolver;
import city.nhip.scenarios.instance.lighting.AlsFile;
import city.nhip.scenarios.instance.lighting.AlsNight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A call to shed load at 19:10, for 19:30 to 20:30, in a night whose plan is in force: the first
 * zone goes 8 % below its least load of that hour, answered within two seconds.
 */
final class ShedCall {
  /** From 17:45 in quarters: 19:15 is the first that has not begun. */
  private static final int BEGUN = 6;

  private static final int FROM = 7;
  private static final int TO = 11;
  private static final int PERCENT = 8;
  private static final Duration ASKED = Duration.ofSeconds(2);

  private final byte[][] inForce;
  private final AlsNight called;

  /**
   * @param inForce level index by group and slot
   */
  ShedCall(AlsNight night, byte[][] inForce) {
    this.inForce = inForce;
    List<AlsNight.Curtailment> calls = new ArrayList<>(night.curtailments());
    String zone = night.zones().get(0).id();
    calls.add(new AlsNight.Curtailment("call", zone, FROM, TO, limit(night, zone)));
    this.called =
        new AlsNight(
            night.format(),
            night.name(),
            night.slots(),
            night.slotMinutes(),
            night.levels(),
            night.priceVndPerKwh(),
            night.emissionGramPerKwh(),
            night.costPerWattSlot(),
            night.shortfallMultiplier(),
            night.maxRatioPercent(),
            night.zones(),
            night.cabinets(),
            calls,
            night.groups(),
            night.adjacency(),
            night.junctions());
  }

  private int limit(AlsNight night, String zone) {
    List<String> cabinets =
        night.cabinets().stream()
            .filter(cabinet -> cabinet.zone().equals(zone))
            .map(AlsNight.Cabinet::id)
            .toList();
    long least = Long.MAX_VALUE;
    for (int t = FROM; t < TO; t++) {
      long load = 0;
      for (int g = 0; g < inForce.length; g++) {
        AlsNight.Group group = night.groups().get(g);
        load += cabinets.contains(group.cabinet()) ? group.powerW()[inForce[g][t]] : 0;
      }
      least = Math.min(least, load);
    }
    return (int) (least * (100 - PERCENT) / 100);
  }

  /** The night with the slots that have begun fixed. */
  private LightingProblem problem() {
    LightingProblem free = AlsFile.problem(called);
    List<ControlGroup> groups = new ArrayList<>();
    for (int g = 0; g < inForce.length; g++) {
      long[][] extra = new long[free.slots()][free.percents().length];
      for (int t = 0; t < BEGUN; t++) {
        Arrays.fill(extra[t], ControlGroup.NEVER);
        extra[t][inForce[g][t]] = 0;
      }
      groups.add(free.groups().get(g).with(extra));
    }
    return new LightingProblem(
        free.name(),
        free.slots(),
        free.slotMinutes(),
        free.percents(),
        free.costPerWattSlot(),
        free.shortfallMultiplier(),
        groups,
        free.couplings());
  }

  LightingRow answered(SolveLimits limits) {
    LightingProblem problem = problem();
    FirstPlan first = new FirstPlan();
    LightingSolution answer =
        LightingSolver.amend(
            problem,
            inForce,
            new SolveLimits(
                Optional.of(ASKED), limits.evaluations(), limits.seed(), limits.threads()),
            first,
            plan -> new byte[0]);
    int changed = 0;
    for (int g = 0; g < inForce.length; g++) {
      changed += Arrays.equals(answer.levels()[g], inForce[g]) ? 0 : 1;
    }
    return new LightingRow(
        problem.name(),
        inForce.length,
        "a zone sheds %d %%, %.1f %% of groups changed"
            .formatted(PERCENT, 100.0 * changed / inForce.length),
        LightingBench.check(called, problem, answer.levels()),
        Optional.empty(),
        first.after(),
        Optional.of(answer.elapsed()),
        0);
  }
}
