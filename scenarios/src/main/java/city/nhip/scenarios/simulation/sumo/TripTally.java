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
 * @param gridlocked whether in the last ten minutes less than half of the usual number arrived,
 *     while those still on their way stood for most of it; never of less than {@value
 *     #LEAST_SECONDS} s, in which nobody can tell
 */
public record TripTally(
    int due, int arrived, double delaySeconds, List<String> liftedOut, boolean gridlocked) {
  /** Of a shorter period nothing tells whether traffic has come to a stand. */
  public static final int LEAST_SECONDS = 600;

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
    Counted all = new Counted(scenario.end() - scenario.begin());
    SumoTrips.read(file, trip -> all.add(trip, scenario.end()));
    List<String> liftedOut = liftedOut(warnings(file));
    Files.delete(file);
    Files.delete(warnings(file));
    return new TripTally(all.due, all.arrived, all.delay, liftedOut, all.gridlocked());
  }

  private static final class Counted {
    private final int period;
    private final int last;
    private int due;
    private int arrived;
    private int arrivedLast;
    private double delay;

    /** Of those still on their way: since they were due, and how much of it they lost. */
    private double underWay;

    private double lost;

    Counted(int period) {
      this.period = period;
      last = Math.min(LAST_SECONDS, period / 3);
    }

    void add(SumoTrips.Trip trip, int end) {
      double loss = trip.timeLoss() + trip.departDelay();
      due++;
      delay += loss;
      if (trip.arrived()) {
        arrived++;
        arrivedLast += trip.arrival() >= end - last ? 1 : 0;
      } else {
        underWay += trip.duration() + trip.departDelay();
        lost += loss;
      }
    }

    boolean gridlocked() {
      double usual = (double) due * last / period;
      return period >= LEAST_SECONDS && arrivedLast < usual / 2 && lost > underWay / 2;
    }
  }
}
