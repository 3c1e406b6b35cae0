package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Plans meet in a microsimulation, run by run on the same traffic. First what a search brings and
 * changes of it play in rounds, after each of which the worse half leaves. The best one is champion
 * until a change of it, one of those that the queue model thinks well of, is expected to lose less
 * time. The best ones go on playing, so that a plan that gridlocks one time in twenty is found out,
 * and who was champion before may be so again. Every second challenger is a remedy for vehicles
 * that stand in each other's way, as long as that is expected of the champion: the queue model,
 * which knows nothing of it, likes the shortest cycles.
 */
final class Tryout {
  private static final int FIELD = 8;
  private static final int MOST_RUNS = 128;
  private static final int AT_ONCE = 2;

  /**
   * A plan of the first field costs two in the mean; as many are for what comes after, at least.
   */
  private static final int PLAYS_A_PLAN = 4;

  /** After each challenger the one of the two best that has played least plays so many runs. */
  private static final int PLAYS_ON = 4;

  private static final int PLAYING_ON = 2;

  /** Runs after which a challenger is one of those known. */
  private static final int ENTERS = 16;

  /** What an ordinary change may have of the champion's delay in clear runs at most. */
  private static final double NEAR = 1.01;

  /** Of so many changes the one that the queue model likes best is tried. */
  private static final int DRAWN = 8;

  /** And so much more after two runs, later less. */
  private static final double BEHIND = 0.06;

  /** So many clear runs are thought of beside those of a challenger that has played few. */
  private static final double LUCK = 4;

  /** Less than this share of the delay is not worth a remedy. */
  private static final double WORTH_A_REMEDY = 0.02;

