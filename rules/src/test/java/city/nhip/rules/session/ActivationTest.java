package city.nhip.rules.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Zone;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.rulebook.Rulebook;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** New rules begin to serve while 2,000 readings a second come in from 50 zones. */
class ActivationTest {
  private static final Instant FIVE = Instant.parse("2026-03-02T10:00:00Z");
  private static final int ZONES = 50;
  private static final int DEVICES = 40;
  private static final int MOST_MINUTES = 300;

  private final AtomicLong minute = new AtomicLong();
  private final AtomicLong lastMinute = new AtomicLong(MOST_MINUTES);
  private final AtomicLong ids = new AtomicLong();
  private final MemoryJournal journal = new MemoryJournal();
  private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();

  @Test
  void no_reading_is_lost_or_evaluated_twice_and_the_pause_is_short() throws Exception {
    Rulebook first = rules("vehiclesPerHour >= 0");
    Rulebook second = rules("vehiclesPerHour > -1");
    ZoneSessions sessions =
        new ZoneSessions(
            city(),
            clock(),
            journal,
            asked::add,
            new Served(first),
            FactMakers.discover(),
            new DecisionTimes(new SimpleMeterRegistry()));
    sessions.start();
    await().atMost(Duration.ofSeconds(60)).until(sessions::ready);
    ScheduledExecutorService devices = Executors.newSingleThreadScheduledExecutor();
    var sending = devices.scheduleAtFixedRate(() -> round(sessions), 0, 100, TimeUnit.MILLISECONDS);
    await().atMost(Duration.ofSeconds(30)).until(() -> minute.get() > 2);
    Duration pause = sessions.activate(second);
    lastMinute.set(minute.get() + 2);
    await().atMost(Duration.ofSeconds(60)).until(sending::isDone);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(seen()).hasSameSizeAs(journal.all()));
    sessions.stop();
    devices.shutdown();

    assertThat(pause).isLessThan(Duration.ofMillis(500));
    assertThat(seen()).doesNotHaveDuplicates();
    assertThat(asked.stream().map(one -> one.request().ruleVersion()).distinct())
        .containsExactlyInAnyOrder(
            first.version("city.nhip.rules.signals"), second.version("city.nhip.rules.signals"));
  }

  private List<Long> seen() {
    return asked.stream().flatMap(one -> one.request().readingIds().stream()).toList();
  }

  /** A tenth of a second: 200 readings, four from each zone. */
  private void round(ZoneSessions sessions) {
    if (minute.get() >= lastMinute.get()) {
      throw new IllegalStateException("All is sent");
    }
    List<JournaledReading> batch = new ArrayList<>();
    long tenth = ids.get() / (ZONES * 4) % 10;
    Instant at = FIVE.plus(Duration.ofMinutes(minute.get()));
    for (int zone = 0; zone < ZONES; zone++) {
      for (int number = 0; number < 4; number++) {
        batch.add(reading(zone, (int) (tenth * 4 + number), at));
      }
    }
    minute.addAndGet(tenth == 9 ? 1 : 0);
    journal.add(batch);
    try {
      sessions.feed(batch);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private JournaledReading reading(int zone, int number, Instant at) {
    String device = "d" + zone + "-" + number;
    return new JournaledReading(
        ids.incrementAndGet(),
        "z" + zone,
        at,
        new Reading("test", device, "trafficFlow", at, 100, "veh/h"));
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return FIVE.plus(Duration.ofMinutes(minute.get()));
      }

      @Override
      public ZoneId getZone() {
        return ZoneId.of("UTC");
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  private static City city() {
    List<Zone> zones = new ArrayList<>();
    List<Device> devices = new ArrayList<>();
    Position place = new Position(11, 106);
    for (int zone = 0; zone < ZONES; zone++) {
      zones.add(new Zone("z" + zone, new Localized("z", "z"), place));
      for (int number = 0; number < DEVICES; number++) {
        String id = "d" + zone + "-" + number;
        devices.add(
            new Device(
                id, "z" + zone, "detector", id, place, Map.of("capacityVehiclesPerHour", 1800.0)));
      }
    }
    return new City(
        "test",
        new Localized("x", "x"),
        true,
        ZoneId.of("Asia/Ho_Chi_Minh"),
        place,
        Path.of("none"),
        zones,
        devices);
  }

  /** One rule that asks about every reading by its id. */
  private static Rulebook rules(String condition) {
    return RuleCompiler.compile(
        List.of(
            RulePackage.of(
                "signals",
                Map.of(
                    "triggers.drl",
                    """
                    package city.nhip.rules.signals;
                    import city.nhip.rules.session.Ask;
                    import city.nhip.rules.session.Infer;
                    import city.nhip.rules.traffic.FlowObserved;
                    import java.util.List;
                    rule "Seen"
                    when
                      FlowObserved($a : approach, $at : at, $id : readingId, CONDITION)
                    then
                      insert(Ask.plan("signals", 1, 1, "x", "x",
                        List.of(Infer.finding("seen", $a, 1, $at, 1)), List.of($id)));
                    end
                    """
                        .replace("CONDITION", condition)))));
  }
}
