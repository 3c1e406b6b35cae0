package city.nhip.engine.planning.signals;

import city.nhip.engine.files.PlanBytes;
import java.util.ArrayList;
import java.util.List;

/**
 * The timing plans as they are published.
 *
 * @param format {@value #FORMAT}
 * @param validFrom ISO 8601
 * @param validTo ISO 8601
 * @param afterwards who has control from then on: {@value #TIME_OF_DAY}, the controller's own table
 *     (the row of the day plan that it carries, else its fixed plan), as before this plan
 */
record SignalArtefact(
    String format,
    String scope,
    String validFrom,
    String validTo,
    String afterwards,
    List<PublishedTiming> intersections) {
  static final String FORMAT = "nhip-signals-1";
  static final String TIME_OF_DAY = "time-of-day";

  static byte[] encode(SignalPlan plan, CitySetting setting) {
    List<PublishedTiming> plans =
        plan.intersections().stream()
            .map(it -> PublishedTiming.of(it.site(), it.timing()))
            .toList();
    return PlanBytes.write(
        new SignalArtefact(
            FORMAT,
            setting.scope(),
            setting.window().from().toString(),
            setting.window().to().toString(),
            TIME_OF_DAY,
            plans));
  }

  /**
   * @throws IllegalArgumentException when the bytes are no such plan
   */
  static SignalArtefact read(byte[] bytes) {
    SignalArtefact artefact = PlanBytes.read(bytes, SignalArtefact.class, "signal plan");
    PlanBytes.require(artefact.format(), FORMAT);
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