  /** Of so many challengers one is a remedy for what may catch the champion. */
  private static final int REMEDY_EVERY = 2;

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
  private final Remedies remedies;
  private final TrialRecord trials = new TrialRecord();

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
    this.remedies = new Remedies(start, random, this::over);
  }

  /**
   * @param finalists one or more, the favourite first
   * @param steady a plan that is known besides, however it does in the first rounds: who is caught
   *     now and then looks better at first than who never is
   */
  List<Timing> champion(List<List<Timing>> finalists, Optional<List<Timing>> steady) {
    Optional<TriedPlan> apart = steady.filter(plan -> !over()).map(trials::enter);
    apart.ifPresent(it -> play(it, AT_ONCE));
    int most = apart.isPresent() ? fieldSize() : FIELD;
    List<List<Timing>> field =
        new ArrayList<>(finalists.subList(0, Math.min(most, finalists.size())));
    while (field.size() < most && !over()) {
      field.add(changed(field.get(random.nextInt(field.size())), field.size()));
    }
    List<TriedPlan> known = new ArrayList<>(bestOf(field));
    if (apart.isPresent()) {
      known.add(0, apart.get());
      for (int runs = AT_ONCE; runs <= ENTERS; runs += AT_ONCE) {
        int until = runs;
        known.forEach(it -> play(it, until));
      }
      known.removeIf(it -> it.runs().isEmpty()); // who has not played loses nothing yet
      known.sort(Comparator.comparingDouble(trials::expected));
    }
    for (int turn = 0; !over(); turn++) {
      TriedPlan champion = known.get(0);
      boolean remedied =
          turn % REMEDY_EVERY == 0 && risk(champion) > WORTH_A_REMEDY * champion.clearDelay();
      Optional<TriedPlan> challenger =
          remedied
              ? tried(remedied(champion), champion, true)
              : tried(changed(champion.plan(), turn), champion, false);
      challenger.ifPresent(known::add);
      known.stream()
          .sorted(Comparator.comparingDouble(trials::expected))
          .limit(PLAYING_ON)
          .min(Comparator.comparingInt(it -> it.runs().size()))
          .ifPresent(it -> play(it, Math.min(MOST_RUNS, it.runs().size() + PLAYS_ON)));
      known.sort(Comparator.comparingDouble(trials::expected));
    }
    return known.get(0).plan();
  }

  /** Fewer where a run takes so long that the first rounds would be all that is played. */
  private int fieldSize() {
    long plays = (limit.runs() - trials.runs()) / AT_ONCE;
    if (limit.until() != Long.MAX_VALUE) {
      plays = Math.min(plays, (limit.until() - System.nanoTime()) / Math.max(1, longestNanos));
    }
    return (int) Math.max(2, Math.min(FIELD, plays / PLAYS_A_PLAN));
  }

  private double risk(TriedPlan plan) {
    return trials.expected(plan) - plan.clearDelay();
  }

  /**
   * Against one of the things by which it may be caught, each as often as it is expected to cost.
   */
  private List<Timing> remedied(TriedPlan champion) {
    double left = random.nextDouble() * risk(champion);
    int site = champion.plan().size() - 1;
    for (; site >= 0; site--) {
      left -= trials.caught(champion, site);
      if (left < 0) {
        return remedies.eased(champion.plan(), site);
      }
    }
    return remedies.steadied(champion.plan());
  }

  /** The last two, the better one first; where time is up in a round, the best ones before it. */
  private List<TriedPlan> bestOf(List<List<Timing>> plans) {
    List<TriedPlan> left = plans.stream().distinct().map(trials::enter).toList();
    for (int round = AT_ONCE; left.size() > 1; round *= 2) {
      int until = round;
      left.forEach(it -> play(it, until));
      if (left.stream().anyMatch(it -> it.runs().size() < until)) {
        break;
      }
      left = left.stream().sorted(Comparator.comparingDouble(trials::expected)).toList();
      if (left.size() == 2) {
        break;
      }
      left = left.subList(0, (left.size() + 1) / 2);
    }
    return left.subList(0, Math.min(2, left.size()));
  }

  /**
   * @param remedy whether it is meant to be caught less often than the champion; else, where the
   *     same greens may end early, it is as often for all that is known: then its delay in clear
   *     runs decides
   * @return empty where it did not keep up over the first runs that the champion has played
   */
  private Optional<TriedPlan> tried(List<Timing> plan, TriedPlan champion, boolean remedy) {
    TriedPlan challenger = trials.enter(plan);
    boolean ordinary = !remedy && challenger.steady().equals(champion.steady());
    int all = Math.min(ENTERS, champion.runs().size());
    while (challenger.runs().size() < all) {
      if (over()) {
        return Optional.empty();
      }
      play(challenger, Math.min(all, challenger.runs().size() + AT_ONCE));
      int played = challenger.runs().size();
      double share = challenger.shareOf(champion);
      double atBest = share * champion.clearDelay() + challenger.caughtSeconds() / (played + LUCK);
      if (atBest > trials.expected(champion)
          || (ordinary && share > NEAR + BEHIND * AT_ONCE / played)) {
        return Optional.empty();
      }
    }
    return Optional.of(challenger);
  }

  private void play(TriedPlan tried, int until) {
    while (tried.runs().size() < until && !over()) {
      long began = System.nanoTime();
      int from = tried.runs().size();
      int to = Math.min(until, from + AT_ONCE);
      tried.runs().addAll(simulation.runs(tried.plan(), from, to));
      longestNanos = Math.max(longestNanos, System.nanoTime() - began);
    }
  }

  private boolean over() {
    return trials.runs() >= limit.runs()
        || limit.cancelled().getAsBoolean()
        || System.nanoTime() > limit.until() - longestNanos;
  }

  private List<Timing> changed(List<Timing> from, int turn) {
    Set<String> kinds = TURNS.get(turn % TURNS.size());
    SignalPlan plan = start.with(from);
    List<Timing> best = from;
    long least = Long.MAX_VALUE;
    int drawn = 0;
    for (int i = 0; i < 40 * DRAWN && drawn < DRAWN && !over(); i++) {
      Retime move = SignalMoves.draw(plan, random);
      List<Timing> timings = move.timings(plan);
      if (!kinds.contains(move.kind()) || timings.equals(from) || trials.knows(timings)) {
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
}
