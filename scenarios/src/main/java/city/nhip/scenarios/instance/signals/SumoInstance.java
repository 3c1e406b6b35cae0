package city.nhip.scenarios.instance.signals;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.SignalNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A SUMO network and demand, read as a signal-timing problem. */
public final class SumoInstance {
  private SumoInstance() {}

  /**
   * @param begin second of the day; vehicles due before it are left out, as SUMO does
   * @param end second of the day, after {@code begin}
   * @throws BadFile when a file is missing, malformed, or names what the other does not know
   */
  public static SignalNetwork read(Path netFile, Path routesFile, int begin, int end) {
    SumoNet net = SumoNet.read(netFile);
    SumoDemand demand = SumoDemand.read(routesFile);
    SumoRouter router = new SumoRouter(net);
    List<SumoDemand.Vehicle> due = new ArrayList<>();
    for (SumoDemand.Vehicle vehicle : demand.vehicles) {
      if (vehicle.departs() >= begin && vehicle.departs() < end) {
        due.add(vehicle);
      }
    }
    if (due.isEmpty()) {
      throw new BadFile(
          routesFile,
          "",
          "no vehicle departs from %d s to %d s. Correct --begin and --end.".formatted(begin, end));
    }
    SumoDriving driving = SumoDriving.of(due);
    SumoLanes lanes = SumoLanes.of(net, driving);
    List<Intersection> sites = SumoPrograms.intersections(net, lanes);
    Map<List<Integer>, Integer> routes = new LinkedHashMap<>();
    List<SignalNetwork.Trip> trips = new ArrayList<>();
    for (SumoDemand.Vehicle vehicle : due) {
      List<Integer> route = route(vehicle, net, router, lanes, routesFile);
      Integer known = routes.putIfAbsent(route, routes.size());
      trips.add(
          new SignalNetwork.Trip(
              known == null ? routes.size() - 1 : known, (int) Math.floor(vehicle.departs())));
    }
    return new SignalNetwork(
        lanes.links,
        lanes.movements,
        sites,
        List.copyOf(routes.keySet()),
        trips,
        driving.driving(),
        false,
        begin,
        end);
  }

  /**
   * @return the full hour of the day in which most vehicles depart, the earliest of several
   * @throws BadFile when the file is missing or malformed
   */
  public static int busiestHour(Path routesFile) {
    Map<Integer, Integer> hours = new TreeMap<>();
    for (SumoDemand.Vehicle vehicle : SumoDemand.read(routesFile).vehicles) {
      hours.merge((int) (vehicle.departs() / 3600), 1, Integer::sum);
    }
    return Collections.max(
            hours.entrySet(),
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .getKey();
  }

  private static List<Integer> route(
      SumoDemand.Vehicle vehicle,
      SumoNet net,
      SumoRouter router,
      SumoLanes lanes,
      Path routesFile) {
    for (String edge : vehicle.edges()) {
      if (!net.edges.containsKey(edge)) {
        throw wrong(
            vehicle, routesFile, "edge %s is not in the network. Correct it.".formatted(edge));
      }
    }
    List<String> way = vehicle.edges();
    if (vehicle.whole()) {
      for (int i = 1; i < way.size(); i++) {
        if (!router.joins(way.get(i - 1), way.get(i))) {
          throw wrong(
              vehicle,
              routesFile,
              "no connection leads from %s to %s. Correct the route."
                  .formatted(way.get(i - 1), way.get(i)));
        }
      }
    } else {
      way =
          router
              .find(way)
              .orElseThrow(
                  () ->
                      wrong(
                          vehicle,
                          routesFile,
                          "there is no way along %s. Correct the trip."
                              .formatted(String.join(" ", vehicle.edges()))));
    }
    List<Integer> route = new ArrayList<>();
    Map<String, Integer> index = lanes.linkIndex;
    for (String edge : way) {
      Integer link = index.get(edge);
      if (link == null) {
        throw wrong(vehicle, routesFile, "cars may not use edge %s. Correct it.".formatted(edge));
      }
      route.add(link);
    }
    return route;
  }

  private static BadFile wrong(SumoDemand.Vehicle vehicle, Path file, String problem) {
    return new BadFile(
        file, "line " + vehicle.line(), "vehicle %s: %s".formatted(vehicle.id(), problem));
  }
}
