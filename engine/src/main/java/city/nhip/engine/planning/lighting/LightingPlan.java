package city.nhip.engine.planning.lighting;

import java.util.Optional;

/**
 * A night and a plan for it.
 *
 * @param classes lighting class by group and slot
 * @param levels level index by group and slot
 * @param supply what stands behind cabinets
 * @param given watts of each battery by supply and slot, above 0 where it gives
 * @param solution what the solve that made the plan came to: bound and prices; empty for a plan
 *     that was read
 * @param hoursIgnored under a time-of-use price: what would be planned at its mean price all night
 */
public record LightingPlan(
    NightSetting setting,
    LightingProblem problem,
    SlotClass[][] classes,
    byte[][] levels,
    SupplyPlan supply,
    int[][] given,
    Optional<LightingSolution> solution,
    Optional<byte[][]> hoursIgnored) {
  LightingPlan with(byte[][] otherLevels) {
    return with(otherLevels, supply.dispatched(problem, otherLevels));
  }

  LightingPlan with(byte[][] otherLevels, int[][] otherGiven) {
    return new LightingPlan(
        setting,
        problem,
        classes,
        otherLevels,
        supply,
        otherGiven,
        Optional.empty(),
        Optional.empty());
  }

  LightingPlan solved(LightingSolution result, Optional<byte[][]> ignoringHours) {
    int[][] dispatched = supply.dispatched(problem, result.levels());
    return new LightingPlan(
        setting,
        problem,
        classes,
        result.levels(),
        supply,
        dispatched,
        Optional.of(
            result.beside(
                supply.value(dispatched, result.levels()), supply.bound(problem, result.prices()))),
        ignoringHours);
  }

  /** Every lamp at full light from dusk to dawn. */
  LightingPlan full() {
    byte[][] full = new byte[levels.length][problem.slots()];
    for (byte[] program : full) {
      java.util.Arrays.fill(program, (byte) (problem.percents().length - 1));
    }
    return with(full);
  }

  /** Little light, and every limit on light kept. */
  byte[][] least() {
    return LeastLevels.of(setting, problem.groups(), problem.couplings());
  }

  /** What a cabinet's feeder carries less than its lamps draw, W. */
  public double relief(String cabinet, int slot) {
    return supply.relief(cabinet, given, levels, slot);
  }

  /** The same of the whole city. */
  double relief(int slot) {
    double relief = 0;
    for (int s = 0; s < given.length; s++) {
      relief += supply.relief(s, given, levels, slot);
    }
    return relief;
  }

  int watts(int group, int slot) {
    return problem.groups().get(group).watts()[levels[group][slot]];
  }
}
