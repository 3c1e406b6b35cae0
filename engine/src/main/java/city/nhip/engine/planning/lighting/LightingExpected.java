package city.nhip.engine.planning.lighting;

import city.nhip.engine.planning.Expected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each group's class asks for over the night, in % of full light from a moment on: {@code
 * required} by the class, and {@code floor}, the least that any plan may give.
 */
final class LightingExpected {
  private LightingExpected() {}

  static List<Expected> of(LightingPlan plan) {
    List<Expected> all = new ArrayList<>();
    for (int g = 0; g < plan.levels().length; g++) {
      String id = plan.setting().network().groups().get(g).id();
      ControlGroup group = plan.problem().groups().get(g);
      all.add(new Expected(id, "required", changes(plan, group.required())));
      all.add(new Expected(id, "floor", changes(plan, group.floor())));
    }
    return all;
  }

  private static Map<String, Double> changes(LightingPlan plan, int[] levels) {
    Map<String, Double> changes = new LinkedHashMap<>();
    for (int t = 0; t < levels.length; t++) {
      if (t == 0 || levels[t] != levels[t - 1]) {
        changes.put(
            plan.setting().grid().start(t).toString(),
            (double) plan.problem().percents()[levels[t]]);
      }
    }
    return changes;
  }
}
