package city.nhip.engine.planning.signals;

import city.nhip.engine.city.Localized;
import city.nhip.engine.files.JsonFile;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.PlanningContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A zone's signals as the city's file has them, to be put under any traffic. */
public final class ZoneSignals {
  private final List<SignalSites.Site> sites;
  private final TrafficMix traffic;
  private final CityNetwork network;
  private final List<Intersection> intersections;
  private final List<Localized> notes;

  ZoneSignals(
      List<SignalSites.Site> sites,
      TrafficMix traffic,
      CityNetwork network,
      List<Intersection> intersections,
      List<Localized> notes) {
    this.sites = List.copyOf(sites);
    this.traffic = traffic;
    this.network = network;
    this.intersections = List.copyOf(intersections);
    this.notes = List.copyOf(notes);
  }

  /**
   * On dry streets, without incidents; turning shares and saturation flows as the detectors tell
   * them.
   *
   * @throws CannotPlan where the zone has no signals
   */
  public static ZoneSignals calibrated(PlanningContext context) {
    SignalSites file =
        JsonFile.read(context.city().folder().resolve(SignalsDomain.SITES), SignalSites.class);
    Calibration calibration = Calibration.of(context, file, sites(file, context.scope()));
    List<SignalSites.Site> sites = calibration.sites();
    return new ZoneSignals(
        sites,
        file.traffic(),
        new CityNetwork(sites, approach -> 1, Set.of()),
        sites.stream()
            .map(site -> CityIntersections.of(site, file.walkingSpeedMetresPerSecond(), Set.of()))
            .toList(),
        CalibrationNotes.of(calibration));
  }

  static List<SignalSites.Site> sites(SignalSites file, String zone) {
    List<SignalSites.Site> sites =
        file.intersections().stream().filter(site -> site.zone().equals(zone)).toList();
    if (sites.isEmpty()) {
      throw new CannotPlan(
          new Localized(
              "Khu vực này không có nút đèn tín hiệu.",
              "This zone has no signalised intersection."));
    }
    return sites;
  }

  /** What rests on counts, and what is as configured. */
  public List<Localized> notes() {
    return notes;
  }

  /** In the file's order, site after site. */
  public List<SignalSites.Approach> approaches() {
    return sites.stream().flatMap(site -> site.approaches().stream()).toList();
  }

  public List<Intersection> intersections() {
    return intersections;
  }

  /** Their fixed plans, one an intersection. */
  public List<Timing> today() {
    return intersections.stream().map(Intersection::today).toList();
  }

  /** Passenger car units of one counted vehicle. */
  public double unitsPerVehicle() {
    return traffic.unitsPerVehicle();
  }

  /**
   * @param approach {@code <intersection>:<side>}
   */
  double unitsPerVehicle(String approach) {
    return traffic.unitsPerVehicle(approach);
  }

  /**
   * The network under traffic that changes from span to span; who is under way stays so.
   *
   * @param spans vehicles an hour by approach, one map a span, one at least
   * @param begin second of the local day
   * @param seconds of each span, positive
   */
  public SignalNetwork network(List<Map<String, Double>> spans, int begin, int seconds) {
    Map<List<Integer>, Integer> routes = new LinkedHashMap<>();
    List<SignalNetwork.Trip> trips = new ArrayList<>();
    for (int span = 0; span < spans.size(); span++) {
      int from = begin + span * seconds;
      CityTrips some =
          CityTrips.of(sites, network, traffic.units(spans.get(span)), from, from + seconds);
      for (SignalNetwork.Trip trip : some.trips()) {
        List<Integer> route = some.routes().get(trip.route());
        Integer known = routes.putIfAbsent(route, routes.size());
        trips.add(
            new SignalNetwork.Trip(known == null ? routes.size() - 1 : known, trip.departs()));
      }
    }
    return new SignalNetwork(
        network.links,
        network.movements,
        intersections,
        List.copyOf(routes.keySet()),
        trips,
        SignalNetwork.Driving.USUAL,
        false,
        begin,
        begin + spans.size() * seconds);
  }

  CityNetwork lanes() {
    return network;
  }

  List<SignalSites.Site> sites() {
    return sites;
  }
}
