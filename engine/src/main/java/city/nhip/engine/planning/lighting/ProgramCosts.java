package city.nhip.engine.planning.lighting;

/** What one group's program costs, mVND. */
final class ProgramCosts {
  private ProgramCosts() {}

  static long energy(GroupProgram it) {
    long sum = 0;
    int[] cost = it.problem().costPerWattSlot();
    for (int t = 0; t < cost.length; t++) {
      sum += (long) cost[t] * it.group().watts()[it.program().level(t)];
    }
    return sum;
  }

  static long switching(GroupProgram it) {
    return it.group().changeCost() * it.program().changes();
  }

  static long shortfall(GroupProgram it) {
    long sum = 0;
    int[] required = it.group().required();
    for (int t = 0; t < required.length; t++) {
      int below = Math.max(0, required[t] - it.program().level(t));
      sum += it.group().shortfallCost() * it.problem().shortfallMultiplier()[below];
    }
    return sum;
  }

  /** Without what is ruled out, which is a fault and no cost. */
  static long further(GroupProgram it) {
    long sum = 0;
    long[][] extra = it.group().extra();
    for (int t = 0; t < extra.length; t++) {
      long one = extra[t][it.program().level(t)];
      sum += one < NightLayout.FORBIDDEN ? one : 0;
    }
    return sum;
  }

  static long all(GroupProgram it) {
    return energy(it) + switching(it) + shortfall(it) + further(it);
  }
}
