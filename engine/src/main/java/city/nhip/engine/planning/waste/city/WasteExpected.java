package city.nhip.engine.planning.waste.city;

import city.nhip.engine.planning.Expected;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How each container that this shift has not emptied yet is expected to fill: {@code level} in % of
 * its volume at {@code at}, {@code rate} in % an hour, {@code slow} and {@code fast} the interval
 * that it is within in nine of ten cases, {@code next} when it can be emptied if this plan leaves
 * it out. Moments are seconds since 1970.
 */
final class WasteExpected {
  private WasteExpected() {}

  static List<Expected> of(CollectionPlan plan) {
    return plan.setting().containers().stream()
        .filter(one -> !one.done())
        .map(one -> new Expected(one.container().id(), "", figures(one)))
        .toList();
  }

  private static Map<String, Double> figures(DueContainer one) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("at", seconds(one.filling().at()));
    figures.put("level", one.filling().level());
    figures.put("rate", one.filling().rate());
    figures.put("slow", one.filling().slow());
    figures.put("fast", one.filling().fast());
    figures.put("next", seconds(one.next()));
    return figures;
  }

  private static double seconds(Instant moment) {
    return moment.toEpochMilli() / 1_000.0;
  }
}
