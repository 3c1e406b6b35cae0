package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Plans meet in a microsimulation, run by run on the same traffic: the champion is whoever lost
 * least time over all runs that the champion before it played. Challengers are first what a search
 * brings, then changes of the champion that the queue model thinks well of. A champion goes on
 * playing, so that a plan that gridlocks one time in twenty is found out.
 */
final class Tryout {
  private static final int FIRST_RUNS = 8;
  private static final int MOST_RUNS = 64;
  private static final int AT_ONCE = 2;

  /** Of so many changes the one that the queue model likes best is tried. */
  private static final int DRAWN = 8;

  /** A challenger leaves when it is behind by this share and has played two runs; later by less. */
  private static final double BEHIND = 0.06;

  /** A run that takes so many times as long as the best one got stuck somewhere. */
  private static final double STUCK = 2;

  private static final Set<String> OF_STAGES =
      Set.of("drop stage", "restore stage", "exchange stages");

  private final SignalPlan start;
  private final Microsimulation simulation;
  private final Limit limit;
  private final Random random;
  private final DemandSamples model;
  private long runs;
  private long longestNanos;

  /**
   * When to stop.
   *
   * @param runs to play at most
   * @param until nanoseconds of {@link System#nanoTime}; no runs are begun that would end later
   */
  record Limit(long runs, long until, BooleanSupplier cancelled) {}

  Tryout(SignalPlan start, Microsimulation simulation, long seed, Limit limit) {
    this.start = start;
    this.simulation = simulation;
    this.limit = limit;
    this.random = new Random(seed);
    this.model = DemandSamples.forSearch(start.graph());
  }

  private record Tried(List<Timing> plan, List<Double> delays) {
    double mean(int runs) {
      return delays.subList(0, runs).stream().mapToDouble(d -> d).average().orElse(0);
    }

    boolean stuck() {
      double least = delays.stream().mapToDouble(d -> d).min().orElse(0);
      return delays.stream().anyMatch(delay -> delay > STUCK * least);
    }
  }

  /**
   * @param finalists one or more, the favourite first
   */
  List<Timing> champion(List<List<Timing>> finalists) {
    Tried champion = new Tried(finalists.get(0), new ArrayList<>());
    play(champion, FIRST_RUNS);
    for (List<Timing> finalist : finalists.subList(1, finalists.size())) {
      champion = better(champion, finalist);
    }
    for (int turn = 0; !over(); turn++) {
      Tried after = better(champion, changed(champion, turn % 2 == 0));
      if (after == champion || champion.delays().size() < MOST_RUNS) {
        play(after, Math.min(MOST_RUNS, after.delays().size() + AT_ONCE));
      }
      champion = after;
    }
    return champion.plan();
  }

  private Tried better(Tried champion, List<Timing> plan) {
    Tried challenger = new Tried(plan, new ArrayList<>());
    int all = champion.delays().size();
    while (challenger.delays().size() < all && !over()) {
      play(challenger, Math.min(all, challenger.delays().size() + AT_ONCE));
      int played = challenger.delays().size();
      double allowed = 1 + BEHIND * AT_ONCE / played * (all - played) / all;
      if (challenger.mean(played) > champion.mean(played) * allowed
          && challenger.mean(played) > champion.mean(all)) {
        return champion;
      }
    }
    return all == 0 || challenger.delays().size() < all ? champion : challenger;
  }

  private void play(Tried tried, int until) {
    while (tried.delays().size() < until && !over()) {
      long began = System.nanoTime();
      int from = tried.delays().size();
      int to = Math.min(until, from + AT_ONCE);
      tried.delays().addAll(simulation.delays(tried.plan(), from, to));
      runs += to - from;
      longestNanos = Math.max(longestNanos, System.nanoTime() - began);
    }
  }

  private boolean over() {
    return runs >= limit.runs()
        || limit.cancelled().getAsBoolean()
        || System.nanoTime() > limit.until() - longestNanos;
  }

  /**
   * @param stages whether stages are left out, taken in or exchanged; else only seconds change.
   *     Where a run of the champion got stuck, a turn that yields is let go after its stage.
   */
  private List<Timing> changed(Tried champion, boolean stages) {
    SignalPlan plan = start.with(champion.plan());
    long unguarded = unguarded(plan);
    boolean guard = stages && champion.stuck() && unguarded > 0;
    List<Timing> best = champion.plan();
    long least = Long.MAX_VALUE;
    int drawn = 0;
    for (int i = 0; i < 40 * DRAWN && drawn < DRAWN; i++) {
      Retime move = SignalMoves.draw(plan, random, SignalMoves.margins(plan));
      List<Timing> timings = move.timings(plan);
      if (OF_STAGES.contains(move.kind()) != stages
          || timings.equals(champion.plan())
          || (guard && unguarded(start.with(timings)) >= unguarded)) {
        continue;
      }
      drawn++;
      long cost = model.play(timings).cost();
      if (cost < least) {
        least = cost;
        best = timings;
      }
    }
    return best;
  }

  private static long unguarded(SignalPlan plan) {
    return plan.intersections().stream().mapToLong(IntersectionTiming::unguarded).sum();
  }
}
