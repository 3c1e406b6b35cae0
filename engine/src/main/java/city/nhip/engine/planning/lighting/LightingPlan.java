package city.nhip.engine.planning.lighting;

import java.util.Optional;

/**
 * A night and a plan for it.
 *
 * @param classes lighting class by group and slot
 * @param levels level index by group and slot
 * @param solution what the solve that made the plan came to: bound and prices; empty for a plan
 *     that was read
 * @param hoursIgnored under a time-of-use price: what would be planned at its mean price all night
 */
public record LightingPlan(
    NightSetting setting,
    LightingProblem problem,
    SlotClass[][] classes,
    byte[][] levels,
    Optional<LightingSolution> solution,
    Optional<byte[][]> hoursIgnored) {
  LightingPlan with(byte[][] otherLevels) {
    return new LightingPlan(
        setting, problem, classes, otherLevels, Optional.empty(), Optional.empty());
  }

  LightingPlan solved(LightingSolution result, Optional<byte[][]> ignoringHours) {
    return new LightingPlan(
        setting, problem, classes, result.levels(), Optional.of(result), ignoringHours);
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

  int watts(int group, int slot) {
    return problem.groups().get(group).watts()[levels[group][slot]];
  }
}
