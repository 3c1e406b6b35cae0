package city.nhip.scenarios.simulation.sumo;

import city.nhip.scenarios.instance.signals.SumoTrips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one run did to every vehicle due: arrived, still driving, or never let in.
 *
 * @param delaySeconds time lost on the way and before departure, summed
 * @param liftedOut lanes of the vehicles lifted out after standing still for too long, in order,
 *     where the run does so
 * @param gridlocked whether in the last ten minutes less than half of the usual number arrived
 */
public record TripTally(
    int due, int arrived, double delaySeconds, List<String> liftedOut, boolean gridlocked) {
  private static final int LAST_SECONDS = 600;
  private static final Pattern LIFTED_OUT =
      Pattern.compile("Teleporting vehicle .*waited too long.*, lane='([^']+)'");

  /** Mean delay of a vehicle due, seconds. */
  public double delay() {
    return delaySeconds / Math.max(1, due);
  }

  /** SUMO's warnings of the run whose vehicles are written to a file. */
  static Path warnings(Path trips) {
    return trips.resolveSibling(trips.getFileName() + ".warnings");
  }

  private static List<String> liftedOut(Path warnings) throws IOException {
    try (Stream<String> lines = Files.lines(warnings)) {
      return lines
          .map(LIFTED_OUT::matcher)
          .filter(Matcher::find)
          .map(found -> found.group(1))
          .toList();
    }
  }

  /** Reads what a run has written, and deletes it. */
  static TripTally take(Path file, SumoScenario scenario) throws IOException {
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
    List<String> liftedOut = liftedOut(warnings(file));
    Files.delete(file);
    Files.delete(warnings(file));
    return new TripTally(count[0], count[1], delay[0], liftedOut, count[2] < usual / 2);
  }
}
