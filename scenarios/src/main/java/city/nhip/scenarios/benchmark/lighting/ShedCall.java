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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A call to shed load at 19:10, for 19:30 to 20:30, in a night whose plan is in force: a zone goes
 * 8 % below what that plan draws in each quarter, answered within two seconds. Where the zone's
 * floors allow less, as far as they do.
 */
final class ShedCall {
  /** From 17:45 in quarters: 19:15 is the first that has not begun. */
  private static final int BEGUN = 6;

  private static final int FROM = 7;
  private static final int TO = 11;
  private static final double ASKED = 8;

  /** Of what can be shed at all, so much is asked where it is less: exchange takes some room. */
  private static final double OF_MOST = 0.95;

  private static final Duration TIME = Duration.ofSeconds(2);

  private final AlsNight night;
  private final byte[][] inForce;
  private final String zone;
  private final int[] members;

  /**
   * @param inForce level index by group and slot
   */
  ShedCall(AlsNight night, byte[][] inForce) {
    this.night = night;
    this.inForce = inForce;
    this.zone = night.zones().get(0).id();
    Set<String> cabinets =
        night.cabinets().stream()
            .filter(cabinet -> cabinet.zone().equals(zone))
            .map(AlsNight.Cabinet::id)
            .collect(Collectors.toSet());
    this.members =
        IntStream.range(0, inForce.length)
            .filter(g -> cabinets.contains(night.groups().get(g).cabinet()))
            .toArray();
  }

  LightingRow answered(SolveLimits limits) {
    double asked = ASKED;
    Answer answer = answer(asked, limits);
    if (!answer.solution.feasible()) {
      // As far down as it goes, to know what can be asked.
      asked = OF_MOST * shed(answer(100, limits).solution.levels());
      answer = answer(asked, limits);
    }
    byte[][] levels = answer.solution.levels();
    int changed = 0;
    for (int g = 0; g < inForce.length; g++) {
      changed += Arrays.equals(levels[g], inForce[g]) ? 0 : 1;
    }
    return new LightingRow(
        night.name(),
        inForce.length,
        "a zone of %d sheds %.1f %% (asked %.0f %%, its floors allow %.1f %%), %d groups changed: %.1f %% (%d at least)"
            .formatted(
                members.length,
                asked,
                ASKED,
                floorsAllow(),
                changed,
                100.0 * changed / inForce.length,
                fewest(asked)),
        LightingBench.check(answer.called, answer.problem, levels),
        Optional.empty(),
        answer.first.after(),
        Optional.of(answer.solution.elapsed()),
        0);
  }

  private record Answer(
      AlsNight called, LightingProblem problem, FirstPlan first, LightingSolution solution) {}

  private Answer answer(double percent, SolveLimits limits) {
    List<AlsNight.Curtailment> calls = new ArrayList<>(night.curtailments());
    for (int t = FROM; t < TO; t++) {
      int watts = (int) Math.floor(watts(inForce, t) * (100 - percent) / 100);
      calls.add(new AlsNight.Curtailment("call-" + t, zone, t, t + 1, watts));
    }
    AlsNight called = with(calls);
    LightingProblem problem = problem(called);
    FirstPlan first = new FirstPlan();
    LightingSolution solution =
        LightingSolver.shed(
            problem,
            inForce,
            new SolveLimits(
                Optional.of(TIME), limits.evaluations(), limits.seed(), limits.threads()),
            first,
            levels -> new byte[0]);
    return new Answer(called, problem, first, solution);
  }

  private long watts(byte[][] levels, int t) {
    return Arrays.stream(members)
        .mapToLong(g -> night.groups().get(g).powerW()[levels[g][t]])
        .sum();
  }

  /** The share of the plan in force that another sheds in each quarter of the call, %. */
  private double shed(byte[][] levels) {
    double least = 100;
    for (int t = FROM; t < TO; t++) {
      least = Math.min(least, 100 - 100.0 * watts(levels, t) / watts(inForce, t));
    }
    return least;
  }

  /**
   * What no plan can shed more than: each group at its floor, whatever ramps and neighbours say.
   */
  private double floorsAllow() {
    byte[][] floors = new byte[inForce.length][TO];
    for (int g : members) {
      for (int t = FROM; t < TO; t++) {
        floors[g][t] = (byte) (night.groups().get(g).floor().charAt(t) - '0');
      }
    }
    return shed(floors);
  }

  /** Fewer groups could not shed it, even if each went to its floor. */
  private int fewest(double percent) {
    int fewest = 0;
    for (int slot = FROM; slot < TO; slot++) {
      int t = slot;
      long[] gives =
          Arrays.stream(members)
              .mapToLong(
                  g -> {
                    AlsNight.Group group = night.groups().get(g);
                    int floor = group.powerW()[group.floor().charAt(t) - '0'];
                    return group.powerW()[inForce[g][t]] - floor;
                  })
              .sorted()
              .toArray();
      double left = watts(inForce, t) * percent / 100;
      int groups = 0;
      for (int i = gives.length - 1; i >= 0 && left > 0; i--) {
        left -= gives[i];
        groups++;
      }
      fewest = Math.max(fewest, groups);
    }
    return fewest;
  }

  private AlsNight with(List<AlsNight.Curtailment> calls) {
    return new AlsNight(
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

  /** The night with the slots that have begun fixed. */
  private LightingProblem problem(AlsNight called) {
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
}
