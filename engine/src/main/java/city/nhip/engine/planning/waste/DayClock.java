package city.nhip.engine.planning.waste;

/**
 * When the trucks are where, and what room their trips have: kept by node, so that an insertion is
 * judged at once. Mutable, for one thread. One file: what goes forward, what goes backward and what
 * is asked of both are the same arithmetic, and must change together.
 */
final class DayClock {
  static final int NO_REST = 0;
  static final int REST_HERE = 1;
  static final int REST_ON_ARRIVAL = 2;

  /** Instead of a cost. */
  static final long TOO_LATE = Long.MAX_VALUE;

  /** By node: the break on the way to it. */
  final int[] restBefore;

  private final FlatProblem flat;
  private final DayRoutes routes;
  private final DayAccess access;
  private final int compartments;

  /** By node: when its truck gets there, breaks on arrival done. */
  private final int[] arrive;

  private final int[] depart;

  /** By node: the latest such arrival from which the rest of the day keeps its hours. */
  private final int[] latest;

  /** By node: the time that the truck waits from there to its end. */
  private final int[] waitOnward;

  /** By node and compartment: what its trip could still take. */
  private final int[] room;

  private final int[] massRoom;

  /** By node and compartment: the fee a unit of mass where its trip tips. */
  private final long[] feeOnward;

  private final int[] driving;
  private final boolean[] mustRest;
  private final boolean[] rests;
  private final int[] restFrom;
  private final int[] restTo;
  private final int[] restTime;
  private final int[] restOwed;
  private final long[] fees;
  private final long[] volumes = new long[4];
  private final long[] masses = new long[4];
  private final boolean[] broken;
  private boolean late;

  DayClock(FlatProblem flat, DayRoutes routes, DayAccess access) {
    this.flat = flat;
    this.routes = routes;
    this.access = access;
    compartments = access.compartments;
    int nodes = routes.next.length;
    restBefore = new int[nodes];
    arrive = new int[nodes];
    depart = new int[nodes];
    latest = new int[nodes];
    waitOnward = new int[nodes];
    room = new int[nodes * compartments];
    massRoom = new int[nodes];
    feeOnward = new long[nodes * compartments];
    int trucks = routes.trucks;
    driving = new int[trucks];
    mustRest = new boolean[trucks];
    rests = new boolean[trucks];
    restFrom = new int[trucks];
    restTo = new int[trucks];
    restTime = new int[trucks];
    restOwed = new int[trucks];
    fees = new long[trucks];
    broken = new boolean[trucks];
    for (int t = 0; t < trucks; t++) {
      Truck truck = flat.problem.trucks().get(t);
      if (truck.shift().rest().isPresent() && !truck.start().rested()) {
        mustRest[t] = true;
        restFrom[t] = truck.shift().rest().get().window().from();
        restTo[t] = truck.shift().rest().get().window().to();
        restTime[t] = truck.shift().rest().get().duration();
        restOwed[t] = truck.shift().rest().get().owedAfter();
      }
    }
  }

  void refresh(int truck) {
    Truck of = flat.problem.trucks().get(truck);
    int first = routes.start(truck);
    int last = routes.end(truck);
    forward(of, truck, first, last);
    backward(of, truck, first, last);
  }

  /** As {@link #refresh}, only what one stop changes that was put in where it fits in time. */
  void inserted(int stop, int truck) {
    int before = routes.prev[stop];
    int last = routes.end(truck);
    if (broken[truck] || flat.mass[stop] > 0) {
      refresh(truck);
      return;
    }
    int time = flat.time(truck, routes.place[before], routes.place[routes.next[stop]]);
    driving[truck] += routes.arcTime[before] + routes.arcTime[stop] - time;
    int v = stop;
    for (int a = before; v != last; a = v, v = routes.next[v]) {
      arrive[v] = arrival(routes.arcTime[a], restBefore[v], depart[a], truck);
      int start = flat.serviceStart(routes.place[v], arrive[v]);
      if (late || start < 0) {
        refresh(truck);
        return;
      }
      int leaves = start + flat.service[routes.place[v]];
      if (v != stop && leaves == depart[v]) {
        break;
      }
      depart[v] = leaves;
    }
    if (v == last) {
      int a = routes.prev[last];
      arrive[last] = arrival(routes.arcTime[a], restBefore[last], depart[a], truck);
    }
    Truck of = flat.problem.trucks().get(truck);
    if (late || arrive[last] > of.shift().latest() || missesRest(truck)) {
      refresh(truck);
      return;
    }
    takeRoom(stop, truck);
    boolean passed = false;
    for (v = v == last ? routes.prev[last] : v; v != routes.start(truck); v = routes.prev[v]) {
      int by = latest[v];
      int wait = waitOnward[v];
      backward(v, routes.next[v], truck);
      if (passed && by == latest[v] && wait == waitOnward[v]) {
        break;
      }
      passed |= v == stop;
    }
  }

