package city.nhip.rules.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.RulePackages;
import city.nhip.rules.rulebook.Rulebook;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;

/** The city stops in the middle of every window, with readings that no rule has seen yet. */
class RestartTest {
  private static final Instant FIVE = Instant.parse("2026-03-02T10:00:00Z");
  private static final int MINUTES = 120;
  private static final List<Integer> STOPS = List.of(7, 23, 24, 61, MINUTES);

  private final Rulebook rulebook = RuleCompiler.compile(RulePackages.builtIn().values());
  private final MemoryJournal journal = new MemoryJournal();
  private volatile Instant now = FIVE;

  @Test
  void a_city_that_is_stopped_four_times_asks_for_what_it_would_have_asked_for_anyway()
      throws InterruptedException {
    Map<String, String> through = new TreeMap<>();
    try (RuleRun run =
        new RuleRun(city(), rulebook, FactMakers.discover(), FIVE.minus(ZoneSessions.MEMORY))) {
      for (int minute = 0; minute < MINUTES; minute++) {
        minute(minute)
            .forEach(
                one -> run.evaluate(one).forEach(ask -> through.putIfAbsent(key(ask), words(ask))));
      }
    }
    Map<String, String> stopped = new ConcurrentSkipListMap<>();
    int minute = 0;
    for (int stop : STOPS) {
      ZoneSessions sessions = sessions(stopped);
      sessions.start();
      await().atMost(Duration.ofSeconds(60)).until(sessions::ready);
      for (; minute < stop; minute++) {
        now = FIVE.plus(Duration.ofMinutes(minute));
        journal.add(minute(minute));
        if (minute + 1 < stop || stop == MINUTES) {
          sessions.feed(minute(minute));
        }
      }
      if (stop == MINUTES) {
        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(() -> assertThat(stopped).containsAllEntriesOf(through));
      }
      sessions.stop();
    }
    assertThat(through).hasSizeGreaterThan(10);
    assertThat(stopped).isEqualTo(through);
  }

  @Test
  void rules_outlive_a_journal_that_is_away_when_they_begin() {
    journal.add(minute(0));
    journal.away(2);
    ZoneSessions sessions = sessions(new ConcurrentSkipListMap<>());

    sessions.start();

    await().atMost(Duration.ofSeconds(60)).until(sessions::ready);
    sessions.stop();
  }

  private ZoneSessions sessions(Map<String, String> asked) {
    return new ZoneSessions(
        city(),
        clock(),
        journal,
        ask ->
            asked.merge(
                key(ask),
                words(ask),
                (known, again) -> known.equals(again) ? known : known + " / " + again),
        new Served(rulebook),
        FactMakers.discover(),
        new DecisionTimes(new SimpleMeterRegistry()));
  }

  private Clock clock() {
    InstantSource told = () -> now;
    return told.withZone(ZoneOffset.UTC);
  }

  private static String key(Asked ask) {
    return ask.request().key();
  }

  private static String words(Asked ask) {
    OptimizationRequest request = ask.request();
    return request.findings() + " " + request.readingIds() + " " + request.severity();
  }

  /** A feeder that strains now and then, a road that fills, a bin that fills, rain in between. */
  private static List<JournaledReading> minute(int minute) {
    List<JournaledReading> readings = new ArrayList<>();
    readings.add(reading(minute, 0, "meter", "activePower", 44 + minute % 9, "kW"));
    readings.add(reading(minute, 1, "detector", "trafficFlow", 300 + 8 * minute, "veh/h"));
    readings.add(reading(minute, 2, "detector", "occupancy", minute / 2.0, "%"));
    readings.add(reading(minute, 3, "bin", "fillLevel", Math.min(100, 40 + minute), "%"));
    readings.add(reading(minute, 4, "sky", "rainfall", minute / 30 % 2 == 1 ? 4 : 0, "mm/h"));
    readings.add(reading(minute, 5, "sky", "illuminance", Math.max(1, 600 - 8 * minute), "lx"));
    return readings;
  }

  private static JournaledReading reading(
      int minute, int number, String device, String property, double value, String unit) {
    Instant at = FIVE.plus(Duration.ofMinutes(minute)).plusMillis(number);
    return new JournaledReading(
        6L * minute + number, "north", at, new Reading("test", device, property, at, value, unit));
  }

  private static City city() {
    return OneZone.of(
        List.of(
            device("meter", "C1", Map.of("capKilowatts", 50.0)),
            device("detector", "J1:N", Map.of("capacityVehiclesPerHour", 1_000.0)),
            device("bin", "W1", Map.of()),
            device("sky", "north", Map.of())));
  }

  private static Device device(String id, String asset, Map<String, Double> limits) {
    return OneZone.device(id, "sensor", asset, limits);
  }
}
