package city.nhip.engine.planning.waste.city;

import city.nhip.engine.planning.waste.Congestion;
import city.nhip.engine.planning.waste.DisposalSite;
import city.nhip.engine.planning.waste.Matrix;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.TableMatrix;
import city.nhip.engine.planning.waste.Truck;
import city.nhip.engine.planning.waste.WasteProblem;
import city.nhip.engine.planning.waste.Window;
import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a city's containers and fleet in the words of the planning model: metres, seconds, VND.
 */
final class CollectionModel {
  private static final double HOUR = 3_600;
  private static final double THOUSAND = 1_000;

  private final CityWaste city;
  private final CollectionDay day;
  private final Instant collected;
  private final double slowdown;

  CollectionModel(CityWaste city, CollectionDay day, Instant collected, double slowdown) {
    this.city = city;
    this.day = day;
    this.collected = collected;
    this.slowdown = slowdown;
  }

  /**
   * @param tours those that still go out, one a truck of the model
   * @param earliest before which no truck leaves the depot
   * @param habits the truck that usually comes, by container id, index in {@code tours}
   * @param changeCost VND where another one comes
   */
  WasteProblem problem(
      List<DueContainer> stops,
      List<TourSoFar> tours,
      Instant earliest,
      Map<String, Integer> habits,
      long changeCost) {
    return new WasteProblem(
        "city",
        stops.stream().map(one -> stop(one, tours, habits, changeCost)).toList(),
        tours.stream().map(tour -> truck(tour, earliest)).toList(),
        sites(),
        city.profiles().matrices().stream().map(this::matrix).toList(),
        Congestion.NONE);
  }

  private Stop stop(
      DueContainer due, List<TourSoFar> tours, Map<String, Integer> habits, long changeCost) {
    Container it = due.container();
    int litres = due.litresAt(collected);
    List<Integer> able = new ArrayList<>();
    for (int t = 0; t < tours.size(); t++) {
      if (city.mayCome(tours.get(t).truck(), due.index())) {
        able.add(t);
      }
    }
    // where nobody may come, one is named that does not exist: none would let all come
    List<Integer> trucks =
        able.size() == tours.size() ? List.of() : able.isEmpty() ? List.of(tours.size()) : able;
    Integer habit = habits.get(it.id());
    return new Stop(
        it.id(),
        city.containerNode(due.index()),
        city.streamIndex(it.stream()),
        litres,
        kilograms(it, litres),
        it.serviceSeconds(),
        day.windows(it.access()),
        trucks,
        Optional.of(new Stop.Skip(due.penalty(), leavingCost(due, kilograms(it, litres)))),
        habit == null ? Optional.empty() : Optional.of(new Stop.Habit(habit, changeCost)));
  }

  /** VND: its risk, and the fee of tipping it later; nothing where it is at no risk. */
  private long leavingCost(DueContainer due, int kilograms) {
    double risk = due.risk();
    double overflow = city.fleet().prices().overflow().value();
    return risk == 0
        ? 0
        : Math.round(risk * overflow + kilograms * leastFee(due.container().stream()) / THOUSAND);
  }

  /** VND a tonne: owed whenever the waste is collected. */
  private long leastFee(String stream) {
    return city.fleet().disposalSites().stream()
        .filter(site -> site.streams().contains(stream))
        .mapToLong(WasteFleet.DisposalSite::feePerTonne)
        .min()
        .orElse(0);
  }

  int kilograms(Container container, int litres) {
    return (int)
        Math.ceil(litres * city.containers().stream(container.stream()).kilogramsPerLitre());
  }

  private Truck truck(TourSoFar tour, Instant earliest) {
    WasteFleet.Truck it = tour.truck();
    Window shift = day.window(it.shift());
    Instant leaves = day.instant(shift.from());
    Truck.Start start = tour.start(city, day, leaves.isAfter(earliest) ? leaves : earliest);
    WasteFleet.Prices prices = city.fleet().prices();
    return new Truck(
        it.id(),
        start,
        city.depotNode(),
        it.compartments().stream()
            .map(one -> new Truck.Compartment(streams(one.streams()), one.litres()))
            .toList(),
        it.kilograms(),
        new Truck.Shift(
            shift.to(),
            Truck.UNLIMITED,
            60 * city.fleet().work().longestDrivingMinutes(),
            rest(shift, start, tour)),
        Truck.DayLimits.NONE,
        new Truck.Prices(
            tour.started().isPresent() ? 0 : Math.round(prices.truckPerShift().value()),
            Math.round(it.litresPerKilometre() * prices.dieselPerLitre().value() / THOUSAND),
            Math.round(prices.crewPerHour().value() / HOUR),
            0),
        city.profileOf(it));
  }

  private Optional<Truck.Rest> rest(Window shift, Truck.Start start, TourSoFar tour) {
    WasteFleet.Work work = city.fleet().work();
    int began = tour.started().map(day::second).orElse(start.time());
    boolean longShift = shift.to() - began > 60 * work.breakAfterMinutes();
    if (start.rested() || !longShift) {
      return Optional.empty();
    }
    Window hours = day.window(work.breakHours());
    return Optional.of(
        new Truck.Rest(
            new Window(hours.from(), Math.max(hours.to(), start.time())),
            60 * work.breakMinutes(),
            Math.max(hours.from(), began + 60 * work.breakAfterMinutes())));
  }

  private List<DisposalSite> sites() {
    List<DisposalSite> sites = new ArrayList<>();
    for (WasteFleet.DisposalSite it : city.fleet().disposalSites()) {
      sites.add(
          new DisposalSite(
              it.id(),
              city.siteNode(sites.size()),
              streams(it.streams()),
              day.windows(List.of(it.open())),
              it.tippingSeconds(),
              0,
              Math.round(it.feePerTonne() / THOUSAND)));
    }
    return sites;
  }

  private Matrix matrix(TravelMatrix ways) {
    int[] seconds = ways.seconds().clone();
    for (int way = 0; way < seconds.length; way++) {
      seconds[way] = (int) Math.round(seconds[way] * slowdown);
    }
    return new TableMatrix(ways.size(), ways.metres(), seconds);
  }

  private Set<Integer> streams(List<String> ids) {
    Set<Integer> streams = new HashSet<>();
    ids.forEach(id -> streams.add(city.streamIndex(id)));
    return streams;
  }

  /** The truck of each container in a plan, index in {@code tours}. */
  static Map<String, Integer> habits(WasteArtefact plan, List<TourSoFar> tours) {
    Map<String, Integer> habits = new HashMap<>();
    for (WasteArtefact.Tour tour : plan.trucks()) {
      for (int t = 0; t < tours.size(); t++) {
        if (tours.get(t).truck().id().equals(tour.truck())) {
          for (WasteArtefact.Activity one : tour.visits()) {
            if (one.kind().equals(WasteArtefact.COLLECT)) {
              habits.put(one.at(), t);
            }
          }
        }
      }
    }
    return habits;
  }
}
