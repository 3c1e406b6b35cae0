package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import java.time.Instant;
import java.util.List;

/**
 * What a city's collection plan stands for beyond the planning model.
 *
 * @param validity from now to the last shift's end
 * @param earliest before which no truck leaves the depot
 * @param collected when containers are collected in the middle, for their expected load
 * @param containers all of the city, in the file's order
 * @param stops the container of each stop of the model, index in {@code containers}
 * @param tours all of the fleet, in the file's order
 * @param trucks the tour of each truck of the model, index in {@code tours}
 * @param slowdown factor on travel times
 * @param notes what was assumed when the problem was built
 */
record CollectionSetting(
    String scope,
    CollectionDay day,
    TimeWindow validity,
    Instant earliest,
    Instant collected,
    CityWaste city,
    List<DueContainer> containers,
    List<Integer> stops,
    List<TourSoFar> tours,
    List<Integer> trucks,
    double slowdown,
    List<Localized> notes) {
  CollectionSetting {
    containers = List.copyOf(containers);
    stops = List.copyOf(stops);
    tours = List.copyOf(tours);
    trucks = List.copyOf(trucks);
    notes = List.copyOf(notes);
  }

  DueContainer ofStop(int stop) {
    return containers.get(stops.get(stop));
  }

  /**
   * @return the stop of a container, -1 where it is none
   */
  int stopOf(String container) {
    for (int stop = 0; stop < stops.size(); stop++) {
      if (ofStop(stop).container().id().equals(container)) {
        return stop;
      }
    }
    return -1;
  }

  CollectionSetting withStops(List<Integer> others) {
    return new CollectionSetting(
        scope,
        day,
        validity,
        earliest,
        collected,
        city,
        containers,
        others,
        tours,
        trucks,
        slowdown,
        notes);
  }

  TourSoFar ofTruck(int truck) {
    return tours.get(trucks.get(truck));
  }
}
