package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A plan of which some groups must keep their programs. */
final class PinnedGroups {
  private PinnedGroups() {}

  /**
   * @param assets groups, or cabinets for all their groups
   */
  static LightingPlan of(LightingPlan plan, Set<String> assets) {
    LightingProblem problem = plan.problem();
    List<ControlGroup> groups = new ArrayList<>();
    for (int g = 0; g < plan.levels().length; g++) {
      LightingNetwork.Group group = plan.setting().network().groups().get(g);
      ControlGroup free = problem.groups().get(g);
      groups.add(
          assets.contains(group.id()) || assets.contains(group.cabinet())
              ? held(free, plan.levels()[g])
              : free);
    }
    LightingProblem held =
        new LightingProblem(
            problem.name(),
            problem.slots(),
            problem.slotMinutes(),
            problem.percents(),
            problem.costPerWattSlot(),
            problem.shortfallMultiplier(),
            groups,
            problem.couplings());
    return new LightingPlan(
        plan.setting(),
        held,
        plan.classes(),
        plan.levels(),
        plan.supply(),
        plan.given(),
        Optional.empty(),
        Optional.empty());
  }

  private static ControlGroup held(ControlGroup group, byte[] levels) {
    long[][] extra = new long[levels.length][group.watts().length];
    for (int t = 0; t < levels.length; t++) {
      for (int l = 0; l < extra[t].length; l++) {
        extra[t][l] = l == levels[t] ? 0 : ControlGroup.NEVER;
      }
    }
    return group.with(extra);
  }
}
