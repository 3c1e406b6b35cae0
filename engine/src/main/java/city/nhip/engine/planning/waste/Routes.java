package city.nhip.engine.planning.waste;

import java.util.Arrays;
import java.util.List;

/**
 * All trucks' routes as linked lists on flat arrays, with their cost kept up to date. Nodes are the
 * stops, then a start and an end for each truck, then the tippings. A change can be taken back as a
 * whole. Mutable, for one thread. One file: links, costs and the log that takes them back are one
 * state, and calls between objects would cost the search its speed.
 */
abstract class Routes {
  static final int NOWHERE = -1;

  /** More than any plan costs, yet far from overflow. */
  static final long NEVER = Long.MAX_VALUE / 8;

  final FlatProblem flat;
  final int stops;
  final int trucks;
  final int[] next;
  final int[] prev;

  /** By node: the truck, or {@link #NOWHERE}. */
  final int[] route;

  /** By node: its place. */
  final int[] place;

  /** By node: the distance to the next one. */
  final int[] arc;

  /** By node: the time to the next one at free flow. */
  final int[] arcTime;

  /** By truck: stops served. */
  final int[] size;

  final int[] load;
  final long[] price;
  final long[] fixed;
  final long[] absentCost;
  final Neighbours neighbours;

  /** By truck: which trucks are alike. */
  final int[] kind;

  final int kinds;

  /** By kind: no truck below is unused. */
  private final int[] firstUnused;

  /** Of all routes and all stops left out. */
  long cost;

  int used;

  /** No truck starts beyond so many. */
  int mostUsed = Integer.MAX_VALUE;

  final int[] absent;
  int absents;

  /** What the last {@link #seek} found: the node after which to insert, or {@link #NOWHERE}. */
  int found;

  long foundCost;

  /** An insertion that costs more is of no use. */
  long useful = NEVER;

  /** By truck: whether its route stays as it is. */
  final boolean[] held;

  private final int[] absentBefore;
  private int absentsBefore;
  private long costBefore;
  private int[] log = new int[256];
  private int logged;
  final int[] touched;
  int touches;
  private final boolean[] isTouched;

  Routes(FlatProblem flat, Neighbours neighbours, int spareNodes) {
    this.flat = flat;
    this.neighbours = neighbours;
    stops = flat.stops;
    trucks = flat.startPlace.length;
    int nodes = stops + 2 * trucks + spareNodes;
    next = new int[nodes];
    prev = new int[nodes];
    route = new int[nodes];
    place = new int[nodes];
    arc = new int[nodes];
    arcTime = flat.sameTimes() ? arc : new int[nodes];
    size = new int[trucks];
    load = new int[trucks];
    price = new long[trucks];
    fixed = new long[trucks];
    absentCost = new long[stops];
    absent = new int[stops];
    absentBefore = new int[stops];
    touched = new int[trucks];
    isTouched = new boolean[trucks];
    held = new boolean[trucks];
    kind = new int[trucks];
    kinds = TruckKinds.number(flat.problem, kind);
    firstUnused = new int[kinds];
    Arrays.fill(route, NOWHERE);
    for (int t = 0; t < trucks; t++) {
      Truck truck = flat.problem.trucks().get(t);
      price[t] = truck.prices().perDistance();
      fixed[t] = truck.prices().fixed();
      place[start(t)] = flat.startPlace[t];
      place[end(t)] = flat.depotPlace[t];
      route[start(t)] = t;
      route[end(t)] = t;
      link(start(t), end(t), t);
      cost += price[t] * arc[start(t)];
    }
    for (int u = 0; u < stops; u++) {
      place[u] = u;
      absentCost[u] = Absence.cost(flat.problem.stops().get(u));
      addAbsent(u);
      cost += absentCost[u];
    }
  }

  final int start(int truck) {
    return stops + truck;
  }

  final int end(int truck) {
    return stops + trucks + truck;
  }

  final void link(int a, int b, int truck) {
    next[a] = b;
    prev[b] = a;
    arc[a] = flat.distance(truck, place[a], place[b]);
    if (arcTime != arc) {
      arcTime[a] = flat.time(truck, place[a], place[b]);
    }
  }

  /** From here on {@link #rollback} takes everything back. */
  final void begin() {
    logged = 0;
    for (int i = 0; i < touches; i++) {
      isTouched[touched[i]] = false;
    }
    touches = 0;
    costBefore = cost;
    absentsBefore = absents;
    System.arraycopy(absent, 0, absentBefore, 0, absents);
  }

  final long costBefore() {
    return costBefore;
  }

  final void touch(int truck) {
    if (!isTouched[truck]) {
      isTouched[truck] = true;
      touched[touches++] = truck;
      touching(truck);
    }
  }

