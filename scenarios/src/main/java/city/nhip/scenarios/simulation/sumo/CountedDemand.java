package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.SignalNetwork.Link;
import city.nhip.engine.planning.signals.SignalNetwork.Movement;
import city.nhip.engine.planning.signals.SignalNetwork.Trip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Traffic as loops count it, as vehicles on routes: they come where they were seen to enter, or
 * where more left a street than came into it, and turn by the counted shares. Later counts weigh
 * more than earlier ones, and longer ones more than shorter ones.
 */
final class CountedDemand {
  /** What an earlier count weighs beside the next one. */
  private static final double KEPT = 0.85;

  /** A standing loop counts nobody; what it sees at other times is raised by this at most. */
  private static final double MOST_HIDDEN = 1.5;

  private static final int LONGEST_ROUTE = 60;

  private final SignalNetwork network;
  private final double[] turned;
  private final double[] entered;
  private double seconds;

  CountedDemand(SignalNetwork network) {
    this.network = network;
    turned = new double[network.movements().size()];
    entered = new double[network.links().size()];
  }

  /**
   * @param crossed vehicles by movement
   * @param came vehicles by link, where loops stand at its start
   * @param standing share of the time by link, for which somebody stood on those loops
   */
  void add(int[] crossed, int[] came, double[] standing, int counted) {
    seconds = KEPT * seconds + counted;
    for (int m = 0; m < crossed.length; m++) {
      turned[m] = KEPT * turned[m] + crossed[m];
    }
    for (int link = 0; link < came.length; link++) {
      double seen = Math.max(1 / MOST_HIDDEN, 1 - standing[link]);
      entered[link] = KEPT * entered[link] + came[link] / seen;
    }
  }

  /** The network with such vehicles in a period of so many seconds. */
  SignalNetwork network(int period, long seed) {
    Random random = new Random(seed);
    Map<List<Integer>, Integer> routes = new LinkedHashMap<>();
    List<Trip> trips = new ArrayList<>();
    for (int link = 0; link < entered.length; link++) {
      double here = entered[link] > 0 ? entered[link] : out(link);
      double rate = Math.max(0, here - into(link));
      double at = 0;
      while (rate > 0) {
        at += -Math.log(1 - random.nextDouble()) * seconds / rate;
        if (at >= period) {
          break;
        }
        List<Integer> route = route(link, random);
        Integer known = routes.putIfAbsent(route, routes.size());
        trips.add(new Trip(known == null ? routes.size() - 1 : known, network.begin() + (int) at));
      }
    }
    return network.with(
        List.copyOf(routes.keySet()), trips, network.begin(), network.begin() + period);
  }

  private List<Integer> route(int from, Random random) {
    List<Integer> route = new ArrayList<>(List.of(from));
    int link = from;
    while (route.size() < LONGEST_ROUTE) {
      boolean ends =
          out(link) <= 0 || (route.size() > 1 && random.nextDouble() < shareThatEnds(link));
      if (ends) {
        return route;
      }
      link = next(link, random.nextDouble() * out(link));
      route.add(link);
    }
    return route;
  }

  /** Who came into a street and did not leave it stands in its queue, or has arrived. */
  private double shareThatEnds(int link) {
    Link it = network.links().get(link);
    double queue = it.lanes() * it.storage();
    double into = into(link);
    return into == 0 ? 0 : (into - out(link) - queue) / into;
  }

  private double out(int link) {
    double sum = 0;
    for (int m = 0; m < turned.length; m++) {
      sum += network.movements().get(m).fromLink() == link ? turned[m] : 0;
    }
    return sum;
  }

  private double into(int link) {
    double sum = 0;
    for (int m = 0; m < turned.length; m++) {
      sum += network.movements().get(m).toLink() == link ? turned[m] : 0;
    }
    return sum;
  }

  private int next(int link, double share) {
    double rest = share;
    int last = link;
    for (int m = 0; m < turned.length; m++) {
      Movement it = network.movements().get(m);
      if (it.fromLink() == link && turned[m] > 0) {
        last = it.toLink();
        rest -= turned[m];
        if (rest < 0) {
          return last;
        }
      }
    }
    return last;
  }
}
