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
    onward = new long[flat.stops + 2];
    closed = new long[flat.stops + 2];
    opened = new int[flat.stops + 2];
    entry = new long[flat.stops + 2];
    site = new int[flat.stops + 2];
  }

  /**
   * @param visits takes the codes
   * @return how many visits there are; below 0 where this way keeps no rules, or does not suit
   */
  int split(int truckIndex, int[] order, int length, int[] visits) {
    if (!suits[truckIndex] || length == 0) {
      return NONE;
    }
    Truck truck = flat.problem.trucks().get(truckIndex);
    if (!close(truck, truckIndex, order, length)) {
      return NONE;
    }
    int depot = flat.depotPlace[truckIndex];
    site[length] = cheapestSite(truck, truckIndex, order[length - 1], depot);
    foundCost = closed[length] + through(truck, order[length - 1], site[length], depot);
    return keepsHours(truck, truckIndex, order, length, visits);
  }

  /** For each stop the cheapest day up to it, the truck to tip next. */
  private boolean close(Truck truck, int index, int[] order, int length) {
    int capacity = access.capacity[index * access.compartments];
    long price = truck.prices().perDistance();
    onward[0] = 0;
    entry[0] = price * flat.distance(flat.startPlace[index], order[0]);
    Arrays.fill(closed, 1, length + 1, Long.MAX_VALUE);
    for (int j = 1; j < length; j++) {
      onward[j] = onward[j - 1] + price * flat.distance(order[j - 1], order[j]);
    }
    for (int i = 0; i < length; i++) {
      if (i > 0) {
        if (closed[i] == Long.MAX_VALUE) {
          return false;
        }
        site[i] = cheapestSite(truck, index, order[i - 1], order[i]);
        entry[i] = closed[i] + through(truck, order[i - 1], site[i], order[i]);
      }
      long load = 0;
      for (int j = i + 1; j <= length; j++) {
        load += flat.volume[order[j - 1]];
        if (load > capacity) {
          break;
        }
        long cost = entry[i] + onward[j - 1] - onward[i];
        if (cost < closed[j]) {
          closed[j] = cost;
          opened[j] = i;
        }
      }
    }
    return closed[length] < Long.MAX_VALUE;
  }

  private int cheapestSite(Truck truck, int index, int from, int to) {
    long price = truck.prices().perDistance();
    int best = NONE;
    long least = Long.MAX_VALUE;
    for (int k = 0; k < flat.sites; k++) {
      int site = access.nearSites.of(from, k);
      if (price * flat.distance(from, flat.stops + site) >= least) {
        break;
      }
      long cost = access.empties[index][site][0] ? through(truck, from, site, to) : Long.MAX_VALUE;
      if (cost < least) {
        least = cost;
        best = site;
      }
    }
    return best;
  }

  private long through(Truck truck, int from, int at, int to) {
    int place = flat.stops + at;
    return truck.prices().perDistance()
            * (flat.distance(from, place) + (long) flat.distance(place, to))
        + flat.problem.sites().get(at).fee();
  }

  /** Writes the visits down, breaks where they wait least, and drives them. */
  private int keepsHours(Truck truck, int index, int[] order, int length, int[] visits) {
    for (int j = length; j > 0; ) {
      int before = opened[j];
      opened[j] = NONE;
      j = before;
    }
    int count = 0;
    for (int j = 1; j <= length; j++) {
      visits[count++] = order[j - 1];
      if (opened[j] == NONE) {
        visits[count++] = flat.stops + site[j];
      }
    }
    Truck.Shift shift = truck.shift();
    int restAt = owesRest(truck, index, visits, count) ? OWED : NONE;
    int restCode = NONE;
    int time = truck.start().time();
    int driven = truck.start().driven();
    int place = flat.startPlace[index];
    for (int v = 0; v <= count; v++) {
      int to = v < count ? visits[v] : flat.depotPlace[index];
      int leaves = time;
      if (restAt == OWED) {
        Truck.Rest rest = shift.rest().orElseThrow();
        restCode = restNow(rest, time, to, v == count, flat.arrival(time, place, to));
        restAt = restCode == NONE ? OWED : v;
        if (restCode == VisitCodes.restHere(flat)) {
          if (time > rest.window().to()) {
            return NONE;
          }
          leaves = Math.max(time, rest.window().from()) + rest.duration();
        }
      }
      time = flat.arrival(leaves, place, to);
      driven += time - leaves;
      place = to;
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
  private boolean owesRest(Truck truck, int index, int[] visits, int count) {
    if (truck.shift().rest().isEmpty() || truck.start().rested()) {
      return false;
    }
    int time = truck.start().time();
    int place = flat.startPlace[index];
    for (int v = 0; v < count; v++) {
      int start = flat.serviceStart(visits[v], flat.arrival(time, place, visits[v]));
      if (start < 0) {
        return true;
      }
      place = visits[v];
      time = start + flat.service[place];
    }
    int end = flat.arrival(time, place, flat.depotPlace[index]);
    return end > truck.shift().rest().get().owedAfter();
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
