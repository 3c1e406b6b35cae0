package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The traffic as it may also come: every vehicle a little earlier or later, and some more or fewer
 * of them. A plan that is good on all of them is good, not lucky. For one thread.
 */
final class DemandSamples {
  private static final long SEED = 7;

  /** Vehicles come up to this much earlier or later. Seconds. */
  private static final int EARLIER_OR_LATER = 3;

  private static final double[] FINAL = {1.0, 1.0, 1.07, 1.0, 0.95, 1.07};
  private static final int MOST_IN_SEARCH = 4;

  /** A search tries a plan on so many samples that about this many streets are driven along. */
  private static final int STREETS_IN_SEARCH = 40_000;

  private final List<QueueModel> models = new ArrayList<>();

  private DemandSamples() {}

  /** The demand as given, and where the network is small some samples of it beside. */
  static DemandSamples forSearch(LaneGraph graph) {
    long streets = IntStream.of(graph.tripRoute).mapToLong(r -> graph.choices[r].length).sum();
    long plays = Math.min(MOST_IN_SEARCH, STREETS_IN_SEARCH / Math.max(1, streets));
    DemandSamples samples = new DemandSamples();
    samples.models.add(new QueueModel(graph));
    Random random = new Random(SEED + 1);
    for (int sample = 1; sample < plays; sample++) {
      samples.add(graph.network, 1, random);
    }
    return samples;
  }

  /** Others than those of the search: more, fewer, and other moments. */
  static DemandSamples forFinal(SignalNetwork network) {
    DemandSamples samples = new DemandSamples();
    Random random = new Random(SEED);
    for (double level : FINAL) {
      samples.add(network, level, random);
    }
    return samples;
  }

  private void add(SignalNetwork network, double level, Random random) {
    models.add(new QueueModel(network.with(sample(network, level, random))));
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

  /** The mean of what a plan does to the samples. */
  Outcome play(List<Timing> plan) {
    return Outcome.mean(models.stream().map(model -> model.play(plan)).toList());
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
