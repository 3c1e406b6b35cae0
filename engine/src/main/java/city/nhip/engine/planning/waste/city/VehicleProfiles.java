package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Roads;
import city.nhip.engine.city.VehicleSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Trucks to which the same streets are closed by their weight, height and width drive by one
 * matrix.
 *
 * @param matrices by profile; one where no street is closed to any truck, or the same are to all
 * @param ofTruck by truck of the fleet: its profile
 */
record VehicleProfiles(List<TravelMatrix> matrices, List<Integer> ofTruck) {
  VehicleProfiles {
    matrices = List.copyOf(matrices);
    ofTruck = List.copyOf(ofTruck);
  }

  static VehicleProfiles of(
      WasteFleet fleet, Roads roads, Set<String> closed, List<RoadTravel.Place> places) {
    List<Set<String>> known = new ArrayList<>();
    List<TravelMatrix> matrices = new ArrayList<>();
    List<Integer> ofTruck = new ArrayList<>();
    for (WasteFleet.Truck truck : fleet.trucks()) {
      Set<String> forbidden = roads.closedTo(truck.size().orElse(VehicleSize.UNKNOWN));
      int profile = known.indexOf(forbidden);
      if (profile < 0) {
        profile = known.size();
        known.add(forbidden);
        matrices.add(new RoadTravel(roads, fleet.travel(), closed, forbidden).between(places));
      }
      ofTruck.add(profile);
    }
    return new VehicleProfiles(matrices, ofTruck);
  }

  /** Places that no truck reaches over the streets, whatever its size. */
  Set<Integer> straight() {
    Set<Integer> straight = new TreeSet<>();
    matrices.forEach(matrix -> straight.addAll(matrix.straight()));
    return straight;
  }
}
