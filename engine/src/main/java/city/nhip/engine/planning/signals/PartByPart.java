package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/**
 * A search for networks of many intersections: one after the other is timed anew in the traffic
 * that the plan brings to it and to its neighbours, which keep their timings. So a change costs
 * what a few intersections cost to play, not the whole network; what a turn came to is played as a
 * whole once, and kept where the whole is better for it. Mutable, for one thread.
 */
final class PartByPart {
  /** Tried at an intersection before the next one's turn. */
  private static final int CHANGES = 25;

  /** Of ten turns so many begin with the cycle of a neighbour, and so many with any change. */
  private static final int WITH_A_CYCLE = 4;

  private static final int WITH_A_LEAP = 4;

  /** Common cycles with which the search may start, seconds. */
  private static final List<Integer> CYCLES = List.of(30, 36, 44, 54, 66, 80, 96);

  /** Times that each intersection looks for its offset before cycles are compared. */
  private static final int SHIFTS = 2;

  /** Of so many intersections one has its turn before the whole is played. */
  private static final int SITES_A_PLAY = 20;

  /** Rounds in a row that found nothing, after which nothing is looked for any more. */
  private static final int VAIN = 20;

  private final SignalPlan start;
  private final LaneGraph graph;
  private final QueueModel model;
  private final DemandSamples samples;
  private final Random random;
  private final double evaluations;
  private final BooleanSupplier stopped;
  private final List<List<Integer>> parts;
  private double spent;
  private List<Timing> best;
  private HardMediumSoftLongScore score;
  private int[][] reached;

  /**
   * @param evaluations of the whole network that the search may cost, about
   * @param stopped asked before each change
   */
  PartByPart(SignalPlan start, long seed, double evaluations, BooleanSupplier stopped) {
    this.start = start;
    this.graph = start.graph();
    this.model = new QueueModel(graph);
    this.samples = DemandSamples.forSearch(graph);
    this.random = new Random(seed);
    this.evaluations = evaluations;
    this.stopped = stopped;
    this.parts = NetworkPart.neighbourhoods(graph);
    this.best = start.timings();
    this.score = score(best);
    this.reached = model.reached(best);
  }

  /** Whether a part is half of the network at most, in the mean. */
  static boolean pays(LaneGraph graph) {
    List<List<Integer>> parts = NetworkPart.neighbourhoods(graph);
    return 2 * parts.stream().mapToInt(List::size).sum() <= parts.size() * parts.size();
  }

  /**
   * @param watcher is told the best plan so far and its score after each round that found one
   * @return the best plan found, no worse than the start
   */
  List<Timing> timings(BiConsumer<List<Timing>, HardMediumSoftLongScore> watcher) {
    if (!over()) {
      startTogether();
    }
    for (int vain = 0; vain < VAIN && !over(); ) {
      HardMediumSoftLongScore before = score;
      inTurn(this::change);
      for (int i = 0; i < best.size() && !over(); i++) {
        shiftRegion();
      }
      boolean found = !score.equals(before);
      vain = found ? 0 : vain + 1;
      if (found) {
        watcher.accept(best, score);
      }
    }
    return best;
  }

  private boolean over() {
    return spent >= evaluations || stopped.getAsBoolean();
  }

  /**
   * Goes on from a plan in which all have one cycle, where that is better: the nearest to what each
   * has for itself, then shorter ones and longer ones as long as they are better.
   */
  private void startTogether() {
    List<Timing> alone = best;
    int median = alone.stream().map(Timing::cycle).sorted().toList().get(alone.size() / 2);
    int nearest = 0;
    while (nearest + 1 < CYCLES.size() && CYCLES.get(nearest + 1) <= median) {
      nearest++;
    }
    HardMediumSoftLongScore first = together(alone, CYCLES.get(nearest));
    walk(alone, nearest, -1, first);
    walk(alone, nearest, 1, first);
  }

  private void walk(List<Timing> alone, int from, int step, HardMediumSoftLongScore first) {
    HardMediumSoftLongScore last = first;
    for (int i = from + step; i >= 0 && i < CYCLES.size() && !over(); i += step) {
      HardMediumSoftLongScore next = together(alone, CYCLES.get(i));
      if (next.compareTo(last) <= 0) {
        return;
      }
      last = next;
    }
  }

