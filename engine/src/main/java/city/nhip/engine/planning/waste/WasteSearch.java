package city.nhip.engine.planning.waste;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * The search of one solve: a chain of {@link Annealing} a thread, run in slices. Between slices the
 * weakest chain goes on from the best plan. With a limit on steps one seed gives one plan.
 */
final class WasteSearch {
  private static final int STEPS_A_LOOK = 32;
  private static final int RUIN_WIDTH = 150;

  private final List<Annealing> chains = new ArrayList<>();
  private final long deadline;
  private final long began;
  private final long stepsAChain;
  private volatile boolean stopped;

  /**
   * @param began {@link System#nanoTime} at which the time starts to count
   * @param time until the search ends; {@code steps} counts where it is zero
   * @param steps of all chains together
   */
  WasteSearch(WastePlan start, long seed, int threads, long began, Duration time, long steps) {
    FlatProblem flat = start.flat();
    this.began = began;
    this.deadline = time.isZero() ? Long.MAX_VALUE : began + time.toNanos();
    this.stepsAChain = time.isZero() ? Math.max(1, steps / threads) : Long.MAX_VALUE;
    RoutesKind kind = RoutesKind.of(flat);
    Neighbours neighbours = new Neighbours(flat, RUIN_WIDTH, kind.timed());
    boolean warm = start.orders().stream().anyMatch(order -> !order.isEmpty());
    for (int i = 0; i < threads; i++) {
      Routes routes = kind.make(flat, neighbours);
      if (warm) {
        routes.load(start.orders());
      }
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
    while (!stopped) {
      double spent;
      if (deadline == Long.MAX_VALUE) {
        spent = (double) chain.steps() / stepsAChain;
        if (chain.steps() >= lastStep) {
          return;
        }
      } else {
        spent = (double) (System.nanoTime() - began) / (deadline - began);
        if (spent >= until) {
          return;
        }
      }
      if (cancelled.getAsBoolean()) {
        stopped = true;
        return;
      }
      chain.cool(spent);
      for (int i = 0; i < STEPS_A_LOOK && chain.steps() < lastStep; i++) {
        chain.step();
      }
    }
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
      worst.adopt(best.best());
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
