package city.nhip.rules.session;

import city.nhip.engine.city.City;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.rules.rulebook.Rulebook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Feeds the zones' sessions from one thread. The queue is bounded: when rules fall behind, the
 * intake waits, and so does whoever sends. After a restart the sessions are rebuilt from the
 * journal; what they ask again is known and makes no second job.
 */
@Component
public class ZoneSessions implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ZoneSessions.class);

  /** The longest window or expiry of any fact. */
  public static final Duration MEMORY = Duration.ofHours(6);

  private static final int MOST_BATCHES = 256;
  private static final int NEARLY_THERE = 200;
  private static final long PAUSE_NANOS = 1_000_000_000;

  private final City city;
  private final Clock clock;
  private final ReadingJournal journal;
  private final List<FactMaker> makers;
  private final BlockingQueue<List<JournaledReading>> queue =
      new ArrayBlockingQueue<>(MOST_BATCHES);
  private final DecisionTimes decisions;
  private final List<NextRun> followers = new CopyOnWriteArrayList<>();
  private final ServingRules rules;
  private volatile @Nullable RuleRun run;
  private volatile @Nullable Swap swap;
  private volatile boolean running;
  private Optional<Thread> writer = Optional.empty();

  ZoneSessions(
      City city,
      Clock clock,
      ReadingJournal journal,
      Consumer<Asked> asks,
      ActiveRules active,
      List<FactMaker> makers,
      DecisionTimes decisions) {
    this.city = city;
    this.clock = clock;
    this.journal = journal;
    this.makers = makers;
    this.decisions = decisions;
    this.rules = new ServingRules(city, clock, journal, asks, active, makers, followers);
  }

  /** A run that is ready to serve, and who waits to hear that it does. */
  private record Swap(NextRun next, CompletableFuture<Swapped> done) {}

  /** How long nothing was evaluated, and the run that served before and may be closed. */
  private record Swapped(Duration pause, RuleRun old) {}

  /** Waits while the queue is full. The readings are committed already: a restart replays them. */
  public void feed(List<JournaledReading> batch) throws InterruptedException {
    if (!batch.isEmpty()) {
      queue.put(batch);
    }
  }

  /** True once the rules are compiled and every zone's past is replayed. */
  public boolean ready() {
    return run != null;
  }

  /** Rule package versions that serve; empty until {@link #ready}. */
  public Map<String, String> versions() {
    RuleRun serving = run;
    return serving == null ? Map.of() : serving.rulebook().versions();
  }

  /**
   * The rules that serve.
   *
   * @throws NoSuchElementException before they do
   */
  public Rulebook rulebook() {
    RuleRun serving = run;
    if (serving == null) {
      throw new NoSuchElementException("The rules are not ready yet. Ask again in a moment.");
    }
    return serving.rulebook();
  }

  /**
   * Lets other rules serve, with the facts and windows of all that was read. The old ones serve
   * until the new ones have caught up; every reading is evaluated once by those that serve.
   *
   * @return how long no reading was evaluated
   * @throws RunawayRule when one of the new rules ran away on the past; the old ones serve on
   * @throws InterruptedException when the process stops
   */
  public synchronized Duration activate(Rulebook rulebook) throws InterruptedException {
    NextRun next = follow(rulebook);
    try {
      do {
        next.catchUp(asked -> {});
      } while (next.waiting() > NEARLY_THERE);
      CompletableFuture<Swapped> done = new CompletableFuture<>();
      swap = new Swap(next, done);
      Swapped swapped = done.join();
      swapped.old().close();
      return swapped.pause();
    } finally {
      followers.remove(next);
    }
  }

  private NextRun follow(Rulebook rulebook) throws InterruptedException {
    while (run == null) {
      if (!running) {
        throw new InterruptedException("The rules have stopped");
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    Instant now = clock.instant();
    Instant from = now.minus(MEMORY);
    NextRun next = new NextRun(new RuleRun(city, rulebook, makers, from));
    followers.add(next);
    try {
      next.replay(journal, from, now);
      return next;
    } catch (RuntimeException failed) {
      followers.remove(next);
      next.run().close();
      throw failed;
    }
  }

  /**
   * Runs other rules beside those that serve, from now until the handle is closed.
   *
   * @throws InterruptedException when the process stops
   */
  public AutoCloseable shadow(Rulebook rulebook, Shadow shadow) throws InterruptedException {
    NextRun next = follow(rulebook);
    Thread thread = new Thread(() -> shadow(next, shadow), "rules-shadow");
    thread.setDaemon(true);
    thread.start();
    return thread::interrupt;
  }

  private void shadow(NextRun next, Shadow shadow) {
    try (RuleRun run = next.run()) {
      while (running && run == next.run()) {
        next.catchUp(
            asked -> {
              if (asked.rulePackage().equals(shadow.rulePackage())) {
                shadow.asked(List.of(asked));
              }
            });
        TimeUnit.MILLISECONDS.sleep(200);
      }
    } catch (RunawayRule ranAway) {
      shadow.ended(ranAway.reason(), clock.instant());
    } catch (InterruptedException closed) {
      LOG.info("The shadow of {} has ended", shadow.rulePackage());
    } finally {
      followers.remove(next);
    }
  }

  @Override
  public void start() {
    running = true;
    Thread thread = new Thread(this::work, "rules");
    thread.setDaemon(true);
    writer = Optional.of(thread);
    thread.start();
  }

  @Override
  public void stop() {
    running = false;
    writer.ifPresent(Thread::interrupt);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** A run that breaks, for want of the database say, is begun anew from the journal. */
  private void work() {
    while (running && !Thread.currentThread().isInterrupted()) {
      try {
        serve();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException broken) {
        LOG.error("The rules begin anew, for {}", broken.getMessage(), broken);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void serve() throws InterruptedException {
    run = null;
    RuleRun serving = rules.begin();
    run = serving;
    LOG.info("Rules {} watch {} zones", versions(), city.zones().size());
    while (running) {
      serving = swapped(serving);
      List<JournaledReading> batch = queue.poll(100, TimeUnit.MILLISECONDS);
      serving = batch == null ? rules.tick(serving) : rules.evaluate(serving, batch);
      run = serving;
      decisions.made(batch, clock.instant());
    }
    serving.close();
  }

  private RuleRun swapped(RuleRun serving) {
    Swap due = swap;
    if (due == null) {
      return serving;
    }
    swap = null;
    long began = System.nanoTime();
    try {
      due.next().catchUp(asked -> {});
      followers.remove(due.next());
      rules.handedOver();
      run = due.next().run();
      Duration pause = Duration.ofNanos(System.nanoTime() - began);
      LOG.info("Rules {} serve after a pause of {} ms", versions(), pause.toMillis());
      due.done().complete(new Swapped(pause, serving));
      return due.next().run();
    } catch (RuntimeException failed) {
      due.done().completeExceptionally(failed);
      return serving;
    }
  }
}
