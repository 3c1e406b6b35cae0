package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The traffic as it may also come: every vehicle a little earlier or later, and some more or fewer
 * of them. A plan that is good on all of them is good, not lucky.
 */
final class DemandSamples {
  private static final long SEED = 7;

  /** Vehicles come up to this much earlier or later. Seconds. */
  private static final int EARLIER_OR_LATER = 3;

  private static final double[] LEVELS = {1.0, 1.0, 1.07, 1.0, 0.95, 1.07};

  private final List<QueueModel> models = new ArrayList<>();

  DemandSamples(SignalNetwork network) {
    Random random = new Random(SEED);
    for (double level : LEVELS) {
      models.add(new QueueModel(network.with(sample(network, level, random))));
    }
  }

  private static List<SignalNetwork.Trip> sample(
      SignalNetwork network, double level, Random random) {
    List<SignalNetwork.Trip> trips = new ArrayList<>();
    for (SignalNetwork.Trip trip : network.trips()) {
      int copies = (int) (level + random.nextDouble());
      for (int copy = 0; copy < copies; copy++) {
        int moved = trip.departs() + random.nextInt(2 * EARLIER_OR_LATER + 1) - EARLIER_OR_LATER;
        int within = Math.max(network.begin(), Math.min(network.end() - 1, moved));
        trips.add(new SignalNetwork.Trip(trip.route(), within));
      }
    }
    return trips;
  }

  /**
   * @return mean of the costs over the samples, the worst counted twice: what gridlocks on one of
   *     them is no plan
   */
  double cost(List<Timing> plan) {
    double sum = 0;
    double worst = 0;
    for (QueueModel model : models) {
      double cost = model.play(plan).cost();
      sum += cost;
      worst = Math.max(worst, cost);
    }
    return (sum + worst) / (models.size() + 1);
  }
}
