package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The timing plans as they are published.
 *
 * @param format {@value #FORMAT}
 * @param validFrom ISO 8601
 * @param validTo ISO 8601
 */
record SignalArtefact(
    String format,
    String scope,
    String validFrom,
    String validTo,
    List<PublishedTiming> intersections) {
  static final String FORMAT = "nhip-signals-1";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  static byte[] encode(SignalPlan plan, CitySetting setting) {
    List<PublishedTiming> plans =
        plan.intersections().stream()
            .map(it -> PublishedTiming.of(it.site(), it.timing()))
            .toList();
    return MAPPER.writeValueAsBytes(
        new SignalArtefact(
            FORMAT,
            setting.scope(),
            setting.window().from().toString(),
            setting.window().to().toString(),
            plans));
  }

  /**
   * @throws IllegalArgumentException when the bytes are no such plan
   */
  static SignalArtefact read(byte[] bytes) {
    SignalArtefact artefact;
    try {
      artefact = MAPPER.readValue(bytes, SignalArtefact.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "This is no signal plan: %s. Give the JSON that a schedule holds."
              .formatted(e.getOriginalMessage()),
          e);
    }
    if (!artefact.format().equals(FORMAT)) {
      throw new IllegalArgumentException(
          "/format is '%s'. Give a plan of format %s.".formatted(artefact.format(), FORMAT));
    }
    return artefact;
  }

  /**
   * The artefact's timings for a problem's intersections; today's where it names none.
   *
   * @throws IllegalArgumentException when it runs a stage that the site has not
   */
  List<Timing> timings(SignalPlan problem) {
    List<Timing> timings = new ArrayList<>();
    for (IntersectionTiming it : problem.intersections()) {
      timings.add(
          intersections.stream()
              .filter(plan -> plan.id().equals(it.id()))
              .findFirst()
              .map(plan -> plan.timing(it.site()))
              .orElse(it.site().today()));
    }
    return timings;
  }
}