  /** Of its trip. */
  private void takeRoom(int stop, int truck) {
    int c = Math.max(0, access.compartment[truck][flat.stream[stop]]);
    int next = routes.next[stop];
    int last = routes.end(truck);
    int v = next;
    while (v != last) {
      room[v * compartments + c] -= flat.volume[stop];
      if (empties(v, truck, c)) {
        break;
      }
      v = routes.next[v];
    }
    if (v == last && flat.sites == 0) {
      room[v * compartments + c] -= flat.volume[stop];
    }
    v = routes.prev[stop];
    while (v != routes.start(truck) && !empties(v, truck, c)) {
      room[v * compartments + c] -= flat.volume[stop];
      v = routes.prev[v];
    }
    for (int k = 0; k < compartments; k++) {
      room[stop * compartments + k] = room[next * compartments + k];
      feeOnward[stop * compartments + k] = feeOnward[next * compartments + k];
    }
    massRoom[stop] = massRoom[next];
  }

  private boolean empties(int node, int truck, int compartment) {
    return routes.isTip(node) && access.empties[truck][routes.site(node)][compartment];
  }

  private void forward(Truck of, int truck, int first, int last) {
    for (int c = 0; c < compartments; c++) {
      boolean has = c < of.compartments().size();
      volumes[c] = has && !of.start().volumes().isEmpty() ? of.start().volumes().get(c) : 0;
      masses[c] = has && !of.start().masses().isEmpty() ? of.start().masses().get(c) : 0;
    }
    depart[first] = of.start().time();
    fees[truck] = 0;
    rests[truck] = false;
    boolean amiss = false;
    int time = of.start().driven();
    for (int a = first, v = routes.next[first]; ; a = v, v = routes.next[v]) {
      arrive[v] = arrival(routes.arcTime[a], restBefore[v], depart[a], truck);
      rests[truck] |= restBefore[v] != NO_REST;
      amiss |= late;
      time += routes.arcTime[a];
      if (v == last) {
        break;
      }
      int start = flat.serviceStart(routes.place[v], arrive[v]);
      amiss |= start < 0;
      depart[v] = Math.max(start, arrive[v]) + flat.service[routes.place[v]];
      if (v < flat.stops) {
        int c = Math.max(0, access.compartment[truck][flat.stream[v]]);
        volumes[c] += flat.volume[v];
        masses[c] += flat.mass[v];
        amiss |= volumes[c] > access.capacity[truck * compartments + c];
        amiss |= flat.mass[v] > 0 && onBoard() > access.payload[truck];
      } else {
        tip(truck, v);
      }
    }
    driving[truck] = time;
    for (int c = 0; c < compartments && flat.sites > 0; c++) {
      amiss |= volumes[c] > 0 || masses[c] > 0;
    }
    broken[truck] =
        amiss
            || arrive[last] > of.shift().latest()
            || time > of.shift().maxDriving()
            || missesRest(truck);
  }

  private void tip(int truck, int tip) {
    int site = routes.site(tip);
    DisposalSite at = flat.problem.sites().get(site);
    fees[truck] += at.fee();
    for (int c = 0; c < compartments; c++) {
      room[tip * compartments + c] = Integer.MAX_VALUE;
      if (access.empties[truck][site][c]) {
        fees[truck] += at.feePerMass() * masses[c];
        feeOnward[tip * compartments + c] = at.feePerMass();
        room[tip * compartments + c] = access.capacity[truck * compartments + c] - (int) volumes[c];
        volumes[c] = 0;
      }
    }
    long onBoard = onBoard();
    for (int c = 0; c < compartments; c++) {
      if (access.empties[truck][site][c]) {
        masses[c] = 0;
      }
    }
    massRoom[tip] = (int) Math.min(Integer.MAX_VALUE, access.payload[truck] - onBoard);
  }

  private long onBoard() {
    long sum = 0;
    for (int c = 0; c < compartments; c++) {
      sum += masses[c];
    }
    return sum;
  }

  private void backward(Truck of, int truck, int first, int last) {
    latest[last] = of.shift().latest();
    waitOnward[last] = 0;
    for (int c = 0; c < compartments; c++) {
      boolean none = flat.sites > 0;
      room[last * compartments + c] =
          none ? -1 : access.capacity[truck * compartments + c] - (int) volumes[c];
    }
    massRoom[last] = (int) Math.min(Integer.MAX_VALUE, access.payload[truck] - onBoard());
    for (int b = last, v = routes.prev[last]; v != first; b = v, v = routes.prev[v]) {
      backward(v, b, truck);
      boolean tips = routes.isTip(v);
      for (int c = 0; c < compartments; c++) {
        int at = v * compartments + c;
        if (!tips || room[at] == Integer.MAX_VALUE) {
          room[at] = room[b * compartments + c];
          feeOnward[at] = feeOnward[b * compartments + c];
        }
      }
      massRoom[v] = tips ? massRoom[v] : massRoom[b];
    }
  }

