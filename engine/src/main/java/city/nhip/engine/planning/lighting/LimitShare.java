package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.List;

/**
 * One group's part in one shared limit.
 *
 * @param limit index among the problem's couplings
 * @param shares by level index
 */
record LimitShare(int limit, Coupling coupling, int group, int[] shares) {
  static List<LimitShare> of(LightingProblem problem) {
    List<LimitShare> all = new ArrayList<>();
    for (int c = 0; c < problem.couplings().size(); c++) {
      Coupling coupling = problem.couplings().get(c);
      for (int place = 0; place < coupling.groups().length; place++) {
        all.add(new LimitShare(c, coupling, coupling.groups()[place], coupling.shares()[place]));
      }
    }
    return all;
  }

  String kind() {
    return coupling.kind();
  }
}
