package city.nhip.scenarios.benchmark.lighting;

import city.nhip.engine.planning.lighting.ControlGroup;
import city.nhip.engine.planning.lighting.Coupling;
import city.nhip.engine.planning.lighting.LightingProblem;
import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.time.Duration;
import java.util.Optional;

/** A night as OR-Tools CP-SAT sees it: a Boolean for each group, slot and level, and for a change. */
final class CpSatNight {
  private final LightingProblem problem;
  private final CpModel model = new CpModel();
  private final BoolVar[][][] at;
  private final LinearExprBuilder cost = LinearExpr.newBuilder();
  private double bound;

  CpSatNight(LightingProblem problem) {
    Loader.loadNativeLibraries();
    this.problem = problem;
    int levels = problem.percents().length;
    this.at = new BoolVar[problem.groups().size()][problem.slots()][levels];
    for (int g = 0; g < at.length; g++) {
      group(g);
    }
    problem.couplings().forEach(this::limit);
    model.minimize(cost);
  }

  private void group(int g) {
    ControlGroup group = problem.groups().get(g);
    int slots = problem.slots();
    int top = problem.percents().length - 1;
    LinearExprBuilder changes = LinearExpr.newBuilder();
    BoolVar[] change = new BoolVar[slots];
    for (int t = 0; t < slots; t++) {
      for (int l = 0; l <= top; l++) {
        at[g][t][l] = model.newBoolVar("");
        cost.addTerm(at[g][t][l], slotCost(group, t, l));
        if (l < group.floor()[t]) {
          model.addEquality(at[g][t][l], 0);
        }
      }
      model.addExactlyOne(at[g][t]);
      change[t] = model.newBoolVar("");
      if (t > 0) {
        changes.add(change[t]);
        cost.addTerm(change[t], group.changeCost());
        LinearExpr up = LinearExpr.newBuilder().add(level(g, t)).addTerm(level(g, t - 1), -1).build();
        LinearExpr down =
            LinearExpr.newBuilder().add(level(g, t - 1)).addTerm(level(g, t), -1).build();
        model.addLessOrEqual(up, LinearExpr.term(change[t], Math.min(top, group.rampUp())));
        model.addLessOrEqual(down, LinearExpr.term(change[t], Math.min(top, group.rampDown())));
      }
      boolean held = t > 0 && (t < group.minDwell() || t > slots - group.minDwell());
      if (t == 0 || held) {
        model.addEquality(change[t], 0);
      }
      for (int back = 1; back < group.minDwell() && t - back > 0; back++) {
        model.addAtMostOne(new BoolVar[] {change[t], change[t - back]});
      }
    }
    model.addLessOrEqual(changes, group.maxChanges());
  }

  private LinearExpr level(int g, int t) {
    long[] numbers = new long[at[g][t].length];
    for (int l = 0; l < numbers.length; l++) {
      numbers[l] = l;
    }
    return LinearExpr.weightedSum(at[g][t], numbers);
  }

  private long slotCost(ControlGroup group, int t, int l) {
    int missing = Math.max(0, group.required()[t] - l);
    return (long) problem.costPerWattSlot()[t] * group.watts()[l]
        + group.shortfallCost() * problem.shortfallMultiplier()[missing];
  }

  private void limit(Coupling coupling) {
    boolean whole = coupling.kind().equals("budget");
    LinearExprBuilder load = LinearExpr.newBuilder();
    for (int t = coupling.from(); t < coupling.to(); t++) {
      for (int i = 0; i < coupling.groups().length; i++) {
        for (int l = 0; l < problem.percents().length; l++) {
          load.addTerm(at[coupling.groups()[i]][t][l], coupling.shares()[i][l]);
        }
      }
      if (!whole) {
        model.addLessOrEqual(load, coupling.limits()[t - coupling.from()]);
        load = LinearExpr.newBuilder();
      }
    }
    if (whole) {
      model.addLessOrEqual(load, coupling.limits()[0]);
    }
  }

  /** Level index by group and slot; empty where none was found in time. */
  Optional<byte[][]> solve(Duration time, int threads, int seed) {
    CpSolver solver = new CpSolver();
    solver.getParameters().setMaxTimeInSeconds(time.toMillis() / 1e3);
    solver.getParameters().setNumWorkers(threads);
    solver.getParameters().setRandomSeed(seed);
    CpSolverStatus status = solver.solve(model);
    bound = solver.bestObjectiveBound();
    if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
      return Optional.empty();
    }
    byte[][] levels = new byte[at.length][problem.slots()];
    for (int g = 0; g < levels.length; g++) {
      for (int t = 0; t < problem.slots(); t++) {
        for (int l = 0; l < at[g][t].length; l++) {
          levels[g][t] = solver.booleanValue(at[g][t][l]) ? (byte) l : levels[g][t];
        }
      }
    }
    return Optional.of(levels);
  }

  /** What the last solve proved, mVND. */
  long bound() {
    return (long) bound;
  }
}
