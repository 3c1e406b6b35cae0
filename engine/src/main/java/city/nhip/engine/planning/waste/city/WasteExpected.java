package city.nhip.engine.planning.waste.city;

import city.nhip.engine.planning.Expected;
import city.nhip.engine.planning.waste.StopSaving;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How each container that this shift has not emptied yet is expected to fill: {@code level} in % of
 * its volume at {@code at}, {@code rate} in % an hour, {@code slow} and {@code fast} the interval
 * that it is within in nine of ten cases, {@code next} when it can be emptied if this plan leaves
 * it out. Moments are seconds since 1970. Where a truck comes, what leaving it out would save: see
 * {@link StopSaving}. Where it is left out, why. For each truck that goes out, what its tour costs.
 * Places to and from which ways are straight lines, for want of streets, say so.
 */
final class WasteExpected {
  /** The part of what is said of a truck. */
  static final String TOUR = "tour";

  /** The part of what is said of ways to and from a place. */
  static final String WAY = "way";

  private static final Map<String, Double> STRAIGHT = Map.of("straight", 1.0);

  private WasteExpected() {}

  static List<Expected> of(CollectionPlan plan, Map<Integer, SkipReasons.Reason> reasons) {
    Map<Integer, StopSaving> savings = byContainer(plan, StopSaving.of(plan.plan()));
    Map<Integer, SkipReasons.Reason> left = byContainer(plan, reasons);
    List<Expected> expected = new ArrayList<>();
    for (DueContainer one : plan.setting().containers()) {
      if (!one.done()) {
        Map<String, Double> figures = filling(one);
        Optional.ofNullable(savings.get(one.index())).ifPresent(it -> figures.putAll(saving(it)));
        Optional<SkipReasons.Reason> reason = Optional.ofNullable(left.get(one.index()));
        reason.ifPresent(it -> figures.putAll(it.figures()));
        expected.add(
            new Expected(one.container().id(), "", figures, reason.map(SkipReasons.Reason::words)));
      }
    }
    TourFigures.of(plan).forEach(tour -> expected.add(tour(tour)));
    CityWaste city = plan.setting().city();
    city.profiles()
        .straight()
        .forEach(place -> expected.add(new Expected(city.placeId(place), WAY, STRAIGHT)));
    return expected;
  }

  private static <T> Map<Integer, T> byContainer(CollectionPlan plan, Map<Integer, T> byStop) {
    Map<Integer, T> by = new TreeMap<>();
    byStop.forEach((stop, it) -> by.put(plan.setting().ofStop(stop).index(), it));
    return by;
  }

  private static Map<String, Double> filling(DueContainer one) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("at", seconds(one.filling().at()));
    figures.put("level", one.filling().level());
    figures.put("rate", one.filling().rate());
    figures.put("slow", one.filling().slow());
    figures.put("fast", one.filling().fast());
    figures.put("next", seconds(one.next()));
    return figures;
  }

  private static Map<String, Double> saving(StopSaving saving) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("savesMetres", (double) saving.distance());
    figures.put("savesSeconds", (double) saving.time());
    figures.put("savesCost", (double) saving.cost());
    return figures;
  }

  private static Expected tour(TourFigures tour) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("cost", Math.rint(tour.cost()));
    figures.put("containers", (double) tour.containers());
    figures.put("tonnes", tour.tonnes());
    if (tour.containers() > 0) {
      figures.put("costPerContainer", Math.rint(tour.cost() / tour.containers()));
    }
    if (tour.tonnes() > 0) {
      figures.put("costPerTonne", Math.rint(tour.cost() / tour.tonnes()));
    }
    return new Expected(tour.truck(), TOUR, figures);
  }

  private static double seconds(Instant moment) {
    return moment.toEpochMilli() / 1_000.0;
  }
}
