package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Changes of one intersection's timing, played with the traffic of a part of the network that it
 * leads; the part's other intersections keep theirs. Mutable.
 */
final class PartTurn {
  /** Moments tried for the start of a cycle. */
  private static final int OFFSETS = 10;

  private final SignalPlan part;
  private final QueueModel model;
  private final boolean cycleStays;
  private final Random random;
  private final BooleanSupplier over;
  private Timing timing;
  private long cost;
  private int plays;

  /**
   * @param network the part, see {@link NetworkPart#of}; its first intersection is changed
   * @param timings of the part's intersections
   * @param cycleStays whether the cycle is not to change
   * @param over asked before each change
   */
  PartTurn(
      SignalNetwork network,
      List<Timing> timings,
      boolean cycleStays,
      Random random,
      BooleanSupplier over) {
    Set<String> others = new HashSet<>();
    network
        .intersections()
        .subList(1, timings.size())
        .forEach(intersection -> others.add(intersection.id()));
    this.part = SignalPlan.today(network).with(timings).pinned(others);
    this.model = new QueueModel(part.graph());
    this.cycleStays = cycleStays;
    this.random = random;
    this.over = over;
    this.timing = timings.get(0);
    this.cost = cost(timing);
  }

  Timing timing() {
    return timing;
  }

  /** What the part costs as it stands. */
  long cost() {
    return cost;
  }

  /** How often the part has been played. */
  int plays() {
    return plays;
  }

  /** Random changes, of which those stay that cost no more. */
  void improve(int changes) {
    for (int i = 0; i < changes && !over.getAsBoolean(); i++) {
      drawn().ifPresent(this::tryOut);
    }
  }

  /** The same timing at the best of some moments. */
  void shift() {
    int from = random.nextInt(Math.max(1, timing.cycle()));
    for (int i = 0; i < OFFSETS && !over.getAsBoolean(); i++) {
      tryOut(timing.withOffset(from + i * timing.cycle() / OFFSETS));
    }
  }

  /** A random change, whatever it costs. */
  void leap() {
    drawn().ifPresent(this::take);
  }

  /** The cycle of another intersection, at the best of some moments, whatever it costs. */
  void takeACycle() {
    int cycle = part.timings().get(random.nextInt(part.timings().size())).cycle();
    Timing like = timing.rescaled(part.intersections().get(0).site(), cycle);
    if (!cycleStays && cycle != timing.cycle() && like.cycle() == cycle) {
      take(like);
      shift();
    }
  }

  private void take(Timing other) {
    cost = cost(other);
    timing = other;
  }

  private void tryOut(Timing other) {
    long costs = cost(other);
    if (costs <= cost) {
      timing = other;
      cost = costs;
    }
  }

  private long cost(Timing other) {
    plays++;
    SignalPlan plan = with(other);
    return -SignalScore.of(plan, plan.timings(), model.play(plan.timings())).softScore();
  }

  private SignalPlan with(Timing other) {
    List<Timing> timings = new ArrayList<>(part.timings());
    timings.set(0, other);
    return part.with(timings);
  }

  /** Another timing, where some draws find one: most fall on the others, which are pinned. */
  private Optional<Timing> drawn() {
    SignalPlan plan = with(timing);
    for (int i = 0; i < 4 * plan.intersections().size(); i++) {
      Timing other = SignalMoves.draw(plan, random).timings(plan).get(0);
      if (!other.equals(timing) && !(cycleStays && other.cycle() != timing.cycle())) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }
}
