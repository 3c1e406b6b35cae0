package city.nhip.engine.planning.signals.day;

import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.Timing;
import java.util.ArrayList;
import java.util.List;

/**
 * How an intersection comes from one plan into the step of the next one. The old plan ends its
 * cycle; then some cycles of the new one run longer, or shorter down to their minimum greens,
 * whichever way is over sooner. Both plans start with the same stage.
 *
 * @param start second of the local day at which the old plan's last cycle ends; past 86,400 where
 *     that is after midnight
 * @param seconds that the cycles take; then the new plan runs to its offset
 * @param cycles none where the new plan is in step at once
 */
record Transition(int start, int seconds, List<Timing> cycles) {
  static final int DAY = 86_400;

  /** A cycle is longer or shorter by a fifth of the plan's own at most: drivers hardly notice. */
  private static final double MOST = 0.2;

  Transition {
    cycles = List.copyOf(cycles);
  }

  /**
   * @param at second of the local day at which the plan changes; 86,400 at its end: the new plan's
   *     offset then counts from there
   */
  static Transition between(Intersection site, Timing old, Timing next, int at) {
    Timing from = old.startingWith(site, site.firstStage());
    Timing to = next.startingWith(site, site.firstStage());
    int start = at + Math.floorMod(from.offset() - at, from.cycle());
    int zero = at == DAY ? DAY : 0;
    int late = Math.floorMod(start - zero - to.offset(), to.cycle());
    if (late == 0) {
      return new Transition(start, 0, List.of());
    }
    Transition longer = cycles(site, to, start, to.cycle() - late, longest(to));
    Transition shorter = cycles(site, to, start, -late, shortest(site, to));
    if (longer.cycles().isEmpty() || shorter.cycles().isEmpty()) {
      return longer.cycles().isEmpty() ? shorter : longer;
    }
    return shorter.seconds() < longer.seconds() ? shorter : longer;
  }

  /** Seconds by which one cycle may be longer. */
  private static int longest(Timing to) {
    return Math.min((int) (MOST * to.cycle()), Intersection.LONGEST_CYCLE - to.cycle());
  }

  /** Seconds by which one cycle may be shorter. */
  private static int shortest(Intersection site, Timing to) {
    int spare = 0;
    for (Timing.Green green : to.greens()) {
      spare += Math.max(0, green.seconds() - site.stages().get(green.stage()).minimumGreen());
    }
    return Math.min(
        Math.min((int) (MOST * to.cycle()), spare), to.cycle() - Intersection.SHORTEST_CYCLE);
  }

  /**
   * @param shift seconds in all, negative where cycles are shorter
   * @param most of it in one cycle; none is made where that is 0
   */
  private static Transition cycles(Intersection site, Timing to, int start, int shift, int most) {
    if (most <= 0) {
      return new Transition(start, 0, List.of());
    }
    int count = (Math.abs(shift) + most - 1) / most;
    List<Timing> cycles = new ArrayList<>();
    int seconds = 0;
    for (int i = 0; i < count; i++) {
      int upTo = shift * (i + 1) / count;
      int before = shift * i / count;
      Timing one = to.rescaled(site, to.cycle() + upTo - before);
      cycles.add(one);
      seconds += one.cycle();
    }
    return new Transition(start, seconds, cycles);
  }
}
