package city.nhip.scenarios.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The devices behind a plan, each with its own moods: most take a new plan over within two minutes,
 * one in forty needs half an hour, as a controller with a bad radio does.
 */
final class DeviceWords {
  private static final int LAZY = 40;
  private static final Duration LAZY_PAUSE = Duration.ofMinutes(30);

  private final JsonMapper json;
  private final Clock clock;
  private final Map<String, Instant> arrived = new ConcurrentHashMap<>();

  DeviceWords(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param sequence of the plan that the device carries; 0 before its first
   */
  record Word(String device, long sequence, String hash) {}

  List<Word> of(FieldPlan plan) {
    Instant since =
        arrived.computeIfAbsent(
            plan.domain() + "@" + plan.scope() + "@" + plan.sequence(), key -> clock.instant());
    Duration passed = Duration.between(since, clock.instant());
    return ids(json.readTree(plan.plan())).stream()
        .map(
            id ->
                passed.compareTo(pause(id)) >= 0
                    ? new Word(id, plan.sequence(), plan.hash())
                    : new Word(id, plan.sequence() - 1, ""))
        .toList();
  }

  private static Duration pause(String device) {
    int mood = Math.floorMod(device.hashCode(), 1_000);
    return mood % LAZY == 0 ? LAZY_PAUSE : Duration.ofSeconds(mood % 120);
  }

  /** The ids of the plan's own list: intersections, groups, trucks. */
  private static List<String> ids(JsonNode plan) {
    List<String> ids = new ArrayList<>();
    for (JsonNode part : plan) {
      if (part.isArray() && ids.isEmpty()) {
        part.forEach(
            one -> {
              for (String name : List.of("id", "group", "truck", "vehicle")) {
                if (one.path(name).isString()) {
                  ids.add(one.path(name).stringValue());
                  break;
                }
              }
            });
      }
    }
    return ids;
  }
}
