package city.nhip.engine.planning.signals.day;

import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.Timing;
import java.util.ArrayList;
import java.util.List;

/**
 * A known plan with shorter and longer cycles all over: what suits other traffic is seldom a change
 * of one intersection away. Offsets keep their share of the cycle, or their seconds.
 */
final class OtherCycles {
  private static final int[] PERCENT = {50, 60, 70, 80, 90, 115, 130, 150};

  private OtherCycles() {}

  /** Some may break a common cycle, where minimum greens leave no room. */
  static List<List<Timing>> of(List<Intersection> sites, List<Timing> known) {
    List<List<Timing>> others = new ArrayList<>();
    for (int percent : PERCENT) {
      List<Timing> share = new ArrayList<>();
      List<Timing> seconds = new ArrayList<>();
      for (int site = 0; site < sites.size(); site++) {
        Timing it = known.get(site);
        Timing other = it.rescaled(sites.get(site), within(it.cycle() * percent / 100));
        share.add(other);
        seconds.add(Timing.of(sites.get(site), it.offset(), other.greens()));
      }
      others.add(share);
      others.add(seconds);
    }
    return others;
  }

  private static int within(int cycle) {
    return Math.max(Intersection.SHORTEST_CYCLE, Math.min(Intersection.LONGEST_CYCLE, cycle));
  }
}
