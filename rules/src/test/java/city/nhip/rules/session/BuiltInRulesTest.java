package city.nhip.rules.session;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.rules.energy.FeederLoad;
import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.Rulebook;
import city.nhip.rules.traffic.FlowObserved;
import city.nhip.rules.traffic.OccupancyObserved;
import city.nhip.rules.waste.FillObserved;
import city.nhip.rules.weather.DaylightObserved;
import city.nhip.rules.weather.RainObserved;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each built-in rule asks at its threshold, not below it, and once in its cooldown. */
class BuiltInRulesTest {
  private static final Instant FIVE = Instant.parse("2026-03-02T10:00:00Z");
  private static Rulebook rulebook;

  private ZoneSession session;
  private final List<OptimizationRequest> asked = new ArrayList<>();

  @BeforeAll
  static void compile() {
    rulebook = RuleCompiler.compile(Path.of("no-city"));
  }

  @BeforeEach
  void open() {
    session = new ZoneSession("north", rulebook, FIVE);
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void an_overloaded_feeder_asks_for_dimming_once() {
    for (int minute = 0; minute <= 20; minute += 5) {
      at(minute, new FeederLoad(minute, "C1", 52, 50, millis(minute)));
    }
    assertThat(keys()).containsExactly("lighting|north|Overloaded feeder asks for dimming");
    OptimizationRequest request = asked.get(0);
    assertThat(request.severity()).isEqualTo(3);
    assertThat(request.readingIds()).containsExactly(0L, 5L);
    assertThat(request.findings())
        .singleElement()
        .satisfies(one -> assertThat(one.asset()).isEqualTo("C1"));
    assertThat(request.ruleVersion()).hasSize(12);
  }

  @Test
  void one_peak_among_low_loads_asks_for_nothing() {
    at(0, new FeederLoad(1, "C1", 20, 50, millis(0)));
    at(5, new FeederLoad(2, "C1", 52, 50, millis(5)));
    assertThat(asked).isEmpty();
  }

  @Test
  void rain_asks_lighting_and_signals() {
    at(0, new RainObserved(7, "north", 1.9, millis(0)));
    assertThat(asked).isEmpty();
    at(10, new RainObserved(8, "north", 2, millis(10)));
    assertThat(keys())
        .containsExactlyInAnyOrder(
            "lighting|north|Rain asks for brighter streets",
            "signals|north|Rain asks for longer clearance of queues");
  }

  @Test
  void dusk_asks_for_the_nights_plan_when_light_falls_through_the_threshold() {
    at(0, new DaylightObserved(1, "north", 300, millis(0)));
    assertThat(asked).isEmpty();
    at(10, new DaylightObserved(2, "north", 80, millis(10)));
    assertThat(keys()).containsExactly("lighting|north|Dusk asks for the night's plan");
  }

  @Test
  void quiet_streets_allow_dimming_only_in_the_dark() {
    for (int minute = 0; minute < 30; minute += 5) {
      at(minute, new FlowObserved(minute, "J1:N", 100, 1800, millis(minute)));
    }
    at(29, new DaylightObserved(90, "north", 20_000, millis(29)));
    assertThat(asked).isEmpty();
    at(29, new DaylightObserved(91, "north", 5, millis(29)));
    assertThat(keys()).contains("lighting|north|Quiet streets allow dimming");
  }

  @Test
  void many_full_containers_ask_for_a_tour() {
    for (int container = 0; container < 4; container++) {
      at(container, new FillObserved(container, "W" + container, 85, millis(container)));
    }
    assertThat(asked).isEmpty();
    at(5, new FillObserved(9, "W9", 85, millis(5)));
    assertThat(keys()).containsExactly("waste|north|Many full containers ask for a tour");
  }

  @Test
  void an_overflowing_container_asks_for_a_tour() {
    at(0, new FillObserved(1, "W1", 94, millis(0)));
    assertThat(asked).isEmpty();
    at(60, new FillObserved(2, "W1", 96, millis(60)));
    assertThat(keys()).containsExactly("waste|north|Overflowing container asks for a tour");
  }

  @Test
  void a_jump_of_fill_asks_for_a_look() {
    at(0, new FillObserved(1, "W1", 20, millis(0)));
    at(60, new FillObserved(2, "W1", 49, millis(60)));
    assertThat(asked).isEmpty();
    at(110, new FillObserved(3, "W1", 51, millis(110)));
    assertThat(keys()).containsExactly("waste|north|Jump of fill asks for a look");
  }

  @Test
  void a_congested_approach_asks_for_new_timing() {
    at(0, new FlowObserved(1, "J1:N", 1600, 1800, millis(0)));
    assertThat(asked).isEmpty();
    at(5, new FlowObserved(2, "J1:N", 1600, 1800, millis(5)));
    assertThat(keys()).containsExactly("signals|north|Congested approach asks for new timing");
  }

  @Test
  void a_queue_back_to_the_detector_asks_for_new_timing() {
    at(0, new OccupancyObserved(1, "J1:N", 59, millis(0)));
    at(5, new OccupancyObserved(2, "J1:N", 70, millis(5)));
    assertThat(asked).isEmpty();
    at(10, new OccupancyObserved(3, "J1:N", 60, millis(10)));
    assertThat(keys())
        .containsExactly("signals|north|Queue back to the detector asks for new timing");
  }

  @Test
  void a_replay_asks_for_the_same_things() {
    List<String> first = replay();
    List<String> second = replay();
    assertThat(first).isNotEmpty().isEqualTo(second);
  }

  private List<String> replay() {
    List<String> keys = new ArrayList<>();
    try (ZoneSession fresh = new ZoneSession("north", rulebook, FIVE)) {
      for (int minute = 0; minute < 120; minute += 5) {
        FeederLoad load = new FeederLoad(minute, "C1", 40 + minute % 30, 50, millis(minute));
        fresh
            .insert(load, FIVE.plus(Duration.ofMinutes(minute)))
            .forEach(request -> keys.add(request.key() + request.readingIds()));
      }
    }
    return keys;
  }

  private void at(int minute, Object fact) {
    asked.addAll(session.insert(fact, FIVE.plus(Duration.ofMinutes(minute))));
  }

  private static long millis(int minute) {
    return FIVE.plus(Duration.ofMinutes(minute)).toEpochMilli();
  }

  /** Domain, zone and rule of the distinct requests. */
  private List<String> keys() {
    return asked.stream()
        .map(OptimizationRequest::key)
        .distinct()
        .map(key -> key.split("\\|"))
        .map(parts -> parts[0] + "|" + parts[1] + "|" + parts[2])
        .distinct()
        .toList();
  }
}
