package city.nhip.engine.planning.lighting;

import java.util.function.UnaryOperator;

/** What a controller can hold: ramp, dwell, changes; and no level that is forbidden. */
final class ProgramRules {
  private ProgramRules() {}

  static boolean keeps(NightLayout night, int g, byte[] program) {
    ControlGroup group = night.problem.groups().get(g);
    int changes = 0;
    int run = 0;
    for (int t = 0; t < program.length; t++) {
      int level = program[t];
      if (level < 0
          || level >= night.levels
          || Double.isInfinite(night.cost[g][t * night.levels + level])) {
        return false;
      }
      int rise = t == 0 ? 0 : level - program[t - 1];
      if (rise != 0) {
        changes++;
        if (run < group.minDwell() || rise > group.rampUp() || -rise > group.rampDown()) {
          return false;
        }
        run = 0;
      }
      run++;
    }
    return run >= group.minDwell() && changes <= group.maxChanges();
  }

  /** Leaves each program that can be held; replaces any other by the group's best alone. */
  static UnaryOperator<byte[][]> fitting(NightLayout night) {
    return plan -> {
      ProgramSearch search = new ProgramSearch(night);
      byte[][] fitting = new byte[night.size][night.slots];
      for (int g = 0; g < night.size; g++) {
        if (g < plan.length && plan[g].length == night.slots && keeps(night, g, plan[g])) {
          System.arraycopy(plan[g], 0, fitting[g], 0, night.slots);
        } else {
          search.solve(night.problem.groups().get(g), night.cost[g], fitting[g]);
        }
      }
      return fitting;
    };
  }
}
