package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Kpi;
import city.nhip.engine.planning.waste.Timeline;
import city.nhip.engine.planning.waste.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What a plan comes to from now to the shift's end.
 *
 * @param kilometres driven
 * @param hours that crews are out
 * @param overflows containers that are expected to be full before they are emptied
 * @param cost VND: fuel, crews, trucks, tipping
 * @param litres of diesel
 * @param trucks that go out
 * @param containers collected
 * @param tonnes collected
 */
record CollectionFigures(
    double kilometres,
    double hours,
    int overflows,
    double cost,
    double litres,
    double co2,
    int trucks,
    int containers,
    double tonnes) {
  private static final double THOUSAND = 1_000;
  private static final double HOUR = 3_600;

  static CollectionFigures of(CollectionPlan plan) {
    CollectionSetting setting = plan.setting();
    WasteFleet.Prices prices = setting.city().fleet().prices();
    List<TourFigures> tours = TourFigures.of(plan);
    Map<Integer, Instant> served = new HashMap<>();
    for (Timeline line : plan.plan().timelines()) {
      for (Visit visit : line.visits()) {
        if (visit.kind() == Visit.Kind.STOP) {
          served.put(setting.stops().get(visit.index()), setting.day().instant(visit.start()));
        }
      }
    }
    int overflows = 0;
    for (int c = 0; c < setting.containers().size(); c++) {
      DueContainer one = setting.containers().get(c);
      if (!one.done() && one.filling().full().isBefore(served.getOrDefault(c, one.next()))) {
        overflows++;
      }
    }
    double litres = sum(tours, TourFigures::litres);
    return new CollectionFigures(
        sum(tours, TourFigures::metres) / THOUSAND,
        sum(tours, TourFigures::seconds) / HOUR,
        overflows,
        sum(tours, TourFigures::cost),
        litres,
        litres * prices.co2PerLitre().value(),
        tours.size(),
        served.size(),
        sum(tours, TourFigures::tonnes));
  }

  private static double sum(List<TourFigures> tours, ToDoubleFunction<TourFigures> figure) {
    return tours.stream().mapToDouble(figure).sum();
  }

  static List<Kpi> kpis(
      CollectionFigures planned, Optional<CollectionFigures> inForce, CollectionFigures round) {
    List<Kpi> kpis = new ArrayList<>();
    Columns columns = new Columns(planned, inForce, round);
    kpis.add(
        columns.kpi(
            "overflows", "Thùng tràn dự kiến", "Expected overflows", "-", f -> f.overflows));
    kpis.add(columns.kpi("distance", "Quãng đường", "Distance", "km", f -> f.kilometres));
    kpis.add(columns.kpi("hours", "Giờ làm việc của xe", "Truck hours", "h", f -> f.hours));
    kpis.add(columns.kpi("cost", "Chi phí", "Cost", "VND", f -> Math.rint(f.cost)));
    kpis.add(columns.kpi("fuel", "Dầu diesel", "Diesel", "l", f -> f.litres));
    kpis.add(columns.kpi("emissions", "CO2", "CO2", "kg CO2", f -> f.co2));
    kpis.add(columns.kpi("trucks", "Số xe", "Trucks", "-", f -> f.trucks));
    kpis.add(
        columns.kpi("containers", "Thùng thu gom", "Containers collected", "-", f -> f.containers));
    kpis.add(columns.kpi("collected", "Khối lượng", "Waste collected", "t", f -> f.tonnes));
    kpis.add(
        columns.kpi(
            "costPerTonne", "Chi phí mỗi tấn", "Cost per tonne", "VND/t", f -> f.costPerTonne()));
    return kpis;
  }

  private double costPerTonne() {
    return tonnes > 0 ? Math.rint(cost / tonnes) : 0;
  }

  private record Columns(
      CollectionFigures planned, Optional<CollectionFigures> inForce, CollectionFigures round) {
    Kpi kpi(
        String key, String vi, String en, String unit, ToDoubleFunction<CollectionFigures> figure) {
      return new Kpi(
          key,
          new Localized(vi, en),
          unit,
          rounded(figure.applyAsDouble(planned)),
          inForce
              .map(now -> OptionalDouble.of(rounded(figure.applyAsDouble(now))))
              .orElse(OptionalDouble.empty()),
          OptionalDouble.of(rounded(figure.applyAsDouble(round))));
    }

    private static double rounded(double value) {
      return Math.rint(value * 100) / 100;
    }
  }
}
