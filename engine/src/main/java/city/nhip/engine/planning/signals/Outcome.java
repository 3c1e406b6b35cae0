package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a plan does to the traffic, as the queue model plays it.
 *
 * @param delaySeconds vehicle-seconds behind free flow until the end, of every vehicle due: gone,
 *     driving, or not yet let in
 * @param stops how often a vehicle had to stop
 * @param blockedSeconds seconds for which a lane's first vehicle found no room downstream
 * @param swapsPermille pairs of vehicles that want each other's lane on a street too short to pass,
 *     1000 each where they come at once, less where one comes some seconds later: such pairs can
 *     stop a network for good
 * @param due vehicles due in the period
 * @param gone vehicles that left the network
 * @param driving vehicles inside at the end
 * @param waitingOutside vehicles due that found no room to enter
 * @param siteDelaySeconds the part of the delay before each intersection's signals
 */
public record Outcome(
    long delaySeconds,
    long stops,
    long blockedSeconds,
    long swapsPermille,
    int due,
    int gone,
    int driving,
    int waitingOutside,
    List<Long> siteDelaySeconds) {
  public Outcome {
    siteDelaySeconds = List.copyOf(siteDelaySeconds);
  }

  /** Rounded down, of one outcome at least. */
  static Outcome mean(List<Outcome> all) {
    if (all.size() == 1) {
      return all.get(0);
    }
    List<Long> sites = new ArrayList<>();
    for (int site = 0; site < all.get(0).siteDelaySeconds().size(); site++) {
      int it = site;
      sites.add(mean(all, outcome -> outcome.siteDelaySeconds().get(it)));
    }
    return new Outcome(
        mean(all, Outcome::delaySeconds),
        mean(all, Outcome::stops),
        mean(all, Outcome::blockedSeconds),
        mean(all, Outcome::swapsPermille),
        (int) mean(all, Outcome::due),
        (int) mean(all, Outcome::gone),
        (int) mean(all, Outcome::driving),
        (int) mean(all, Outcome::waitingOutside),
        sites);
  }

  private static long mean(List<Outcome> all, ToLongFunction<Outcome> of) {
    return all.stream().mapToLong(of).sum() / all.size();
  }

  /** What the search makes small: delay, and what stops and held lanes cost, in seconds. */
  public long cost() {
    return delaySeconds
        + SignalConstraints.SECONDS_A_STOP * stops
        + SignalConstraints.SECONDS_A_BLOCKED_SECOND * blockedSeconds
        + SignalConstraints.SECONDS_A_SWAP * swapsPermille / 1000;
  }
}