  /** From a node's successor b. */
  private void backward(int v, int b, int truck) {
    int place = routes.place[v];
    int leave = departure(v, b, truck) - flat.service[place];
    latest[v] = -1;
    for (int w = flat.windowStart[place]; w < flat.windowStart[place + 1]; w += 2) {
      if (flat.windows[w] <= leave) {
        latest[v] = Math.min(flat.windows[w + 1], leave);
      }
    }
    waitOnward[v] =
        waitOnward[b]
            + Math.max(0, depart[v] - flat.service[place] - arrive[v])
            + restWait(v, b, truck);
  }

  /** How long the break between two nodes waits for its window. */
  private int restWait(int a, int b, int truck) {
    if (restBefore[b] == NO_REST) {
      return 0;
    }
    int ready = restBefore[b] == REST_HERE ? depart[a] : flat.arrival(depart[a], routes.arcTime[a]);
    return Math.max(0, restFrom[truck] - ready);
  }

  /** When a truck is ready at a place, the break done; beyond all hours when it rests too late. */
  private int arrival(int time, int rest, int departs, int truck) {
    late = false;
    if (rest == NO_REST) {
      return flat.arrival(departs, time);
    }
    if (rest == REST_HERE) {
      late = departs > restTo[truck];
      return flat.arrival(Math.max(departs, restFrom[truck]) + restTime[truck], time);
    }
    int there = flat.arrival(departs, time);
    late = there > restTo[truck];
    return Math.max(there, restFrom[truck]) + restTime[truck];
  }

  /** The latest departure from a that is in time at its successor b. */
  private int departure(int a, int b, int truck) {
    int by = latest[b];
    if (restBefore[b] == REST_ON_ARRIVAL) {
      by -= restTime[truck];
      if (by < restFrom[truck]) {
        return -1;
      }
      by = Math.min(by, restTo[truck]);
    }
    int time = routes.arcTime[a];
    int leave = flat.congested ? flat.problem.congestion().departure(by, time) : by - time;
    if (restBefore[b] == REST_HERE) {
      leave -= restTime[truck];
      return leave < restFrom[truck] ? -1 : Math.min(leave, restTo[truck]);
    }
    return leave;
  }

  /** Whether the day, as it stands, breaks a hard rule. */
  boolean broken(int truck) {
    return broken[truck];
  }

  /** Whether the day is too long to go without its break, and does. */
  boolean missesRest(int truck) {
    return mustRest[truck]
        && !rests[truck]
        && arrive[routes.end(truck)] > restOwed[truck]
        && routes.next[routes.start(truck)] != routes.end(truck);
  }

  /** Fees and time of a route. */
  long price(int truck) {
    Truck of = flat.problem.trucks().get(truck);
    int first = routes.start(truck);
    int last = routes.end(truck);
    if (routes.next[first] == last && of.idleAtDepot()) {
      return 0;
    }
    return fees[truck]
        + of.prices().perTime() * (arrive[last] - of.start().time())
        + of.prices().perOvertime() * Math.max(0, (long) arrive[last] - of.shift().overtimeFrom());
  }

  /** Whether an insertion that is too late now might be in time with a break. */
  boolean mayRestElsewhere(int truck) {
    return mustRest[truck] && !rests[truck];
  }

  /** Whether the service at a stop alone, before b, makes the rest of the day late. */
  boolean isTight(int stop, int b) {
    return restBefore[b] == NO_REST && arrive[b] + flat.service[stop] > latest[b];
  }

  /** Whether the trip that goes on to b has room. */
  boolean fits(int stop, int b, int truck) {
    int c = access.compartment[truck][flat.stream[stop]];
    return room[b * compartments + c] >= flat.volume[stop] && massRoom[b] >= flat.mass[stop];
  }

  /**
   * @return what the time that a stop takes between a and b costs, and the fee where it is tipped,
   *     or {@link #TOO_LATE}
   */
  long laterCost(int stop, int a, int b, int truck) {
    int timeTo = flat.timeTo(truck, stop, routes.place[a]);
    int there = flat.arrival(depart[a], timeTo);
    int start = flat.serviceStart(stop, there);
    if (start < 0) {
      return TOO_LATE;
    }
    int onward = flat.time(truck, stop, routes.place[b]);
    int ready = arrival(onward, restBefore[b], start + flat.service[stop], truck);
    if (late || ready > latest[b]) {
      return TOO_LATE;
    }
    Truck of = flat.problem.trucks().get(truck);
    int more = timeTo + onward - routes.arcTime[a];
    if (driving[truck] + (long) more > of.shift().maxDriving()) {
      return TOO_LATE;
    }
    int last = routes.end(truck);
    long end = arrive[last] + (long) Math.max(0, ready - arrive[b] - waitOnward[b]);
    if (mustRest[truck] && !rests[truck] && end > restOwed[truck]) {
      return TOO_LATE;
    }
    Truck.Prices prices = of.prices();
    long overtime =
        Math.max(0, end - of.shift().overtimeFrom())
            - Math.max(0, (long) arrive[last] - of.shift().overtimeFrom());
    int c = access.compartment[truck][flat.stream[stop]];
    return prices.perTime() * (end - arrive[last])
        + prices.perOvertime() * overtime
        + feeOnward[b * compartments + c] * flat.mass[stop];
  }
}
