package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Changes of a plan where vehicles stand in each other's way for good. An intersection inside which
 * they do is eased: the end of a green may catch some there behind a turn that yields. Where they
 * do elsewhere it is a matter of the moment, and moments are changed.
 */
final class Remedies {
  /** Times as long as it is, its cycle. */
  private static final List<Double> TIMES = List.of(1.0, 1.25, 1.5, 2.0);

  /** Steps of the queue model's after it. */
  private static final int STEPS = 200;

  /** Plans that keep greens to the second, to choose from. */
  private static final int DRAWN = 4;

  private static final Set<String> KEEPS = Set.of("transfer green", "shift offset");

  private final SignalPlan start;
  private final Random random;
  private final QueueModel model;
  private final BooleanSupplier over;

  /**
   * @param over whether no time is left
   */
  Remedies(SignalPlan start, Random random, BooleanSupplier over) {
    this.start = start;
    this.random = random;
    this.model = new QueueModel(start.graph());
    this.over = over;
  }

  /**
   * One intersection changes cycles less often, or lets turns go after they had to yield, or both,
   * and its greens perhaps do not end early; then what the queue model finds for it and the others.
   */
  List<Timing> eased(List<Timing> plan, int site) {
    SignalPlan now = start.with(plan);
    IntersectionTiming it = now.intersections().get(site);
    Timing timing = random.nextInt(4) > 0 ? guarded(it) : it.timing();
    boolean same = timing.equals(it.timing());
    int slower = random.nextInt(TIMES.size() - 1);
    double times = TIMES.get(same ? slower + 1 : slower);
    int cycle = (int) Math.min(it.site().longestCycle(), Math.round(times * timing.cycle()));
    List<Timing> best = withCycle(plan, site, timing, cycle, random.nextInt(4) == 0);
    long least = model.play(best).cost();
    for (int step = 0; step < STEPS && !over.getAsBoolean(); step++) {
      now = start.with(best);
      Retime move = SignalMoves.draw(now, random);
      List<Timing> timings = move.timings(now);
      boolean stays =
          (timings.get(site).equals(best.get(site)) || KEEPS.contains(move.kind()))
              && TriedPlan.steady(timings).equals(TriedPlan.steady(best));
      if (stays && !timings.equals(best)) {
        long cost = model.play(timings).cost();
        if (cost < least) {
          least = cost;
          best = timings;
        }
      }
    }
    return best;
  }

  /**
   * Some intersections start at other moments, and keep their greens to the second: who meets whom
   * between junctions is then about the same every time. Of some such plans the one that the queue
   * model likes best.
   */
  List<Timing> steadied(List<Timing> plan) {
    List<Timing> best = plan;
    long least = Long.MAX_VALUE;
    for (int draw = 0; draw < DRAWN && !over.getAsBoolean(); draw++) {
      List<Timing> changed = new ArrayList<>(plan);
      for (int site = 0; site < changed.size(); site++) {
        boolean pinned = start.pins().contains(start.network().intersections().get(site).id());
        if (!pinned && random.nextBoolean()) {
          Timing timing = start.network().gapOut() ? plan.get(site).kept() : plan.get(site);
          changed.set(site, timing.withOffset(random.nextInt(Math.max(1, timing.cycle()))));
        }
      }
      long cost = model.play(changed).cost();
      if (cost < least && !changed.equals(plan)) {
        least = cost;
        best = changed;
      }
    }
    return best;
  }

  /** The plan as it is where a pinned intersection would have to change. */
  private List<Timing> withCycle(
      List<Timing> plan, int site, Timing timing, int cycle, boolean kept) {
    List<Intersection> sites = start.network().intersections();
    String group = sites.get(site).coordination();
    List<Timing> changed = new ArrayList<>(plan);
    for (int i = 0; i < changed.size(); i++) {
      Intersection it = sites.get(i);
      if (i == site || (!group.isEmpty() && it.coordination().equals(group))) {
        Timing slower = (i == site ? timing : plan.get(i)).rescaled(it, cycle);
        changed.set(i, i == site && kept ? slower.kept() : slower);
        if (start.pins().contains(it.id())) {
          return plan;
        }
      }
    }
    return changed;
  }

  /** With one of the stages in which turns go that had to yield before, where there is any. */
  private Timing guarded(IntersectionTiming it) {
    List<Timing> guarded = new ArrayList<>();
    for (int stage = 0; stage < it.site().stages().size(); stage++) {
      if (!it.timing().runs(stage)) {
        Timing with =
            Timing.of(
                it.site(),
                it.timing().offset(),
                SignalMoves.restored(it.timing(), it.site(), stage));
        if (it.unguarded(with) < it.unguarded(it.timing())
            && it.site().outsideRange(with.cycle()) == 0
            && it.site().shownTogether(with).isEmpty()
            && it.site().newYellowTraps(with).isEmpty()) {
          guarded.add(with);
        }
      }
    }
    return guarded.isEmpty() ? it.timing() : guarded.get(random.nextInt(guarded.size()));
  }
}
