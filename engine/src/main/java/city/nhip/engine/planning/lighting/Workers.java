package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Shares indexes among threads; the caller works too. What comes out never depends on who did. */
final class Workers implements AutoCloseable {
  private static final int CHUNK = 32;

  /** One index's work. */
  interface Work {
    void run(int worker, int index);
  }

  /** One index's amount. */
  interface Amount {
    double of(int worker, int index);
  }

  private final int count;
  private final ExecutorService threads;

  Workers(int count) {
    this.count = count;
    this.threads =
        Executors.newFixedThreadPool(
            Math.max(1, count - 1),
            work -> {
              Thread thread = new Thread(work, "lighting-worker");
              thread.setDaemon(true);
              return thread;
            });
  }

  int count() {
    return count;
  }

  void each(int size, Work work) {
    each(size, CHUNK, work);
  }

  /**
   * @param chunk indexes taken at a time
   */
  void each(int size, int chunk, Work work) {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> others = new ArrayList<>();
    for (int worker = 1; worker < count && (worker * chunk) < size; worker++) {
      int other = worker;
      others.add(threads.submit(() -> take(next, size, chunk, other, work)));
    }
    take(next, size, chunk, 0, work);
    others.forEach(Workers::await);
  }

  /** The amounts' sum, always added in the same order. */
  double sum(int size, Amount amount) {
    double[] amounts = new double[size];
    each(size, (worker, index) -> amounts[index] = amount.of(worker, index));
    return Arrays.stream(amounts).sum();
  }

  private static void take(AtomicInteger next, int size, int chunk, int worker, Work work) {
    for (int from = next.getAndAdd(chunk); from < size; from = next.getAndAdd(chunk)) {
      for (int index = from; index < Math.min(size, from + chunk); index++) {
        work.run(worker, index);
      }
    }
  }

  private static void await(Future<?> part) {
    boolean interrupted = false;
    boolean done = false;
    while (!done) {
      try {
        part.get();
        done = true;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        throw new IllegalStateException("A lighting worker failed.", e.getCause());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
