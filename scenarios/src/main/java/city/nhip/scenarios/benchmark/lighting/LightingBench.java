package city.nhip.scenarios.benchmark.lighting;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.lighting.LightingProblem;
import city.nhip.engine.planning.lighting.LightingSolution;
import city.nhip.engine.planning.lighting.LightingSolver;
import city.nhip.scenarios.instance.lighting.AlsFile;
import city.nhip.scenarios.instance.lighting.AlsNight;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One night planned by simple practices and by us, each judged by the independent checker. */
public final class LightingBench {
  private final SolveLimits limits;

  public LightingBench(SolveLimits limits) {
    this.limits = limits;
  }

  /** The table's rows for one night: full output, class minimum, repair alone, ours, a call. */
  public List<LightingRow> measure(AlsNight night) {
    LightingProblem problem = AlsFile.problem(night);
    List<LightingRow> rows = new ArrayList<>();
    int highest = problem.percents().length - 1;
    rows.add(simple(night, problem, "full output all night", (g, t) -> highest));
    rows.add(
        simple(
            night,
            problem,
            "class minimum per slot",
            (g, t) -> problem.groups().get(g).required()[t]));
    rows.add(repaired(night, problem));
    LightingSolution ours = ours(night, problem, rows);
    if (ours.feasible()) {
      rows.add(new ShedCall(night, ours.levels()).answered(limits));
    }
    return rows;
  }

  /** Which level a practice gives a group in a slot. */
  private interface Practice {
    int level(int group, int slot);
  }

  private static byte[][] levels(LightingProblem problem, Practice practice) {
    byte[][] levels = new byte[problem.groups().size()][problem.slots()];
    for (int g = 0; g < levels.length; g++) {
      for (int t = 0; t < problem.slots(); t++) {
        levels[g][t] = (byte) practice.level(g, t);
      }
    }
    return levels;
  }

  private LightingRow simple(
      AlsNight night, LightingProblem problem, String name, Practice practice) {
    AlsVerdict verdict = check(night, problem, levels(problem, practice));
    return LightingRow.simple(problem, name, verdict);
  }

  /** The class minimum with what is broken repaired, without prices: what rules could do. */
  private LightingRow repaired(AlsNight night, LightingProblem problem) {
    byte[][] required = levels(problem, (g, t) -> problem.groups().get(g).required()[t]);
    LightingSolution solution =
        LightingSolver.amend(
            problem, required, limits, SolveControl.UNWATCHED, plan -> new byte[0]);
    return LightingRow.simple(
        problem, "class minimum, repaired", check(night, problem, solution.levels()));
  }

  private LightingSolution ours(AlsNight night, LightingProblem problem, List<LightingRow> rows) {
    FirstPlan first = new FirstPlan();
    LightingSolution solution =
        LightingSolver.solve(problem, Optional.empty(), limits, first, plan -> new byte[0]);
    AlsVerdict verdict = check(night, problem, solution.levels());
    rows.add(
        new LightingRow(
            problem.name(),
            problem.groups().size(),
            "Nhịp",
            verdict,
            Optional.of(solution.bound()),
            first.after(),
            Optional.of(solution.elapsed()),
            usedMegabytes()));
    return solution;
  }

  private static long usedMegabytes() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  static AlsVerdict check(AlsNight night, LightingProblem problem, byte[][] levels) {
    Map<String, String> schedule = new HashMap<>();
    for (int g = 0; g < levels.length; g++) {
      byte[] digits = levels[g].clone();
      for (int t = 0; t < digits.length; t++) {
        digits[t] += '0';
      }
      schedule.put(problem.groups().get(g).id(), new String(digits, StandardCharsets.US_ASCII));
    }
    return AlsChecker.check(night, schedule);
  }
}
