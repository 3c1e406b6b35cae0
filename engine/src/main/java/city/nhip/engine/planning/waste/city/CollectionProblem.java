package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.waste.WastePlan;
import city.nhip.engine.planning.waste.WasteProblem;
import city.nhip.engine.planning.waste.Window;
import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds the problem of one evening, or of what is left of it. */
final class CollectionProblem {
  /** A new plan reaches the trucks no sooner. */
  private static final Duration LEAD = Duration.ofMinutes(5);

  /** VND for sending a truck where another one was expected. */
  private static final long CHANGE_IN_SHIFT = 30_000;

  private static final long CHANGE_OF_HABIT = 3_000;

  private final PlanningContext context;
  private final CityWaste city;
  private final WasteFindings findings;
  private final CollectionDay day;

  private CollectionProblem(PlanningContext context) {
    this.context = context;
    this.findings = WasteFindings.of(context);
    this.city = CityWaste.read(context.city(), findings.closed());
    this.day =
        CollectionDay.of(
            city.fleet().trucks().stream().map(WasteFleet.Truck::shift).toList(),
            context.now(),
            context.city().timeZone());
  }

  /**
   * @throws CannotPlan where the readings are too old or too few, no truck is left, or nothing is
   *     due
   */
  static CollectionPlan of(PlanningContext context) {
    CollectionProblem problem = new CollectionProblem(context);
    FillForecast forecast = problem.forecast(context.city());
    Optional<WasteArtefact> inForce = context.planInForce().flatMap(CollectionProblem::readable);
    try {
      return problem.plan(forecast, inForce);
    } catch (IllegalArgumentException unfit) {
      if (inForce.isEmpty()) {
        throw unfit;
      }
      return problem.plan(forecast, Optional.empty()); // the city's files changed under it
    }
  }

  private static Optional<WasteArtefact> readable(byte[] bytes) {
    try {
      return Optional.of(WasteArtefact.read(bytes));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private FillForecast forecast(City where) {
    return FillForecast.of(
        where, city.containers().containers(), context.readings(), context.now());
  }

  private CollectionPlan plan(FillForecast forecast, Optional<WasteArtefact> inForce) {
    List<TourSoFar> tours = tours(inForce);
    List<Integer> trucks = new ArrayList<>();
    for (int t = 0; t < tours.size(); t++) {
      if (tours.get(t).brokenAt().isEmpty()) {
        trucks.add(t);
      }
    }
    List<TourSoFar> going = trucks.stream().map(tours::get).toList();
    if (going.isEmpty()) {
      throw new CannotPlan(new Localized("Không còn xe nào hoạt động.", "No truck is in service."));
    }
    Instant earliest = context.now().plus(LEAD);
    Instant collected = later(earliest, middle(day));
    List<DueContainer> containers = containers(forecast, tours);
    List<Integer> stops = new ArrayList<>();
    for (int c = 0; c < containers.size(); c++) {
      if (containers.get(c).due()) {
        stops.add(c);
      }
    }
    if (stops.isEmpty()) {
      throw new CannotPlan(
          new Localized(
              "Không thùng nào cần thu gom trước lần kế tiếp.",
              "No container needs to be collected before the next time."));
    }
    Map<String, Integer> habits =
        inForce.map(plan -> CollectionModel.habits(plan, going)).orElse(Map.of());
    boolean running = tours.stream().anyMatch(tour -> tour.started().isPresent());
    WasteProblem problem =
        new CollectionModel(city, day, collected, findings.slowdown())
            .problem(
                stops.stream().map(containers::get).toList(),
                going,
                earliest,
                habits,
                running ? CHANGE_IN_SHIFT : CHANGE_OF_HABIT);
    CollectionSetting setting =
        new CollectionSetting(
            context.scope(),
            day,
            new TimeWindow(context.now(), lastEnd()),
            earliest,
            collected,
            city,
            containers,
            stops,
            tours,
            trucks,
            findings.slowdown(),
            CollectionNotes.of(city, containers, tours, findings));
    CollectionPlan empty = new CollectionPlan(setting, WastePlan.of(problem));
    return inForce.map(plan -> empty.with(PublishedTours.orders(plan, setting))).orElse(empty);
  }

  private List<TourSoFar> tours(Optional<WasteArtefact> inForce) {
    Optional<WasteArtefact> today =
        inForce.filter(plan -> plan.date().equals(day.date().toString()));
    return city.fleet().trucks().stream()
        .map(
            truck ->
                today
                    .flatMap(
                        plan ->
                            plan.trucks().stream()
                                .filter(tour -> tour.truck().equals(truck.id()))
                                .findFirst())
                    .map(tour -> soFar(truck, tour))
                    .orElseGet(() -> TourSoFar.inDepot(truck, findings.findBroken(truck.id()))))
        .toList();
  }

  /** Who was out of service in the plan in force stays so for this shift. */
  private TourSoFar soFar(WasteFleet.Truck truck, WasteArtefact.Tour tour) {
    Optional<Instant> broken =
        tour.outOfService()
            ? Optional.of(Instant.parse(tour.end()))
            : findings.findBroken(truck.id());
    return TourSoFar.of(truck, tour, context.now(), broken);
  }

  private List<DueContainer> containers(FillForecast forecast, List<TourSoFar> tours) {
    Set<String> done =
        tours.stream()
            .flatMap(tour -> tour.done().stream())
            .filter(one -> one.kind().equals(WasteArtefact.COLLECT))
            .map(WasteArtefact.Activity::at)
            .collect(Collectors.toSet());
    Instant next = middle(new CollectionDay(day.date().plusDays(1), day.zone()));
    List<DueContainer> containers = new ArrayList<>();
    for (Container one : city.containers().containers()) {
      containers.add(
          new DueContainer(
              one,
              containers.size(),
              findings.raised(forecast.get(one.id()), one.zone()),
              findings.urgent().containsKey(one.id()),
              forecast.turns().contains(one.id()),
              next,
              findings.blocked(one),
              done.contains(one.id())));
    }
    return containers;
  }

  /** In the middle of the first truck's shift a container is collected, on the whole. */
  private Instant middle(CollectionDay of) {
    Window shift = of.window(city.fleet().trucks().get(0).shift());
    return of.instant((shift.from() + shift.to()) / 2);
  }

  private Instant lastEnd() {
    return city.fleet().trucks().stream()
        .map(truck -> day.instant(day.window(truck.shift()).to()))
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
