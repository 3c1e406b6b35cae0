package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.SignalNetwork.Link;
import city.nhip.engine.planning.signals.SignalNetwork.Trip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Traffic as loops count it, as vehicles on routes: they come where they were seen to enter, or
 * where more left a street than came into it, and turn by the counted shares. Traffic comes in
 * bursts, and a count is a sample: each block of minutes is one of those counted, the later ones
 * more often than the earlier ones, and as many come in it as the true demand may be, so that a
 * plan has room for what is to come.
 */
final class CountedDemand {
  /** What an earlier count weighs beside the next one. */
  private static final double KEPT = 0.85;

  /** Of a count's own spread, the square root of it, that is allowed for. */
  private static final double DOUBT = 0.5;

  /** A standing loop counts nobody; what it sees at other times is raised by this at most. */
  private static final double MOST_HIDDEN = 1.5;

  private static final int BLOCK_SECONDS = 300;
  private static final int LONGEST_ROUTE = 60;

  private final SignalNetwork network;
  private final double[] turned;
  private final List<Window> windows = new ArrayList<>();
  private final double[] into;
  private final double[] out;
  private double seconds;

  /** Vehicles that entered by link in so many seconds, and how many more were hidden. */
  private record Window(double[] entered, double[] hidden, int seconds) {}

  CountedDemand(SignalNetwork network) {
    this.network = network;
    turned = new double[network.movements().size()];
    into = new double[network.links().size()];
    out = new double[network.links().size()];
  }

  /**
   * @param crossed vehicles by movement
   * @param came vehicles by link, where loops stand at its start
   * @param standing share of the time by link, for which somebody stood on those loops
   */
  void add(int[] crossed, int[] came, double[] standing, int counted) {
    for (int m = 0; m < crossed.length; m++) {
      turned[m] = KEPT * turned[m] + crossed[m];
      out[network.movements().get(m).fromLink()] += crossed[m];
      into[network.movements().get(m).toLink()] += crossed[m];
    }
    double[] entered = new double[came.length];
    double[] hidden = new double[came.length];
    for (int link = 0; link < came.length; link++) {
      entered[link] = came[link];
      double seen = Math.max(1 / MOST_HIDDEN, 1 - standing[link]);
      hidden[link] = came[link] * (1 / seen - 1);
    }
    windows.add(new Window(entered, hidden, counted));
    seconds += counted;
  }

  /** The network with such vehicles in a period of so many seconds. */
  SignalNetwork network(int period, long seed) {
    Random random = new Random(seed);
    Map<List<Integer>, Integer> routes = new LinkedHashMap<>();
    List<Trip> trips = new ArrayList<>();
    for (int from = 0; from < period; from += BLOCK_SECONDS) {
      Window window = drawn(random);
      for (int link = 0; link < out.length; link++) {
        double rate = perSecond(link, window, random);
        double at = from;
        while (rate > 0) {
          at += -Math.log(1 - random.nextDouble()) / rate;
          if (at >= Math.min(period, from + BLOCK_SECONDS)) {
            break;
          }
          List<Integer> route = route(link, random);
          Integer known = routes.putIfAbsent(route, routes.size());
          trips.add(
              new Trip(known == null ? routes.size() - 1 : known, network.begin() + (int) at));
        }
      }
    }
    return network.with(
        List.copyOf(routes.keySet()), trips, network.begin(), network.begin() + period);
  }

  /** Vehicles that start on a link, as the counts allow it. */
  private double perSecond(int link, Window window, Random random) {
    boolean loops = windows.stream().anyMatch(other -> other.entered()[link] > 0);
    double count = loops ? window.entered()[link] : Math.max(0, out[link] - into[link]);
    double drawn = count + DOUBT * Math.sqrt(count) * random.nextGaussian();
    return loops
        ? Math.max(0, drawn + window.hidden()[link]) / window.seconds()
        : Math.max(0, drawn) / seconds;
  }

  private Window drawn(Random random) {
    int at = windows.size() - 1;
    while (at > 0 && random.nextDouble() < KEPT) {
      at--;
    }
    return windows.get(at > 0 ? at : random.nextInt(windows.size()));
  }

  private List<Integer> route(int from, Random random) {
    List<Integer> route = new ArrayList<>(List.of(from));
    int link = from;
    while (route.size() < LONGEST_ROUTE) {
      boolean ends =
          turns(link) <= 0 || (route.size() > 1 && random.nextDouble() < shareThatEnds(link));
      if (ends) {
        return route;
      }
      link = next(link, random.nextDouble() * turns(link));
      route.add(link);
    }
    return route;
  }

  /** Who came into a street and did not leave it stands in its queue, or has arrived. */
  private double shareThatEnds(int link) {
    Link it = network.links().get(link);
    double queue = it.lanes() * it.storage();
    return into[link] == 0 ? 0 : (into[link] - out[link] - queue) / into[link];
  }

  private double turns(int link) {
    double sum = 0;
    for (int m = 0; m < turned.length; m++) {
      sum += network.movements().get(m).fromLink() == link ? turned[m] : 0;
    }
    return sum;
  }

  private int next(int link, double share) {
    double rest = share;
    int last = link;
    for (int m = 0; m < turned.length; m++) {
      SignalNetwork.Movement it = network.movements().get(m);
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
