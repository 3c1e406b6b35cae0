package city.nhip.scenarios.simulation.sumo;

import city.nhip.scenarios.instance.signals.SumoTrips;
import java.nio.file.Path;

/**
 * What one run did to every vehicle due: arrived, still driving, or never let in.
 *
 * @param delaySeconds time lost on the way and before departure, summed
 * @param gridlocked whether in the last ten minutes less than half of the usual number arrived
 */
public record TripTally(int due, int arrived, double delaySeconds, boolean gridlocked) {
  private static final int LAST_SECONDS = 600;

  /** Mean delay of a vehicle due, seconds. */
  public double delay() {
    return delaySeconds / Math.max(1, due);
  }

  static TripTally read(Path file, SumoScenario scenario) {
    int[] count = new int[3];
    double[] delay = new double[1];
    int last = Math.min(LAST_SECONDS, (scenario.end() - scenario.begin()) / 3);
    SumoTrips.read(
        file,
        trip -> {
          count[0]++;
          count[1] += trip.arrived() ? 1 : 0;
          count[2] += trip.arrived() && trip.arrival() >= scenario.end() - last ? 1 : 0;
          delay[0] += trip.timeLoss() + trip.departDelay();
        });
    double usual = (double) count[0] * last / (scenario.end() - scenario.begin());
    return new TripTally(count[0], count[1], delay[0], count[2] < usual / 2);
  }
}
