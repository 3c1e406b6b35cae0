package city.nhip.engine.planning.waste;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The search of one solve: a chain of {@link Annealing} a thread, run in slices. Between slices the
 * weakest chain goes on from the best plan; where they can, all chains search one {@link
 * SharedPlan}. With a limit on steps one seed gives one plan.
 */
final class WasteSearch {
  private static final int STEPS_A_LOOK = 32;
  private static final int RUIN_WIDTH = 150;

  /** For each stop, until the trucks are divided anew. */
  private static final int STEPS_A_ROUND = 30;

  private final List<Annealing> chains = new ArrayList<>();
  private final FlatProblem flat;
  private final long seed;
  private @Nullable SharedPlan shared;
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
    flat = start.flat();
    this.seed = seed;
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
      slice(chains.get(0), until, Long.MAX_VALUE, cancelled);
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(chains.size() - 1);
    try {
      if (chains.stream().allMatch(Annealing::canShare)) {
        together(until, cancelled, pool);
      } else {
        sideBySide(until, Long.MAX_VALUE, cancelled, pool);
        exchange();
      }
    } catch (InterruptedException e) {
      stopped = true;
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A chain of the search failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private void sideBySide(double until, long most, BooleanSupplier cancelled, ExecutorService pool)
      throws InterruptedException, ExecutionException {
    List<Future<?>> others = new ArrayList<>();
    for (Annealing chain : chains.subList(1, chains.size())) {
      others.add(pool.submit(() -> slice(chain, until, most, () -> false)));
    }
    slice(chains.get(0), until, most, cancelled);
    for (Future<?> other : others) {
      other.get();
    }
  }

  /** All chains on one plan: it is searched as many times as deep. */
  private void together(double until, BooleanSupplier cancelled, ExecutorService pool)
      throws InterruptedException, ExecutionException {
    if (shared == null) {
      shared = new SharedPlan(chains, flat, seed, best());
    }
    while (!stopped && !reached(chains.get(0), until)) {
      shared.divide();
      long before = chains.get(0).bestCost();
      sideBySide(until, STEPS_A_ROUND * (long) flat.stops, cancelled, pool);
      shared.unite(before);
    }
  }

  private boolean reached(Annealing chain, double until) {
    return chain.steps() >= Math.round(until * stepsAChain) || time > 0 && spent(chain) >= until;
  }

  /**
   * @param most so many steps
   */
  private void slice(Annealing chain, double until, long most, BooleanSupplier cancelled) {
    long room = Long.MAX_VALUE - chain.steps();
    long lastStep = Math.min(Math.round(until * stepsAChain), chain.steps() + Math.min(room, most));
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
