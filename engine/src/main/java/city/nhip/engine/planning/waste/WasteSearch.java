package city.nhip.engine.planning.waste;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The search of one solve: a chain of {@link Annealing} a thread, run in slices. Between slices the
 * weakest chain goes on from the best plan. With a limit on steps one seed gives one plan.
 */
final class WasteSearch {
  private static final int STEPS_A_LOOK = 32;
  private static final int RUIN_WIDTH = 150;

  private final List<Annealing> chains = new ArrayList<>();
  private final LongSupplier nanos;
  private final long began;
  private final long time;
  private final long stepsAChain;

  /** Of the time, as the first chain's thread saw it last. */
  private volatile double spent;

  private volatile boolean stopped;

  /**
   * @param nanos tells the time; asked from the thread that runs the search only
   * @param began when the time starts to count
   * @param time nanoseconds until the search ends; {@code steps} counts where it is zero
   * @param steps of all chains together
   * @param warm whether the start is worth keeping near
   */
  WasteSearch(
      WastePlan start,
      long seed,
      int threads,
      LongSupplier nanos,
      long began,
      long time,
      long steps,
      boolean warm) {
    FlatProblem flat = start.flat();
    this.nanos = nanos;
    this.began = began;
    this.time = time;
    this.stepsAChain = time == 0 ? Math.max(1, steps / threads) : Long.MAX_VALUE;
    RoutesKind kind = RoutesKind.of(flat);
    Neighbours neighbours = new Neighbours(flat, RUIN_WIDTH, kind.timed());
    for (int i = 0; i < threads; i++) {
      Routes routes = kind.make(flat, neighbours);
      routes.load(start.orders());
      chains.add(new Annealing(routes, seed + 7_919L * i, kind.timed(), warm));
    }
  }

  /**
   * @param until share of the budget at which the slice ends, up to 1
   * @param cancelled asked from the calling thread only
   */
  void run(double until, BooleanSupplier cancelled) {
    if (chains.size() == 1) {
      slice(chains.get(0), until, cancelled);
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(chains.size() - 1);
    try {
      List<Future<?>> others = new ArrayList<>();
      for (Annealing chain : chains.subList(1, chains.size())) {
        others.add(pool.submit(() -> slice(chain, until, () -> false)));
      }
      slice(chains.get(0), until, cancelled);
      for (Future<?> other : others) {
        other.get();
      }
    } catch (InterruptedException e) {
      stopped = true;
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("A chain of the search failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
    exchange();
  }

  private void slice(Annealing chain, double until, BooleanSupplier cancelled) {
    long lastStep = Math.round(until * stepsAChain);
    while (!stopped && chain.steps() < lastStep) {
      double share = spent(chain);
      if (time > 0 && share >= until) {
        return;
      }
      if (cancelled.getAsBoolean()) {
        stopped = true;
        return;
      }
      chain.cool(share);
      for (int i = 0; i < STEPS_A_LOOK && chain.steps() < lastStep; i++) {
        chain.step();
      }
    }
  }

  private double spent(Annealing chain) {
    if (time == 0) {
      return (double) chain.steps() / stepsAChain;
    }
    if (chain == chains.get(0)) {
      spent = (double) (nanos.getAsLong() - began) / time;
    }
    return spent;
  }

  private void exchange() {
    Annealing best = best();
    Annealing worst = best;
    for (Annealing chain : chains) {
      if (chain.bestCost() > worst.bestCost()) {
        worst = chain;
      }
    }
    if (worst != best) {
      worst.adopt(best);
    }
  }

  Annealing best() {
    Annealing best = chains.get(0);
    for (Annealing chain : chains) {
      if (chain.bestCost() < best.bestCost()) {
        best = chain;
      }
    }
    return best;
  }

  long steps() {
    return chains.stream().mapToLong(Annealing::steps).sum();
  }
}
