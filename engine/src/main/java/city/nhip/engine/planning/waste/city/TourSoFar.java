package city.nhip.engine.planning.waste.city;

import city.nhip.engine.planning.waste.Truck;
import city.nhip.engine.planning.waste.city.WasteArtefact.Activity;
import city.nhip.engine.planning.waste.city.WasteFleet.DisposalSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a truck has done of its shift: fixed, whatever is planned now. The field carries a plan out
 * as planned until it says otherwise.
 *
 * @param started when it left the depot; empty while it stands there
 * @param done in order, the one that it is on its way to included
 * @param brokenAt since when it is out of service
 */
record TourSoFar(
    WasteFleet.Truck truck,
    Optional<Instant> started,
    List<Activity> done,
    Optional<Instant> brokenAt) {
  TourSoFar {
    done = done.stream().map(TourSoFar::fixed).toList();
  }

  static TourSoFar inDepot(WasteFleet.Truck truck, Optional<Instant> brokenAt) {
    return new TourSoFar(truck, Optional.empty(), List.of(), brokenAt);
  }

  /** The part of a tour that the truck has done, or is on its way to. */
  static TourSoFar of(
      WasteFleet.Truck truck, WasteArtefact.Tour tour, Instant now, Optional<Instant> brokenAt) {
    List<Activity> done = new ArrayList<>();
    Instant free = Instant.parse(tour.start());
    for (Activity one : tour.visits()) {
      Instant depart = Instant.parse(one.depart());
      boolean begun = brokenAt.isPresent() ? !depart.isAfter(brokenAt.get()) : !free.isAfter(now);
      if (!begun) {
        break;
      }
      done.add(one);
      free = depart;
    }
    boolean homeward =
        brokenAt.isEmpty() && done.size() == tour.visits().size() && !free.isAfter(now);
    if (homeward && !done.isEmpty() && !last(done).kind().equals(WasteArtefact.DEPOT)) {
      done.add(home(tour));
    }
    Instant started = Instant.parse(tour.start());
    return done.isEmpty() || started.isAfter(now)
        ? inDepot(truck, brokenAt)
        : new TourSoFar(truck, Optional.of(started), done, brokenAt);
  }

  private static Activity home(WasteArtefact.Tour tour) {
    int before = tour.visits().stream().mapToInt(Activity::metres).sum();
    return new Activity(
        WasteArtefact.DEPOT,
        "",
        tour.end(),
        tour.end(),
        tour.end(),
        tour.metres() - before,
        tour.wayBack(),
        0,
        0,
        0,
        true);
  }

  /** Whether the truck is back at the depot, or on its way there. */
  boolean home() {
    return !done.isEmpty() && last(done).kind().equals(WasteArtefact.DEPOT);
  }

  Activity last() {
    return last(done);
  }

  private static Activity last(List<Activity> of) {
    return of.get(of.size() - 1);
  }

  private static Activity fixed(Activity one) {
    return new Activity(
        one.kind(),
        one.at(),
        one.arrive(),
        one.start(),
        one.depart(),
        one.metres(),
        one.way(),
        one.litres(),
        one.kilograms(),
        one.onBoardLitres(),
        true);
  }

  int metres() {
    return done.stream().mapToInt(Activity::metres).sum();
  }

  int drivingSeconds() {
    int driving = 0;
    Instant free = started.orElse(Instant.EPOCH);
    for (Activity one : done) {
      driving += (int) (Instant.parse(one.arrive()).getEpochSecond() - free.getEpochSecond());
      free = Instant.parse(one.depart());
    }
    return driving;
  }

  boolean rested() {
    return done.stream().anyMatch(one -> one.kind().equals(WasteArtefact.BREAK));
  }

  /** Where the truck goes on from. */
  Truck.Start start(CityWaste city, CollectionDay day, Instant earliest) {
    int compartments = truck.compartments().size();
    int[] litres = new int[compartments];
    int[] kilograms = new int[compartments];
    int node = city.depotNode();
    for (Activity one : done) {
      if (one.kind().equals(WasteArtefact.COLLECT)) {
        int container = city.indexOf(one.at());
        node = city.containerNode(container);
        int into = compartment(city.containers().containers().get(container).stream());
        litres[into] += one.litres();
        kilograms[into] += one.kilograms();
      } else if (one.kind().equals(WasteArtefact.TIP)) {
        int site = city.siteOf(one.at());
        node = city.siteNode(site);
        empty(city.fleet().disposalSites().get(site), litres, kilograms);
      } else if (one.kind().equals(WasteArtefact.DEPOT)) {
        node = city.depotNode();
      }
    }
    Instant free = done.isEmpty() ? earliest : Instant.parse(last(done).depart());
    boolean waits = home() && free.isBefore(earliest);
    return new Truck.Start(
        node,
        day.second(waits ? earliest : free),
        list(litres),
        list(kilograms),
        drivingSeconds(),
        rested());
  }

  private void empty(DisposalSite site, int[] litres, int[] kilograms) {
    for (int c = 0; c < litres.length; c++) {
      if (truck.compartments().get(c).streams().stream().anyMatch(site.streams()::contains)) {
        litres[c] = 0;
        kilograms[c] = 0;
      }
    }
  }

  /**
   * @throws IllegalArgumentException when no compartment takes the stream
   */
  private int compartment(String stream) {
    for (int c = 0; c < truck.compartments().size(); c++) {
      if (truck.compartments().get(c).streams().contains(stream)) {
        return c;
      }
    }
    throw new IllegalArgumentException(
        "Truck %s takes no %s, but the plan in force loads it.".formatted(truck.id(), stream));
  }

  private static List<Integer> list(int[] values) {
    List<Integer> list = new ArrayList<>();
    for (int value : values) {
      list.add(value);
    }
    return list;
  }
}
