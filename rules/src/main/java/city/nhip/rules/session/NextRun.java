package city.nhip.rules.session;

import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.ReadingJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A run that catches up beside the one that serves: first the journal's past, then what the server
 * evaluated meanwhile. The server tells it every reading and every passing of time.
 */
final class NextRun {
  /** A reading committed so long before may still wait to be evaluated. */
  private static final Duration LAG = Duration.ofMinutes(10);

  private final RuleRun run;
  private final Queue<Object> heard = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Set<Long> replayed = new HashSet<>();

  NextRun(RuleRun run) {
    this.run = run;
  }

  RuleRun run() {
    return run;
  }

  /** By the serving thread: a {@link JournaledReading}, or an {@link Instant} that has come. */
  void hear(Object told) {
    heard.add(told);
    waiting.incrementAndGet();
  }

  int waiting() {
    return waiting.get();
  }

  void replay(ReadingJournal journal, Instant from, Instant now) {
    Instant unsure = now.minus(LAG);
    run.replay(
        journal,
        from,
        now.plusSeconds(60),
        one -> {
          if (one.receivedAt().isAfter(unsure)) {
            replayed.add(one.id());
          }
        },
        asked -> {});
  }

  /** Evaluates what was heard so far, each reading once. */
  void catchUp(Consumer<Asked> asked) {
    for (Object told = heard.poll(); told != null; told = heard.poll()) {
      waiting.decrementAndGet();
      if (told instanceof Instant now) {
        run.advanceTo(now).forEach(asked);
      } else if (told instanceof JournaledReading one && !replayed.remove(one.id())) {
        run.evaluate(one).forEach(asked);
      }
    }
  }
}
