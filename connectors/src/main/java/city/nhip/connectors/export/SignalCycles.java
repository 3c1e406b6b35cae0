package city.nhip.connectors.export;

import city.nhip.engine.schedule.Schedule;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A signal plan as its bytes say it. */
record SignalCycles(List<Cycle> intersections) {
  static final String DOMAIN = "signals";

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * @param offsetSeconds the cycle starts when the second of the local day leaves this remainder
   * @param groups the order of the letters in the steps' states
   */
  record Cycle(
      String id,
      int cycleSeconds,
      int offsetSeconds,
      List<String> groups,
      List<StageGreen> stages,
      List<Step> steps) {
    /** Seconds that a stage takes of a kind of step. */
    int seconds(String stage, String kind) {
      return steps.stream()
          .filter(it -> it.stage().equals(stage) && it.kind().equals(kind))
          .mapToInt(Step::seconds)
          .sum();
    }
  }

  record StageGreen(String stage, int greenSeconds) {}

  /**
   * @param kind {@code green}, {@code walk-clearance}, {@code yellow} or {@code all-red}
   */
  record Step(String stage, String kind, int seconds, String state) {}

  static List<Cycle> of(Schedule schedule) {
    return JSON.readValue(schedule.artefact(), SignalCycles.class).intersections();
  }
}
