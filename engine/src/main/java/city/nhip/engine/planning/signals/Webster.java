package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.List;

/**
 * Start timings from Webster's formulas (1958): C = (1.5 L + 5) / (1 - Y), greens by flow ratio.
 */
final class Webster {
  private Webster() {}

  /**
   * @param stages indices of the stages to run, in order
   * @return the cycle within the permitted range; demand beyond capacity gets the longest
   */
  static Timing timing(Intersection site, LaneLoads loads, List<Integer> stages) {
    double[] ratio = new double[stages.size()];
    for (LaneLoads.LaneLoad lane : loads.lanes()) {
      raise(ratio, lane, site, stages);
    }
    int lost = site.lostTime(stages.stream().map(stage -> new Timing.Green(stage, 1)).toList());
    int minimum = lost;
    double sum = 0;
    for (int i = 0; i < ratio.length; i++) {
      Stage stage = site.stages().get(stages.get(i));
      minimum += stage.minimumGreen();
      sum += ratio[i];
    }
    double wanted = sum < 0.95 ? (1.5 * lost + 5) / (1 - sum) : site.longestCycle();
    int cycle =
        (int)
            Math.min(
                site.longestCycle(),
                Math.max(Math.max(Intersection.SHORTEST_CYCLE, minimum), Math.ceil(wanted)));
    List<Timing.Green> greens = new ArrayList<>();
    for (int i = 0; i < ratio.length; i++) {
      int minimumGreen = site.stages().get(stages.get(i)).minimumGreen();
      int share = (int) (100 * (sum == 0 ? 1.0 / ratio.length : ratio[i] / sum));
      greens.add(new Timing.Green(stages.get(i), minimumGreen + share));
    }
    return Timing.of(site, 0, greens).rescaled(site, cycle);
  }

  /** A lane needs the stages that serve it together to cover its ratio; the last one is raised. */
  private static void raise(
      double[] ratio, LaneLoads.LaneLoad lane, Intersection site, List<Integer> stages) {
    double wanted = lane.ratios().stream().mapToDouble(Double::doubleValue).sum();
    double covered = 0;
    int longest = -1;
    for (int i = 0; i < ratio.length; i++) {
      Stage stage = site.stages().get(stages.get(i));
      if (lane.signals().stream().anyMatch(stage::green)) {
        covered += ratio[i];
        if (longest < 0
            || shown(lane, stage) > shown(lane, site.stages().get(stages.get(longest)))) {
          longest = i;
        }
      }
    }
    if (longest >= 0 && covered < wanted) {
      ratio[longest] += wanted - covered;
    }
  }

  private static long shown(LaneLoads.LaneLoad lane, Stage stage) {
    return lane.signals().stream().filter(stage::green).count();
  }
}
