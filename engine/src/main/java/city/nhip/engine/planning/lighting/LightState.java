package city.nhip.engine.planning.lighting;

import java.util.List;

/**
 * A whole plan with the loads on every shared limit, kept up to date group by group. One group at a
 * time takes its best program against what the others leave; what exceeds a limit costs a weight
 * that grows while the limit stays broken.
 */
final class LightState {
  private static final double HEAVIEST = 1e9;

  private final LightingProblem problem;
  private final List<int[]>[] memberships;
  private final ProgramSearch search;
  private final double[][] cost;
  private final byte[] program;

  final byte[][] levels;
  private final long[][] loads;
  private final double[][] weights;
  private final double[][] prices;

  /**
   * @param levels the starting plan; changed in place
   * @param prices on the whole-night limits, which are felt before they break
   */
  LightState(LightingProblem problem, byte[][] levels, double[][] prices) {
    this.problem = problem;
    this.memberships = problem.memberships();
    this.search = new ProgramSearch(problem);
    this.cost = new double[problem.slots()][problem.percents().length];
    this.program = new byte[problem.slots()];
    this.levels = levels;
    this.prices = prices;
    this.loads = new long[problem.couplings().size()][];
    this.weights = new double[loads.length][];
    for (int c = 0; c < loads.length; c++) {
      Coupling coupling = problem.couplings().get(c);
      loads[c] = new long[coupling.rows()];
      weights[c] = new double[coupling.rows()];
      for (int row = 0; row < loads[c].length; row++) {
        weights[c][row] =
            switch (coupling.kind()) {
              case "adjacency", "junction" -> 500;
              case "budget" -> 2 * problem.costPerWattSlot()[0];
              default -> 10.0 * problem.costPerWattSlot()[0];
            };
      }
      for (int place = 0; place < coupling.groups().length; place++) {
        add(c, place, levels[coupling.groups()[place]], 1);
      }
    }
  }

  private void add(int c, int place, byte[] levelsOfGroup, int sign) {
    Coupling coupling = problem.couplings().get(c);
    int[] shares = coupling.shares()[place];
    for (int t = coupling.from(); t < coupling.to(); t++) {
      loads[c][coupling.wholeNight() ? 0 : t - coupling.from()] +=
          sign * (long) shares[levelsOfGroup[t]];
    }
  }

  /**
   * Gives a group its best program against the others.
   *
   * @return whether the program changed
   */
  boolean improve(int g) {
    ControlGroup group = problem.groups().get(g);
    for (int[] membership : memberships[g]) {
      add(membership[0], membership[1], levels[g], -1);
    }
    for (int t = 0; t < cost.length; t++) {
      for (int l = 0; l < cost[t].length; l++) {
        cost[t][l] = l < group.floor()[t] ? ProgramSearch.FORBIDDEN : problem.slotCost(group, t, l);
      }
    }
    for (int[] membership : memberships[g]) {
      charge(membership[0], membership[1]);
    }
    double before = price(group, levels[g]);
    double after = search.solve(group, cost, program);
    for (int[] membership : memberships[g]) {
      before += nightExcess(membership[0], membership[1], levels[g]);
      after += nightExcess(membership[0], membership[1], program);
    }
    boolean better = after < before - 0.5;
    if (better) {
      System.arraycopy(program, 0, levels[g], 0, program.length);
    }
    for (int[] membership : memberships[g]) {
      add(membership[0], membership[1], levels[g], 1);
    }
    return better;
  }

  private void charge(int c, int place) {
    Coupling coupling = problem.couplings().get(c);
    int[] shares = coupling.shares()[place];
    if (coupling.wholeNight()) {
      double tight = loads[c][0] > 0.97 * coupling.limits()[0] ? prices[c][0] : 0;
      for (int t = 0; t < cost.length && tight > 0; t++) {
        for (int l = 0; l < shares.length; l++) {
          cost[t][l] += tight * shares[l];
        }
      }
      return;
    }
    for (int t = coupling.from(); t < coupling.to(); t++) {
      int row = t - coupling.from();
      long room = coupling.limits()[row] - loads[c][row];
      for (int l = 0; l < shares.length; l++) {
        if (shares[l] > room) {
          cost[t][l] += weights[c][row] * (shares[l] - room);
        }
      }
    }
  }

  private double nightExcess(int c, int place, byte[] candidate) {
    Coupling coupling = problem.couplings().get(c);
    if (!coupling.wholeNight()) {
      return 0;
    }
    long load = loads[c][0];
    for (byte level : candidate) {
      load += coupling.shares()[place][level];
    }
    return weights[c][0] * Math.max(0, load - coupling.limits()[0]);
  }

  private double price(ControlGroup group, byte[] candidate) {
    double sum = 0;
    for (int t = 0; t < candidate.length; t++) {
      sum += cost[t][candidate[t]];
      sum += t > 0 && candidate[t] != candidate[t - 1] ? group.changeCost() : 0;
    }
    return sum;
  }

  /** Makes every limit that is still broken count more. */
  void pressBrokenLimits() {
    for (int c = 0; c < loads.length; c++) {
      for (int row = 0; row < loads[c].length; row++) {
        if (loads[c][row] > problem.couplings().get(c).limits()[row]) {
          weights[c][row] = Math.min(HEAVIEST, weights[c][row] * 3);
        }
      }
    }
  }

  /** How many rows of shared limits are broken; 0 is feasible. */
  int broken() {
    int broken = 0;
    for (int c = 0; c < loads.length; c++) {
      for (int row = 0; row < loads[c].length; row++) {
        broken += loads[c][row] > problem.couplings().get(c).limits()[row] ? 1 : 0;
      }
    }
    return broken;
  }
}
