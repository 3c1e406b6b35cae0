package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network laid out in arrays for the queue model: lanes in a row, and for every place on every
 * route the lanes to choose from. Immutable after construction; the arrays are never written.
 */
final class LaneGraph {
  /** Below this length a vehicle stays in the lane that its movement leads to. Metres. */
  private static final double TOO_SHORT_TO_CHANGE = 40;

  /** How far beyond the next stop line a vehicle looks before it chooses a lane. Metres. */
  private static final double LOOK_AHEAD = 150;

  /** Below this length two vehicles that want each other's lane may hold each other. Metres. */
  private static final double TOO_SHORT_TO_SWAP = 20;

  final SignalNetwork network;
  final int lanes;
  final int[] firstLane;
  final int[] linkOfLane;
  final int[] storage;
  final int[] travel;
  final boolean[] keepsLane;
  final boolean[] tooShortToSwap;

  final int[] fromLane;
  final int[] toLane;
  final int[] headway;
  final int[] cross;
  final int[] gap;
  final int[] bay;
  final int[] siteOf;
  final int[] signalOf;
  final boolean[] minor;
  final int[][] yieldsTo;

  /** {@code choices[route][place]}: pairs of lane and movement; movement -1 leaves the network. */
  final int[][][] choices;

  final int[] startMillis;
  final int[] launchMillis;
  final SignalNetwork.Driving driving;

  /** First place of each lane in one row of {@link #storage} places a lane. */
  final int[] firstPlace;

  /** Milliseconds until room at a lane's head has moved back to its start. */
  final int[] wave;

  final int[] tripRoute;
  final int[] tripMillis;

  LaneGraph(SignalNetwork network) {
    this.network = network;
    int links = network.links().size();
    firstLane = new int[links + 1];
    travel = new int[links];
    keepsLane = new boolean[links];
    tooShortToSwap = new boolean[links];
    for (int link = 0; link < links; link++) {
      SignalNetwork.Link it = network.links().get(link);
      firstLane[link + 1] = firstLane[link] + it.lanes();
      travel[link] = it.travelMillis();
      keepsLane[link] = it.lengthMetres() < TOO_SHORT_TO_CHANGE;
      tooShortToSwap[link] = it.lengthMetres() < TOO_SHORT_TO_SWAP && it.lanes() > 1;
    }
    lanes = firstLane[links];
    linkOfLane = new int[lanes];
    storage = new int[lanes];
    firstPlace = new int[lanes + 1];
    wave = new int[lanes];
    driving = network.driving();
    launchMillis = driving.launchMillis().stream().mapToInt(Integer::intValue).toArray();
    startMillis = driving.startMillis().stream().mapToInt(Integer::intValue).toArray();
    for (int link = 0; link < links; link++) {
      Arrays.fill(linkOfLane, firstLane[link], firstLane[link + 1], link);
      Arrays.fill(
          storage, firstLane[link], firstLane[link + 1], network.links().get(link).storage());
    }
    for (int lane = 0; lane < lanes; lane++) {
      firstPlace[lane + 1] = firstPlace[lane] + storage[lane];
      wave[lane] = storage[lane] * driving.waveMillisPerVehicle();
    }
    List<SignalNetwork.Movement> movements = network.movements();
    int count = movements.size();
    fromLane = new int[count];
    toLane = new int[count];
    headway = new int[count];
    cross = new int[count];
    gap = new int[count];
    bay = new int[count];
    siteOf = new int[count];
    signalOf = new int[count];
    minor = new boolean[count];
    yieldsTo = new int[count][];
    for (int m = 0; m < count; m++) {
      SignalNetwork.Movement it = movements.get(m);
      fromLane[m] = firstLane[it.fromLink()] + it.fromLane();
      toLane[m] = firstLane[it.toLink()] + it.toLane();
      headway[m] = it.headwayMillis();
      cross[m] = it.crossMillis();
      gap[m] = it.gapMillis();
      bay[m] = it.bay();
      siteOf[m] = it.intersection();
      signalOf[m] = it.signal();
      minor[m] = it.minor();
      yieldsTo[m] = it.yieldsTo().stream().mapToInt(Integer::intValue).toArray();
    }
    choices = choices();
    List<SignalNetwork.Trip> trips = new ArrayList<>(network.trips());
    trips.sort((a, b) -> Integer.compare(a.departs(), b.departs()));
    tripRoute = trips.stream().mapToInt(SignalNetwork.Trip::route).toArray();
    tripMillis = trips.stream().mapToInt(trip -> trip.departs() * 1000).toArray();
  }

  private int[][][] choices() {
    Map<Long, List<Integer>> between = new HashMap<>();
    for (int m = 0; m < fromLane.length; m++) {
      between
          .computeIfAbsent(
              key(linkOfLane[fromLane[m]], linkOfLane[toLane[m]]), k -> new ArrayList<>())
          .add(m);
    }
    int[][][] all = new int[network.routes().size()][][];
    for (int r = 0; r < all.length; r++) {
      List<Integer> route = network.routes().get(r);
      all[r] = new int[route.size()][];
      for (int place = 0; place < route.size(); place++) {
        all[r][place] = ways(between, route, place, LOOK_AHEAD);
      }
    }
    return all;
  }

  private int[] wayOut(int link) {
    int[] out = new int[2 * (firstLane[link + 1] - firstLane[link])];
    for (int i = 0; i < out.length / 2; i++) {
      out[2 * i] = firstLane[link] + i;
      out[2 * i + 1] = -1;
    }
    return out;
  }

  /**
   * @param ahead metres beyond the link within which the lane that is needed there decides already
   */
  private int[] ways(
      Map<Long, List<Integer>> between, List<Integer> route, int place, double ahead) {
    int link = route.get(place);
    if (place == route.size() - 1) {
      return wayOut(link);
    }
    int next = route.get(place + 1);
    List<Integer> possible = between.getOrDefault(key(link, next), List.of());
    if (possible.isEmpty()) {
      throw new IllegalArgumentException(
          "A route goes from %s to %s, which no movement joins. Correct the route."
              .formatted(network.links().get(link).id(), network.links().get(next).id()));
    }
    List<Integer> kept = possible;
    double left = ahead - network.links().get(next).lengthMetres();
    if (left > 0) {
      int[] following = ways(between, route, place + 1, left);
      List<Integer> good = possible.stream().filter(m -> holds(following, toLane[m])).toList();
      kept = good.isEmpty() ? possible : good;
    }
    List<Integer> oneALane = new ArrayList<>();
    for (int m : kept) {
      if (oneALane.stream().noneMatch(o -> fromLane[o] == fromLane[m])) {
        oneALane.add(m);
      }
    }
    int[] out = new int[2 * oneALane.size()];
    for (int i = 0; i < oneALane.size(); i++) {
      out[2 * i] = fromLane[oneALane.get(i)];
      out[2 * i + 1] = oneALane.get(i);
    }
    return out;
  }

  static boolean holds(int[] choice, int lane) {
    for (int i = 0; i < choice.length; i += 2) {
      if (choice[i] == lane) {
        return true;
      }
    }
    return false;
  }

  /**
   * @return the intersection behind a street of a route, or -1 where no signal stands
   */
  int siteAfter(int route, int place) {
    int movement = choices[route][place][1];
    return movement < 0 ? -1 : siteOf[movement];
  }

  private static long key(int from, int to) {
    return (long) from << 32 | to;
  }
}
