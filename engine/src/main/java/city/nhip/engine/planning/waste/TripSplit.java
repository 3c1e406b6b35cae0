package city.nhip.engine.planning.waste;

import java.util.Arrays;

/**
 * Places tippings where they cost least, blind to hours, then the break as soon as it may be, and
 * says whether that keeps the day's rules: a short way around {@link TripLabels} where one volume
 * alone limits a trip and time costs nothing. Mutable, for one thread.
 */
final class TripSplit {
  private static final int NONE = -1;
  private static final int OWED = -2;

  private final FlatProblem flat;
  private final DayAccess access;
  private final boolean[] suits;

  private final long[] onward;
  private final long[] closed;
  private final int[] opened;
  private final long[] entry;
  private final int[] site;

  /** By truck: which trucks are alike. */
  private final int[] kind;

  /** By place, of the way that was asked for last: its key, the best site, what tipping costs. */
  private final long[] known;

  /** By place in the order: what it costs to tip before it, the way included. */
  private final long[] tipping;

  /** By place in the order: the volume of all before it. */
  private final long[] loaded;

  private final int[] queue;

  /** By visit, then for the depot: how long the way there takes at free flow. */
  private final int[] travel;

  private final long[] fees;

  /** Of the day that was split last: its distance and fees. */
  long foundCost;

  TripSplit(FlatProblem flat, DayAccess access) {
    this.flat = flat;
    this.access = access;
    suits = new boolean[flat.problem.trucks().size()];
    boolean massless = Arrays.stream(flat.mass).allMatch(mass -> mass == 0);
    for (int t = 0; t < suits.length; t++) {
      Truck truck = flat.problem.trucks().get(t);
      suits[t] =
          massless
              && flat.sites > 0
              && truck.idleAtDepot()
              && truck.compartments().size() == 1
              && truck.prices().perTime() == 0
              && truck.prices().perOvertime() == 0;
      boolean any = false;
      for (int s = 0; s < flat.sites; s++) {
        any |= access.empties[t][s][0];
      }
      suits[t] &= any;
    }
    kind = new int[suits.length];
    TruckKinds.number(flat.problem, kind);
    known = new long[3 * flat.places];
    Arrays.fill(known, NONE);
    onward = new long[flat.stops + 2];
    closed = new long[flat.stops + 2];
    opened = new int[flat.stops + 2];
    entry = new long[flat.stops + 2];
    site = new int[flat.stops + 2];
    tipping = new long[flat.stops + 2];
    loaded = new long[flat.stops + 2];
    queue = new int[flat.stops + 2];
    travel = new int[2 * flat.stops + 3];
    fees = new long[flat.sites];
    for (int s = 0; s < flat.sites; s++) {
      fees[s] = flat.problem.sites().get(s).fee();
    }
  }

  /** Where the ways between the stops are not at hand. */
  int split(int truckIndex, int[] order, int length, int[] visits) {
    int[] legs = new int[length];
    int[] legTimes = new int[length];
    for (int i = 1; i < length; i++) {
      legs[i] = flat.distance(truckIndex, order[i - 1], order[i]);
      legTimes[i] = flat.time(truckIndex, order[i - 1], order[i]);
    }
    return split(truckIndex, order, legs, legTimes, length, visits);
  }

  /**
   * @param legs by place in the order, from 1: the way there from the stop before
   * @param legTimes as {@code legs}, at free flow
   * @param visits takes the codes
   * @return how many visits there are; below 0 where this way keeps no rules, or does not suit
   */
  int split(int truckIndex, int[] order, int[] legs, int[] legTimes, int length, int[] visits) {
    if (!suits[truckIndex] || length == 0) {
      return NONE;
    }
    Truck truck = flat.problem.trucks().get(truckIndex);
    if (!close(truck, truckIndex, order, legs, length)) {
      return NONE;
    }
    int depot = flat.depotPlace[truckIndex];
    tip(truck, truckIndex, order[length - 1], depot, length);
    foundCost = closed[length] + tipping[length];
    return keepsHours(truck, truckIndex, order, legTimes, length, visits);
  }

  /**
   * For each stop the cheapest day up to it, the truck to tip next: a trip that ends there began at
   * the cheapest of the last places from which the load fits (a queue whose costs rise: Vidal
   * 2016).
   */
  private boolean close(Truck truck, int index, int[] order, int[] legs, int length) {
    int capacity = access.capacity[index * access.compartments];
    long price = truck.prices().perDistance();
    onward[0] = 0;
    loaded[0] = 0;
    int head = 0;
    int tail = 0;
    for (int i = 0; i < length; i++) {
      if (i == 0) {
        entry[0] = price * flat.distance(index, flat.startPlace[index], order[0]);
      } else {
        onward[i] = onward[i - 1] + price * legs[i];
        tip(truck, index, order[i - 1], order[i], i);
        entry[i] = closed[i] + tipping[i] - onward[i];
      }
      while (tail > head && entry[queue[tail - 1]] > entry[i]) {
        tail--;
      }
      queue[tail++] = i;
      loaded[i + 1] = loaded[i] + flat.volume[order[i]];
      while (head < tail && loaded[i + 1] - loaded[queue[head]] > capacity) {
        head++;
      }
      if (head == tail) {
        return false;
      }
      opened[i + 1] = queue[head];
      closed[i + 1] = entry[queue[head]] + onward[i];
    }
    return true;
  }

