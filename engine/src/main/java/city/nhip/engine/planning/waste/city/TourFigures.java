package city.nhip.engine.planning.waste.city;

import city.nhip.engine.planning.waste.CostKind;
import city.nhip.engine.planning.waste.Timeline;
import city.nhip.engine.planning.waste.Visit;
import java.util.List;

/**
 * What one truck's tour comes to from now to the shift's end.
 *
 * @param truck id
 * @param seconds that its crew is out
 * @param litres of diesel
 * @param cost VND: fuel, crew, truck, tipping
 * @param containers collected
 * @param tonnes collected
 */
record TourFigures(
    String truck,
    double metres,
    double seconds,
    double litres,
    double cost,
    int containers,
    double tonnes) {
  private static final double THOUSAND = 1_000;
  private static final double HOUR = 3_600;

  /** Of the trucks that go out. */
  static List<TourFigures> of(CollectionPlan plan) {
    return plan.plan().timelines().stream()
        .filter(line -> line.distance() > 0 || !line.visits().isEmpty())
        .map(line -> of(plan, line))
        .toList();
  }

  private static TourFigures of(CollectionPlan plan, Timeline line) {
    TourSoFar tour = plan.setting().ofTruck(line.truck());
    WasteFleet.Prices prices = plan.setting().city().fleet().prices();
    double seconds = line.end() - plan.plan().problem().trucks().get(line.truck()).start().time();
    double litres = line.distance() / THOUSAND * tour.truck().litresPerKilometre();
    double sent = tour.started().isPresent() ? 0 : prices.truckPerShift().value();
    List<Visit> stops =
        line.visits().stream().filter(visit -> visit.kind() == Visit.Kind.STOP).toList();
    return new TourFigures(
        tour.truck().id(),
        line.distance(),
        seconds,
        litres,
        litres * prices.dieselPerLitre().value()
            + seconds / HOUR * prices.crewPerHour().value()
            + sent
            + line.cost(CostKind.TIPPING),
        stops.size(),
        stops.stream()
                .mapToInt(visit -> plan.plan().problem().stops().get(visit.index()).mass())
                .sum()
            / THOUSAND);
  }
}
