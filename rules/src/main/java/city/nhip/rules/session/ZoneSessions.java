package city.nhip.rules.session;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.Zone;
import city.nhip.engine.job.OptimizationRequests;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.Rulebook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Feeds the zones' sessions from one thread. The queue is bounded: when rules fall behind, the
 * intake waits, and so does whoever sends. After a restart the sessions are rebuilt from the
 * journal; what they ask again is known and makes no second job.
 */
@Component
public class ZoneSessions implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ZoneSessions.class);

  /** The longest window or expiry of any fact. */
  static final Duration MEMORY = Duration.ofHours(6);

  private static final int MOST_BATCHES = 256;
  private static final long PAUSE_NANOS = 1_000_000_000;

  private final City city;
  private final Clock clock;
  private final ReadingJournal journal;
  private final OptimizationRequests requests;
  private final Firings firings;
  private final List<FactMaker> makers;
  private final BlockingQueue<List<JournaledReading>> queue =
      new ArrayBlockingQueue<>(MOST_BATCHES);
  private final Map<String, ZoneSession> sessions = new HashMap<>();
  private final Map<String, Long> replayedTo = new HashMap<>();
  private volatile boolean running;
  private volatile boolean ready;
  private Optional<Thread> writer = Optional.empty();

  ZoneSessions(
      City city,
      Clock clock,
      ReadingJournal journal,
      OptimizationRequests requests,
      Firings firings,
      List<FactMaker> makers) {
    this.city = city;
    this.clock = clock;
    this.journal = journal;
    this.requests = requests;
    this.firings = firings;
    this.makers = makers;
  }

  /** Waits while the queue is full. The readings are committed already: a restart replays them. */
  public void feed(List<JournaledReading> batch) throws InterruptedException {
    if (!batch.isEmpty()) {
      queue.put(batch);
    }
  }

  /** True once the rules are compiled and every zone's past is replayed. */
  public boolean ready() {
    return ready;
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

  private void work() {
    try {
      rebuild();
      ready = true;
      while (running) {
        List<JournaledReading> batch = queue.poll(1, TimeUnit.SECONDS);
        if (batch == null) {
          tick();
        } else {
          batch.forEach(this::evaluate);
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      LOG.error("The rules do not run: {}", broken.getMessage(), broken);
    } finally {
      sessions.values().forEach(ZoneSession::close);
    }
  }

  private void rebuild() {
    Rulebook rulebook = RuleCompiler.compile(city.folder().resolve("rules"));
    Instant now = clock.instant();
    Instant from = now.minus(MEMORY);
    for (Zone zone : city.zones()) {
      sessions.put(zone.id(), new ZoneSession(zone.id(), city.timeZone(), rulebook, from));
      List<JournaledReading> past = new ArrayList<>();
      journal.replay(zone.id(), from, now.plusSeconds(60), past::add);
      past.forEach(
          one -> {
            evaluate(one);
            replayedTo.merge(zone.id(), one.id(), Math::max);
          });
    }
    LOG.info("Rules {} watch {} zones", rulebook.versions(), sessions.size());
  }

  private void tick() {
    Instant now = clock.instant().minusSeconds(30);
    sessions.values().forEach(session -> submit(session.advanceTo(now)));
  }

  private void evaluate(JournaledReading one) {
    ZoneSession session = sessions.get(one.zone());
    Optional<Device> device = city.findDevice(one.reading().device());
    if (session == null
        || device.isEmpty()
        || one.id() <= replayedTo.getOrDefault(one.zone(), 0L)
        || one.reading().observedAt().isBefore(session.now().minus(MEMORY))) {
      return;
    }
    List<Object> facts =
        makers.stream().flatMap(maker -> maker.make(one, device.get()).stream()).toList();
    submit(session.evaluate(one, device.get(), facts));
  }

  private void submit(List<Asked> asked) {
    for (Asked one : asked) {
      while (running && !kept(one)) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /**
   * @return false while the database is away: what was asked waits, and the readings behind it
   */
  private boolean kept(Asked one) {
    OptimizationRequest request = one.request();
    try {
      if (requests.submit(request)) {
        LOG.info("{} ({}): {}", request.rule(), request.zone(), request.reason().en());
      }
      firings.record(request, one.at());
    } catch (IllegalArgumentException refused) {
      LOG.warn("A request was refused: {}", refused.getMessage());
    } catch (DataAccessResourceFailureException
        | TransientDataAccessException
        | TransactionException outage) {
      LOG.warn("A request waits for the database: {}", outage.getMessage());
      return false;
    }
    return true;
  }
}