  /**
   * @return what the best plan found with this cycle scores; it becomes the best where it is
   */
  private HardMediumSoftLongScore together(List<Timing> alone, int cycle) {
    List<Timing> kept = best;
    HardMediumSoftLongScore keptScore = score;
    List<Timing> timings = new ArrayList<>(alone);
    for (int site = 0; site < alone.size(); site++) {
      if (!pinned(site) && !inGroup(site)) {
        timings.set(site, alone.get(site).rescaled(site(site), cycle));
      }
    }
    become(timings, score(timings));
    for (int i = 0; i < SHIFTS; i++) {
      inTurn(PartTurn::shift);
    }
    HardMediumSoftLongScore reachedScore = score;
    if (reachedScore.compareTo(keptScore) < 0) {
      become(kept, keptScore);
    }
    return reachedScore;
  }

  /** Each has a turn; in a large network some that are apart from each other at once. */
  private void inTurn(Consumer<PartTurn> turn) {
    List<Integer> left = new ArrayList<>(IntStream.range(0, best.size()).boxed().toList());
    Collections.shuffle(left, random);
    while (!left.isEmpty() && !over()) {
      List<Timing> timings = new ArrayList<>(best);
      Set<Integer> busy = new HashSet<>();
      int turns = 0;
      for (Iterator<Integer> it = left.iterator(); it.hasNext() && turns < atOnce(); ) {
        int site = it.next();
        if (Collections.disjoint(busy, parts.get(site))) {
          it.remove();
          turns++;
          busy.addAll(parts.get(site));
          timings.set(site, pinned(site) ? best.get(site) : played(site, turn));
        }
      }
      tryOut(timings);
    }
  }

  private int atOnce() {
    return Math.max(1, best.size() / SITES_A_PLAY);
  }

  private Timing played(int site, Consumer<PartTurn> turn) {
    List<Integer> part = parts.get(site);
    PartTurn it =
        new PartTurn(
            NetworkPart.of(graph, part, reached),
            part.stream().map(best::get).toList(),
            inGroup(site),
            random,
            this::over);
    long before = it.cost();
    turn.accept(it);
    spent += (double) it.plays() * part.size() / parts.size();
    return it.cost() <= before ? it.timing() : best.get(site);
  }

  private void change(PartTurn turn) {
    int kind = random.nextInt(10);
    if (kind < WITH_A_CYCLE) {
      turn.takeACycle();
    } else if (kind < WITH_A_CYCLE + WITH_A_LEAP) {
      turn.leap();
    }
    turn.improve(CHANGES);
  }

  /** Intersections that lie together and have one cycle all start it so much later. */
  private void shiftRegion() {
    int seed = random.nextInt(best.size());
    int cycle = best.get(seed).cycle();
    int most = 2 + random.nextInt(best.size() / 2);
    List<Integer> region = new ArrayList<>(List.of(seed));
    for (int i = 0; i < region.size() && region.size() < most; i++) {
      List<Integer> near = new ArrayList<>(parts.get(region.get(i)));
      Collections.shuffle(near, random);
      near.stream()
          .filter(site -> best.get(site).cycle() == cycle && !region.contains(site))
          .limit(most - region.size())
          .forEach(region::add);
    }
    int by = 1 + random.nextInt(Math.max(1, cycle - 1));
    List<Timing> timings = new ArrayList<>(best);
    for (int site : region) {
      if (!pinned(site)) {
        timings.set(site, best.get(site).withOffset(best.get(site).offset() + by));
      }
    }
    tryOut(timings);
  }

  private void tryOut(List<Timing> timings) {
    if (!timings.equals(best)) {
      HardMediumSoftLongScore its = score(timings);
      if (its.compareTo(score) > 0) {
        become(timings, its);
      }
    }
  }

  private void become(List<Timing> timings, HardMediumSoftLongScore its) {
    best = timings;
    score = its;
    reached = model.reached(best);
    spent++;
  }

  private HardMediumSoftLongScore score(List<Timing> timings) {
    spent++;
    return SignalScore.of(start, timings, samples.play(timings));
  }

  private Intersection site(int site) {
    return graph.network.intersections().get(site);
  }

  private boolean pinned(int site) {
    return start.pins().contains(site(site).id());
  }

  /** Whether others have to change their cycle with it. */
  private boolean inGroup(int site) {
    return !site(site).coordination().isEmpty();
  }
}
