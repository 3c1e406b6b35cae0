package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.SignalNetwork.Trip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Traffic as loops count it, as vehicles on routes: what leaves a street beyond what came into it
 * starts there, and each turns by the counted shares. Later counts weigh more than earlier ones.
 */
final class CountedDemand {
  private static final double KEPT = 0.4;
  private static final int LONGEST_ROUTE = 60;

  private final SignalNetwork network;
  private final double[] perHour;
  private final double[] enteringPerHour;
  private boolean first = true;

  CountedDemand(SignalNetwork network) {
    this.network = network;
    perHour = new double[network.movements().size()];
    enteringPerHour = new double[network.links().size()];
  }

  /**
   * @param crossed vehicles by movement
   * @param entered vehicles by link, where loops stand at its start
   */
  void add(int[] crossed, int[] entered, int seconds) {
    double kept = first ? 0 : KEPT;
    for (int m = 0; m < crossed.length; m++) {
      perHour[m] = kept * perHour[m] + (1 - kept) * 3600 * crossed[m] / seconds;
    }
    for (int link = 0; link < entered.length; link++) {
      enteringPerHour[link] =
          kept * enteringPerHour[link] + (1 - kept) * 3600 * entered[link] / seconds;
    }
    first = false;
  }

  /** The network with such vehicles in a period of so many seconds. */
  SignalNetwork network(int seconds, long seed) {
    double[] into = new double[enteringPerHour.length];
    double[] out = new double[enteringPerHour.length];
    for (int m = 0; m < perHour.length; m++) {
      out[network.movements().get(m).fromLink()] += perHour[m];
      into[network.movements().get(m).toLink()] += perHour[m];
    }
    Random random = new Random(seed);
    Map<List<Integer>, Integer> routes = new LinkedHashMap<>();
    List<Trip> trips = new ArrayList<>();
    for (int link = 0; link < out.length; link++) {
      double starts = enteringPerHour[link] > 0 ? enteringPerHour[link] : out[link] - into[link];
      if (starts < 1) {
        continue;
      }
      double at = 3600 / starts * random.nextDouble();
      while (at < seconds) {
        List<Integer> route = route(link, into, out, random);
        Integer known = routes.putIfAbsent(route, routes.size());
        trips.add(new Trip(known == null ? routes.size() - 1 : known, network.begin() + (int) at));
        at += 3600 / starts * -Math.log(1 - random.nextDouble());
      }
    }
    return network.with(
        List.copyOf(routes.keySet()), trips, network.begin(), network.begin() + seconds);
  }

  private List<Integer> route(int from, double[] into, double[] out, Random random) {
    List<Integer> route = new ArrayList<>(List.of(from));
    int link = from;
    while (route.size() < LONGEST_ROUTE) {
      boolean ends =
          out[link] <= 0
              || (route.size() > 1
                  && into[link] > out[link]
                  && random.nextDouble() > out[link] / into[link]);
      if (ends) {
        return route;
      }
      link = next(link, random.nextDouble() * out[link]);
      route.add(link);
    }
    return route;
  }

  private int next(int link, double share) {
    double rest = share;
    int last = link;
    for (int m = 0; m < perHour.length; m++) {
      SignalNetwork.Movement it = network.movements().get(m);
      if (it.fromLink() == link && perHour[m] > 0) {
        last = it.toLink();
        rest -= perHour[m];
        if (rest < 0) {
          return last;
        }
      }
    }
    return last;
  }
}
