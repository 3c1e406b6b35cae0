package city.nhip.engine.safety;

import java.util.List;

/**
 * The signal plan as its bytes say it. Read strictly: a field that this check does not know might
 * mean something to a controller.
 */
record SignalsArtefact(
    String format,
    String scope,
    String validFrom,
    String validTo,
    String afterwards,
    List<Plan> intersections) {
  private record Carried(List<Plan> intersections) {}

  /** One intersection's cycle. */
  record Plan(
      String id,
      int cycleSeconds,
      int offsetSeconds,
      List<String> groups,
      List<StageGreen> stages,
      List<Step> steps) {}

  record StageGreen(String stage, int greenSeconds) {}

  /**
   * @param state a letter a group: {@code G} green, {@code g} green that yields, {@code y}, {@code
   *     r}
   */
  record Step(String stage, String kind, int seconds, String state) {}

  /**
   * @throws tools.jackson.core.JacksonException when the bytes are no such plan
   */
  static SignalsArtefact read(byte[] bytes) {
    return SafetyJson.plan(bytes, SignalsArtefact.class);
  }

  /** Of a plan that the field carries, whatever else its bytes say. */
  static List<Plan> plans(byte[] bytes) {
    return SafetyJson.part(bytes, Carried.class).intersections();
  }
}
