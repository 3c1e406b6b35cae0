package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Plans meet in a microsimulation, run by run on the same traffic. First what a search brings and
 * changes of it play in rounds, after each of which the worse half leaves. The best one is champion
 * until a change of it, one of those that the queue model thinks well of, loses less time over all
 * runs that the champion has played. A champion goes on playing, so that a plan that gridlocks one
 * time in twenty is found out; once it did, slower forms of it are tried, too: each end of a green
 * may catch a vehicle inside a junction, and the queue model, which knows nothing of it, likes the
 * shortest cycles.
 */
final class Tryout {
  private static final int FIELD = 16;
  private static final int MOST_RUNS = 128;
  private static final int AT_ONCE = 2;

  /** Runs of the champion after each challenger. */
  private static final int PLAYS_ON = 4;

  /** What a challenger must have of the champion's delay at most: runs are dear. */
  private static final double BETTER = 0.99;

  /** Of so many changes the one that the queue model likes best is tried. */
  private static final int DRAWN = 8;

  /** A challenger leaves when it is behind by this share and has played two runs; later by less. */
  private static final double BEHIND = 0.06;

  /** A run that takes so many times as long as the best one got stuck somewhere. */
  private static final double STUCK = 2;

  /** Times as long as they are, cycles of a champion that got stuck. */
  private static final List<Double> SLOWER = List.of(1.0, 1.25, 1.5, 2.0);

  private static final int SLOWER_EVERY = 2;

  /** Steps of the queue model's after cycles became longer. */
  private static final int STEPS = 120;

  private static final Set<String> KEEPS_CYCLE = Set.of("transfer green", "shift offset");

  /** What changes of the champion are about, turn by turn: stages, seconds, moments. */
  private static final List<Set<String>> TURNS =
      List.of(
          Set.of("drop stage", "restore stage", "exchange stages"),
          Set.of("transfer green", "change cycle", "stretch green", "change margin"),
          Set.of("shift offset", "keep greens"));

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

    /** Whether a run of it took much longer than the others. */
    boolean stuck() {
      double least = delays.stream().mapToDouble(d -> d).min().orElse(0);
      return delays.stream().anyMatch(delay -> delay > STUCK * least);
    }
  }

  /**
   * @param finalists one or more, the favourite first
   */
  List<Timing> champion(List<List<Timing>> finalists) {
    List<List<Timing>> field = new ArrayList<>(finalists);
    while (field.size() < FIELD && !over()) {
      field.add(changed(field.get(random.nextInt(field.size())), field.size(), false));
    }
    Tried champion = bestOf(field);
    if (champion.stuck()) {
      for (double times : SLOWER) {
        champion = better(champion, slower(champion.plan(), times));
      }
    }
    for (int turn = 0; !over(); turn++) {
      Tried after = better(champion, challenger(champion, turn));
      if (after == champion || champion.delays().size() < MOST_RUNS) {
        play(after, Math.min(MOST_RUNS, after.delays().size() + PLAYS_ON));
      }
      champion = after;
    }
    return champion.plan();
  }

  private List<Timing> challenger(Tried champion, int turn) {
    return champion.stuck() && turn % SLOWER_EVERY == SLOWER_EVERY - 1
        ? slower(champion.plan(), SLOWER.get(random.nextInt(SLOWER.size())))
        : changed(champion.plan(), turn, champion.stuck());
  }

  /** With longer cycles that do not end early, and what the queue model finds for them. */
  private List<Timing> slower(List<Timing> plan, double times) {
    List<Intersection> sites = start.network().intersections();
    List<Timing> slower = new ArrayList<>();
    for (int site = 0; site < sites.size(); site++) {
      Timing it = plan.get(site);
      int cycle = Math.min(SignalConstraints.LONGEST_CYCLE, (int) Math.round(times * it.cycle()));
      boolean pinned = start.pins().contains(sites.get(site).id());
      slower.add(pinned ? it : it.rescaled(sites.get(site), cycle).kept());
    }
    List<Timing> best = slower;
    long least = model.play(best).cost();
    for (int step = 0; step < STEPS && !over(); step++) {
      SignalPlan now = start.with(best);
      Retime move = SignalMoves.draw(now, random);
      List<Timing> timings = move.timings(now);
      if (KEEPS_CYCLE.contains(move.kind()) && !timings.equals(best)) {
        long cost = model.play(timings).cost();
        if (cost < least) {
          least = cost;
          best = timings;
        }
      }
    }
    return best;
  }

  /** Where time is up in a round, the best one of the round before. */
  private Tried bestOf(List<List<Timing>> plans) {
    List<Tried> left =
        plans.stream().distinct().map(it -> new Tried(it, new ArrayList<>())).toList();
    for (int round = AT_ONCE; left.size() > 1; round *= 2) {
      int runs = round;
      left.forEach(it -> play(it, runs));
      if (left.stream().anyMatch(it -> it.delays().size() < runs)) {
        break;
      }
      left =
          left.stream()
              .sorted(Comparator.comparingDouble(it -> it.mean(runs)))
              .limit((left.size() + 1) / 2)
              .toList();
    }
    return left.get(0);
  }

  private Tried better(Tried champion, List<Timing> plan) {
    Tried challenger = new Tried(plan, new ArrayList<>());
    int all = champion.delays().size();
    while (challenger.delays().size() < all && !over()) {
      play(challenger, Math.min(all, challenger.delays().size() + AT_ONCE));
      int played = challenger.delays().size();
      double allowed = BETTER + BEHIND * AT_ONCE / played * (all - played) / all;
      if (challenger.mean(played) > champion.mean(played) * allowed
          && challenger.mean(played) > champion.mean(all) * BETTER) {
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
   * @param stuck whether a run got stuck: then a change of stages lets a turn that yields go after
   *     its stage, where one does not
   */
  private List<Timing> changed(List<Timing> from, int turn, boolean stuck) {
    Set<String> kinds = TURNS.get(turn % TURNS.size());
    SignalPlan plan = start.with(from);
    long unguarded = unguarded(plan);
    boolean guard = stuck && unguarded > 0 && turn % TURNS.size() == 0;
    List<Timing> best = from;
    long least = Long.MAX_VALUE;
    int drawn = 0;
    for (int i = 0; i < 40 * DRAWN && drawn < DRAWN && !over(); i++) {
      Retime move = SignalMoves.draw(plan, random);
      List<Timing> timings = move.timings(plan);
      if (!kinds.contains(move.kind())
          || timings.equals(from)
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
