package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.SolveControl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The last plans that a search found best, in a final on other samples of the demand. */
final class Finalists implements SolveControl {
  private static final int KEPT = 24;

  private final SolveControl outer;
  private final Function<SignalPlan, byte[]> encoder;
  private final Deque<List<Timing>> plans = new ArrayDeque<>();

  Finalists(SolveControl outer, Function<SignalPlan, byte[]> encoder) {
    this.outer = outer;
    this.encoder = encoder;
  }

  /** What a solver is given to encode its best plans with. */
  byte[] keep(SignalPlan plan) {
    plans.addLast(plan.timings());
    if (plans.size() > KEPT) {
      plans.removeFirst();
    }
    return encoder.apply(plan);
  }

  @Override
  public boolean cancelled() {
    return outer.cancelled();
  }

  @Override
  public void improved(Supplier<byte[]> artefact, String score) {
    byte[] bytes = artefact.get();
    outer.improved(() -> bytes, score);
  }

  /** The last plans found best, the latest first. */
  List<List<Timing>> latest(int most) {
    List<List<Timing>> latest = new ArrayList<>();
    plans.descendingIterator().forEachRemaining(latest::add);
    return latest.subList(0, Math.min(most, latest.size()));
  }

  /**
   * @param always plans that take part whatever the search found; the first wins a draw
   * @param until nanoseconds of {@link System#nanoTime} after which the final is cut short
   */
  List<Timing> winner(SignalNetwork network, List<List<Timing>> always, long until) {
    DemandSamples samples = DemandSamples.forFinal(network);
    List<List<Timing>> all = new ArrayList<>(always);
    plans.descendingIterator().forEachRemaining(all::add);
    List<Timing> best = all.get(0);
    double least = Double.MAX_VALUE;
    for (List<Timing> plan : all) {
      double cost = samples.cost(plan);
      if (cost < least) {
        least = cost;
        best = plan;
      }
      if (System.nanoTime() > until || cancelled()) {
        break;
      }
    }
    return best;
  }
}