  /** Takes a stop out; times follow with {@link #settle}. */
  final void remove(int stop) {
    int truck = route[stop];
    touch(truck);
    record(stop, prev[stop]);
    unlink(stop, truck);
    addAbsent(stop);
    cost += absentCost[stop];
  }

  /** What costs nothing to leave is not looked at again. */
  private void addAbsent(int stop) {
    if (absentCost[stop] > 0) {
      absent[absents++] = stop;
    }
  }

  final void unlink(int stop, int truck) {
    int a = prev[stop];
    int b = next[stop];
    long before = arc[a] + (long) arc[stop];
    link(a, b, truck);
    cost += price[truck] * (arc[a] - before);
    route[stop] = NOWHERE;
    load[truck] -= flat.volume[stop];
    if (--size[truck] == 0) {
      emptied(truck);
    }
  }

  final void emptied(int truck) {
    cost -= fixed[truck];
    used--;
    firstUnused[kind[truck]] = Math.min(firstUnused[kind[truck]], truck);
  }

  /** Puts a stop that is in no route behind a node; it leaves the absent ones by the caller. */
  final void insert(int stop, int after) {
    int truck = route[after];
    touch(truck);
    record(stop, NOWHERE);
    relink(stop, after, truck);
    cost -= absentCost[stop];
    inserted(stop, truck);
  }

  final void relink(int stop, int after, int truck) {
    int b = next[after];
    long before = arc[after];
    link(after, stop, truck);
    link(stop, b, truck);
    cost += price[truck] * (arc[after] + (long) arc[stop] - before);
    route[stop] = truck;
    load[truck] += flat.volume[stop];
    if (size[truck]++ == 0) {
      cost += fixed[truck];
      used++;
    }
  }

  private void record(int stop, int after) {
    if (logged + 2 > log.length) {
      log = Arrays.copyOf(log, 2 * log.length);
    }
    log[logged++] = stop;
    log[logged++] = after;
  }

  /** Takes back all that was done since {@link #begin}. */
  final void rollback() {
    if (!restore()) {
      takeBackLog();
    }
    cost = costBefore;
    absents = absentsBefore;
    System.arraycopy(absentBefore, 0, absent, 0, absents);
  }

  private void takeBackLog() {
    while (logged > 0) {
      int after = log[--logged];
      int stop = log[--logged];
      if (after == NOWHERE) {
        unlink(stop, route[stop]);
      } else {
        relink(stop, after, route[after]);
      }
    }
    settle();
  }

  /** Replaces all routes. */
  final void load(List<List<Integer>> orders) {
    begin();
    for (int u = 0; u < stops; u++) {
      if (route[u] != NOWHERE) {
        remove(u);
      }
    }
    for (int t = 0; t < trucks; t++) {
      touch(t);
      int last = start(t);
      for (int stop : orders.get(t)) {
        relink(stop, last, t);
        cost -= absentCost[stop];
        last = stop;
      }
      loaded(t);
    }
    absents = 0;
    for (int u = 0; u < stops; u++) {
      if (route[u] == NOWHERE) {
        addAbsent(u);
      }
    }
    settle();
    begin();
  }

  /** From here on these trucks take no stop and lose none, where only capacity limits them. */
  void hold(boolean[] some) {
    System.arraycopy(some, 0, held, 0, trucks);
  }

  /** A route was replaced as a whole. */
  void loaded(int truck) {}

  /** An unused truck of each kind: the lowest index, or {@link #NOWHERE}. */
  final int unusedTruck(int ofKind) {
    if (used >= mostUsed) {
      return NOWHERE;
    }
    int t = firstUnused[ofKind];
    while (t < trucks && (size[t] > 0 || kind[t] != ofKind)) {
      t++;
    }
    firstUnused[ofKind] = t;
    return t < trucks ? t : NOWHERE;
  }

  /** A route is about to change for the first time since {@link #begin}. */
  void touching(int truck) {}

  /**
   * Takes back the touched routes in a way of its own.
   *
   * @return whether it has one
   */
  boolean restore() {
    return false;
  }

  /**
   * All absent stops that fit are back: improves the touched routes as wholes.
   *
   * @param limit a plan that costs more is of no use
   */
  void finish(double limit) {}

  /** Makes one route as cheap as its order allows. */
  void polish(int truck) {}

  /** By how much {@link #finish} may be hoped to make a plan cheaper. */
  double leeway() {
    return 0;
  }

  /** Makes what follows from the links right again for all touched routes. */
  abstract void settle();

  /** Makes what follows from one insertion right again. */
  abstract void inserted(int stop, int truck);

  /**
   * Looks for the cheapest place of an absent stop, with blinks; sets {@link #found} and {@link
   * #foundCost}. Nothing is found that costs more than to leave the stop out.
   */
  abstract void seek(int stop, Dice dice);
}