  /** The cheapest site between two places, before a place in the order. */
  private void tip(Truck truck, int index, int from, int to, int at) {
    long key = (long) kind[index] * flat.places + to;
    if (known[3 * from] != key) {
      known[3 * from] = key;
      weigh(truck, index, from, to);
    }
    site[at] = (int) known[3 * from + 1];
    tipping[at] = known[3 * from + 2];
  }

  private void weigh(Truck truck, int index, int from, int to) {
    long price = truck.prices().perDistance();
    NearSites sites = access.nearSites[index];
    int best = NONE;
    long least = Long.MAX_VALUE;
    for (int k = 0; k < flat.sites; k++) {
      long way = price * sites.way(from, k);
      if (way >= least) {
        break;
      }
      int near = sites.of(from, k);
      long cost = way + price * sites.wayFrom(near, to) + fees[near];
      if (cost < least && access.empties[index][near][0]) {
        least = cost;
        best = near;
      }
    }
    known[3 * from + 1] = best;
    known[3 * from + 2] = least;
  }

  /** Writes the visits down, breaks where they wait least, and drives them. */
  private int keepsHours(
      Truck truck, int index, int[] order, int[] legTimes, int length, int[] visits) {
    for (int j = length; j > 0; ) {
      int before = opened[j];
      opened[j] = NONE;
      j = before;
    }
    int count = 0;
    int last = flat.startPlace[index];
    for (int j = 1; j <= length; j++) {
      int stop = order[j - 1];
      travel[count] = last >= flat.stops ? flat.time(index, last, stop) : legTimes[j - 1];
      visits[count++] = stop;
      last = stop;
      if (opened[j] == NONE) {
        last = flat.stops + site[j];
        travel[count] = flat.time(index, stop, last);
        visits[count++] = last;
      }
    }
    travel[count] = flat.time(index, last, flat.depotPlace[index]);
    Truck.Shift shift = truck.shift();
    int restAt = owesRest(truck, visits, count) ? OWED : NONE;
    int restCode = NONE;
    int time = truck.start().time();
    int driven = truck.start().driven();
    for (int v = 0; v <= count; v++) {
      int to = v < count ? visits[v] : flat.depotPlace[index];
      int leaves = time;
      if (restAt == OWED) {
        Truck.Rest rest = shift.rest().orElseThrow();
        restCode = restNow(rest, time, to, v == count, flat.arrival(time, travel[v]));
        restAt = restCode == NONE ? OWED : v;
        if (restCode == VisitCodes.restHere(flat)) {
          if (time > rest.window().to()) {
            return NONE;
          }
          leaves = Math.max(time, rest.window().from()) + rest.duration();
        }
      }
      time = flat.arrival(leaves, travel[v]);
      driven += time - leaves;
      if (restAt == v && restCode == VisitCodes.restOnArrival(flat)) {
        Truck.Rest rest = shift.rest().orElseThrow();
        time = Math.max(time, rest.window().from()) + rest.duration();
      }
      if (v < count) {
        int start = flat.serviceStart(to, time);
        if (start < 0) {
          return NONE;
        }
        time = start + flat.service[to];
      }
    }
    if (time > shift.latest() || driven > shift.maxDriving()) {
      return NONE;
    }
    if (restCode != NONE) {
      System.arraycopy(visits, restAt, visits, restAt + 1, count - restAt);
      visits[restAt] = restCode;
      count++;
    }
    return count;
  }

  /** Whether the day takes so long without its break that it must have one. */
  private boolean owesRest(Truck truck, int[] visits, int count) {
    if (truck.shift().rest().isEmpty() || truck.start().rested()) {
      return false;
    }
    int time = truck.start().time();
    for (int v = 0; v < count; v++) {
      int start = flat.serviceStart(visits[v], flat.arrival(time, travel[v]));
      if (start < 0) {
        return true;
      }
      time = start + flat.service[visits[v]];
    }
    return flat.arrival(time, travel[count]) > truck.shift().rest().get().owedAfter();
  }

  /**
   * Which break, if any, is due on the way to a place: as late as it may begin, but not later than
   * it can begin without waiting.
   */
  private int restNow(Truck.Rest rest, int time, int to, boolean last, int arrive) {
    Window window = rest.window();
    if (time >= window.from() || arrive > window.to()) {
      return VisitCodes.restHere(flat);
    }
    if (last || arrive >= window.from()) {
      return VisitCodes.restOnArrival(flat);
    }
    int start = flat.serviceStart(to, arrive);
    return start >= 0 && start + flat.service[to] <= window.to()
        ? NONE
        : VisitCodes.restOnArrival(flat);
  }
}
