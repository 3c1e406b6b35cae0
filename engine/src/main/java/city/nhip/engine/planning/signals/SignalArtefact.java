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
    String format, String scope, String validFrom, String validTo, List<Plan> intersections) {
  static final String FORMAT = "nhip-signals-1";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /**
   * @param offsetSeconds a cycle starts when the second of the local day, divided by the cycle,
   *     leaves this remainder
   * @param groups the order of the letters in the steps' states
   * @param stages what runs, in order: an editor changes these
   * @param steps what the controller shows, from the cycle's start: they follow from the stages
   */
  record Plan(
      String id,
      int cycleSeconds,
      int offsetSeconds,
      List<String> groups,
      List<SignalSites.StageGreen> stages,
      List<StepPlan> steps) {}

  record StepPlan(String stage, String kind, int seconds, String state) {}

  /** Every plan of a site starts with the same stage: any may follow any other at its end. */
  static byte[] encode(SignalPlan plan, CitySetting setting) {
    List<Plan> plans = new ArrayList<>();
    for (IntersectionTiming it : plan.intersections()) {
      Intersection site = it.site();
      Timing timing = it.timing().startingWith(site, site.firstStage());
      plans.add(
          new Plan(
              it.id(),
              timing.cycle(),
              timing.offset(),
              site.signals(),
              timing.greens().stream()
                  .map(
                      g ->
                          new SignalSites.StageGreen(
                              site.stages().get(g.stage()).id(), g.seconds()))
                  .toList(),
              site.steps(timing).stream()
                  .map(
                      s ->
                          new StepPlan(
                              site.stages().get(s.stage()).id(), s.kind(), s.seconds(), s.state()))
                  .toList()));
    }
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
              .map(plan -> timing(plan, it.site()))
              .orElse(it.site().today()));
    }
    return timings;
  }

  private static Timing timing(Plan plan, Intersection site) {
    List<String> known = site.stages().stream().map(Stage::id).toList();
    List<Timing.Green> greens = new ArrayList<>();
    for (SignalSites.StageGreen green : plan.stages()) {
      int stage = known.indexOf(green.stage());
      if (stage < 0) {
        throw new IllegalArgumentException(
            "/intersections: %s runs stage %s, it has %s. Name one of them."
                .formatted(plan.id(), green.stage(), known));
      }
      greens.add(new Timing.Green(stage, green.greenSeconds()));
    }
    if (greens.isEmpty()) {
      throw new IllegalArgumentException(
          "/intersections: %s runs no stage. Name one at least.".formatted(plan.id()));
    }
    return new Timing(plan.cycleSeconds(), plan.offsetSeconds(), greens);
  }
}
