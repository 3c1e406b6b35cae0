package city.nhip.engine.planning.signals;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import java.util.List;

/**
 * What a plan for a city needs beyond its network.
 *
 * @param window when the plan is to hold; the queue model plays its first half hour
 * @param unitsPerVehicle passenger car units of one counted vehicle
 * @param notes what was assumed when the problem was built
 * @param usual what runs without a plan for the hour
 */
record CitySetting(
    String scope, TimeWindow window, double unitsPerVehicle, List<Localized> notes, Usual usual) {
  CitySetting {
    notes = List.copyOf(notes);
  }
}
