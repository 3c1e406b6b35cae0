package city.nhip.engine.planning.waste;

import java.util.Arrays;

/**
 * Places tippings and the break into a truck's order of stops by a dynamic program: after each stop
 * it keeps the few partial days of which no other is better in cost, time, load and rest at once.
 * Where no day keeps all rules, the one that breaks them least is found. Mutable, for one thread.
 * One file: every step of the program reads and writes the same {@link PartialDays}.
 */
final class TripLabels extends PartialDays {
  /** Partial days kept after a stop while searching; a plan is decoded with more. */
  static final int FEW = 8;

  static final int MANY = 60;

  /** Where the many find no day that keeps all rules. */
  static final int ALL = 2_000;

  /** So many of the nearest sites that empty a compartment are thought of while searching. */
  private static final int SITES = 3;

  /** Share of a compartment. */
  private static final double WORTH_TIPPING = 0.4;

  private final FlatProblem flat;
  private final DayAccess access;
  private final int mostKept;
  private final int mostSites;
  private final int[] tried = new int[COMPARTMENTS];
  private int[] work = new int[64];
  private int works;
  private int[] kept = new int[64];
  private int keeps;
  private Truck truck;
  private Truck.Rest rest;
  private int compartments;
  private int truckIndex;

  private boolean[][] empties = new boolean[0][];

  /** By compartment: fee a unit of mass where it is least. */
  private long[] leastFee = new long[0];

  /** By compartment: volume of the stops that are still to come. */
  private final long[] remaining = new long[COMPARTMENTS];

  private long remainingMass;

  /** Whether a tipping is thought of only where it is likely to pay. */
  private boolean hasty;

  /** By place in the order: what the day costs at least once this stop is served. */
  private long[] ahead = new long[0];

  /** What the day costs at least beyond the partial days that are kept now. */
  private long aheadNow;

  /** The place in the order of the stop that these were extended to. */
  private int served;

  /** A sharper word on what is ahead, where few days are known to be of use. */
  private final TripBound bound;

  private boolean bounded;

  private long limit;

  /** By how much the day that was found last breaks its rules; 0 where it keeps them. */
  long foundBroken;

  /** Its distance, fees and time, without what the truck and changed habits cost. */
  long foundCost;

  @SuppressWarnings("NullAway.Init") // truck and rest are set at the begin of each decoding
  TripLabels(FlatProblem flat, DayAccess access, int mostKept) {
    this.mostKept = mostKept;
    this.mostSites = mostKept == FEW ? SITES : mostKept == MANY ? 2 * SITES : flat.sites;
    this.flat = flat;
    this.access = access;
    this.bound = new TripBound(flat, access);
  }

  /** Whether a limit hides no day that costs less. */
  boolean bounds() {
    return bound.suits();
  }

  int mostVisits(int stops) {
    return stops + (stops + 1) * Math.min(COMPARTMENTS, flat.sites) + 1;
  }

  /**
   * @param visits takes the codes, room for {@link #mostVisits}
   * @param limit where it is not {@link Routes#NEVER}, days that cost as much or break a rule are
   *     of no use: {@link #foundBroken} is above 0 where there is no other
   * @return how many visits there are
   */
  int decode(int truckIndex, int[] order, int length, int[] visits, long limit) {
    begin(truckIndex);
    boolean plain = flat.sites == 0 && (truck.shift().rest().isEmpty() || truck.start().rested());
    if (plain || (length == 0 && truck.idleAtDepot())) {
      System.arraycopy(order, 0, visits, 0, length);
      foundBroken = 0;
      foundCost = 0;
      return length;
    }
    this.limit = limit;
    lookAhead(order, length);
    hasty = mostKept == FEW;
    bounded = !hasty && limit < Routes.NEVER && bounds();
    if (bounded) {
      bound.prepare(truckIndex, order, length);
    }
    for (int i = 0; i < length; i++) {
      served = i;
      aheadNow = ahead[i];
      extendAll(order[i]);
      if (keeps == 0) {
        foundBroken = 1;
        return 0;
      }
      comes(order[i], -1);
      int[] swap = work;
      work = kept;
      works = keeps;
      kept = swap;
      keeps = 0;
    }
    return trace(best(), visits);
  }

  /** Sums up what is to come: load, and the least cost of ways, service and fees. */
  private void lookAhead(int[] order, int length) {
    if (ahead.length < length) {
      ahead = new long[2 * length];
    }
    Arrays.fill(remaining, 0);
    remainingMass = 0;
    long sum = -truck.prices().perTime() * truck.start().time();
    int next = home();
    for (int i = length - 1; i >= 0; i--) {
      ahead[i] = sum + way(order[i], next);
      next = order[i];
      sum = ahead[i] + truck.prices().perTime() * flat.service[next];
      int compartment = access.compartment[truckIndex][flat.stream[next]];
      sum += compartment < 0 ? 0 : leastFee[compartment] * flat.mass[next];
      comes(next, 1);
    }
  }

  private long way(int from, int to) {
    return truck.prices().perDistance() * flat.distance(truckIndex, from, to)
        + truck.prices().perTime() * flat.time(truckIndex, from, to);
  }

  private void comes(int stop, int times) {
    int compartment = access.compartment[truckIndex][flat.stream[stop]];
    if (compartment >= 0) {
      remaining[compartment] += (long) times * flat.volume[stop];
      remainingMass += (long) times * flat.mass[stop];
    }
  }

  private void begin(int index) {
    truckIndex = index;
    truck = flat.problem.trucks().get(index);
    empties = access.empties[index];
    leastFee = access.leastFee[index];
    rest = truck.shift().rest().orElse(new Truck.Rest(new Window(0, 0), 0, 0));
    compartments = truck.compartments().size();
    count = 0;
    Truck.Start start = truck.start();
    int first = label(-1, -1, flat.startPlace[index]);
    time[first] = start.time();
    driven[first] = start.driven();
    rested[first] = start.rested() || truck.shift().rest().isEmpty();
    broken[first] = 0;
    cost[first] = 0;
    tips[first] = 0;
    for (int c = 0; c < compartments; c++) {
      volume[first * COMPARTMENTS + c] = start.volumes().isEmpty() ? 0 : start.volumes().get(c);
      mass[first * COMPARTMENTS + c] = start.masses().isEmpty() ? 0 : start.masses().get(c);
      cost[first] += leastFee[c] * mass[first * COMPARTMENTS + c];
    }
    work[0] = first;
    works = 1;
    keeps = 0;
  }

  /** All ways on from the partial days in {@code work} to a service at the stop. */
  private void extendAll(int stop) {
    keeps = 0;
    openUp(stop);
    for (int i = 0; i < works; i++) {
      int from = work[i];
      if (!tooLateToRest(from)) {
        keep(serve(from, stop));
        if (restPays(from, stop)) {
          keep(serve(rest(from, VisitCodes.restOnArrival(flat), stop), stop));
        }
      }
    }
    while (keeps > mostKept) {
      dropWorst();
    }
  }

  /**
   * Adds to {@code work} what can be done before the way to {@code next}: tip, rest, in any order.
   */
  private void openUp(int next) {
    for (int i = 0; i < works; i++) {
      int from = work[i];
      boolean pays = tooLateToRest(from) || restPays(from, next);
      if (tips[from] < compartments && (next == home() || !tooEarlyToTip(from))) {
        pays |= tipNear(from);
      }
      if (pays && !rested[from]) {
        work(rest(from, VisitCodes.restHere(flat), place[from]));
      }
    }
  }

  /** Whether a break may pay before it. */
  private boolean tipNear(int from) {
    boolean pays = false;
    Arrays.fill(tried, 0);
    for (int k = 0; k < flat.sites; k++) {
      int site = access.nearSites[truckIndex].of(place[from], k);
      if (helps(from, site)) {
        pays |= restPays(from, flat.stops + site);
        if (!tooLateToRest(from)) {
          work(tip(from, site));
        }
      }
    }
    return pays;
  }

  /** Where all the rest fits, or, while only searching, where the truck is far from full. */
  private boolean tooEarlyToTip(int label) {
    boolean fits = true;
    boolean worth = !hasty;
    long masses = 0;
    for (int c = 0; c < compartments; c++) {
      long onBoard = volume[label * COMPARTMENTS + c];
      int capacity = access.capacity[truckIndex * access.compartments + c];
      fits &= onBoard + remaining[c] <= capacity;
      worth |= onBoard >= WORTH_TIPPING * capacity;
      masses += mass[label * COMPARTMENTS + c];
    }
    fits &= masses + remainingMass <= truck.payload();
    worth |= masses >= WORTH_TIPPING * truck.payload();
    return fits || !worth;
  }

  private int home() {
    return flat.depotPlace[truckIndex];
  }

  private int best() {
    int depot = home();
    aheadNow = 0;
    openUp(depot);
    int best = -1;
    long bestBroken = Long.MAX_VALUE;
    long bestCost = Long.MAX_VALUE;
    for (int i = 0; i < works; i++) {
      int from = work[i];
      for (int way = 0; way < (rested[from] ? 1 : 2); way++) {
        int last = way == 0 ? from : rest(from, VisitCodes.restOnArrival(flat), depot);
        int end = flat.arrival(time[last], flat.time(truckIndex, place[last], depot));
        long amiss =
            broken[last]
                + load(last)
                + Math.max(0, (long) end - truck.shift().latest())
                + Math.max(0, (long) driven[last] + end - time[last] - truck.shift().maxDriving())
                + (rested[last] ? 0 : Math.max(0, end - rest.owedAfter()));
        Truck.Prices prices = truck.prices();
        long total =
            cost[last]
                + prices.perDistance() * flat.distance(truckIndex, place[last], depot)
                + prices.perTime() * end
                + prices.perOvertime() * Math.max(0, (long) end - truck.shift().overtimeFrom());
        if (amiss < bestBroken || (amiss == bestBroken && total < bestCost)) {
          best = last;
          bestBroken = amiss;
          bestCost = total;
        }
      }
    }
    foundBroken = bestBroken;
    foundCost = bestCost - truck.prices().perTime() * truck.start().time();
    return best;
  }

  private int trace(int last, int[] visits) {
    int length = 0;
    for (int l = last; parent[l] >= 0; l = parent[l]) {
      visits[length++] = code[l];
    }
    for (int i = 0, j = length - 1; i < j; i++, j--) {
      int swap = visits[i];
      visits[i] = visits[j];
      visits[j] = swap;
    }
    return length;
  }

  private int serve(int from, int stop) {
    int to = drive(from, stop, stop);
    int compartment = access.compartment[truckIndex][flat.stream[stop]];
    if (compartment >= 0) {
      int at = to * COMPARTMENTS + compartment;
      volume[at] += flat.volume[stop];
      mass[at] += flat.mass[stop];
      cost[to] += leastFee[compartment] * flat.mass[stop];
      int over = volume[at] - access.capacity[truckIndex * access.compartments + compartment];
      broken[to] += Math.max(0, Math.min(flat.volume[stop], over));
      if (flat.mass[stop] > 0) {
        int onBoard = 0;
        for (int c = 0; c < compartments; c++) {
          onBoard += mass[to * COMPARTMENTS + c];
        }
        broken[to] += Math.max(0, Math.min(flat.mass[stop], onBoard - truck.payload()));
      }
    }
    tips[to] = 0;
    begin(to, stop);
    return to;
  }

  private int tip(int from, int site) {
    int to = drive(from, flat.stops + site, flat.stops + site);
    DisposalSite at = flat.problem.sites().get(site);
    cost[to] += at.fee();
    for (int c = 0; c < compartments; c++) {
      if (empties[site][c]) {
        cost[to] += (at.feePerMass() - leastFee[c]) * mass[to * COMPARTMENTS + c];
        volume[to * COMPARTMENTS + c] = 0;
        mass[to * COMPARTMENTS + c] = 0;
      }
    }
    tips[to] = tips[from] + 1;
    begin(to, flat.stops + site);
    return to;
  }

  private int rest(int from, int code, int at) {
    int to = drive(from, code, at);
    broken[to] += Math.max(0, time[to] - rest.window().to());
    time[to] = Math.max(time[to], rest.window().from()) + rest.duration();
    rested[to] = true;
    return to;
  }

  private int drive(int from, int visit, int to) {
    int label = label(from, visit, to);
    int arrive = flat.arrival(time[from], flat.time(truckIndex, place[from], to));
    cost[label] =
        cost[from] + truck.prices().perDistance() * flat.distance(truckIndex, place[from], to);
    driven[label] = driven[from] + arrive - time[from];
    time[label] = arrive;
    broken[label] = broken[from];
    rested[label] = rested[from];
    tips[label] = tips[from];
    for (int c = 0; c < compartments; c++) {
      volume[label * COMPARTMENTS + c] = volume[from * COMPARTMENTS + c];
      mass[label * COMPARTMENTS + c] = mass[from * COMPARTMENTS + c];
    }
    return label;
  }

  private void begin(int label, int at) {
    int start = flat.serviceStart(at, time[label]);
    if (start < 0) {
      broken[label] += flat.lateness(at, time[label]);
      start = time[label];
    }
    time[label] = start + flat.service[at];
  }

  private boolean tooLateToRest(int label) {
    return !rested[label] && time[label] > Math.max(rest.window().to(), rest.owedAfter());
  }

  /** A break cannot pay before an activity that ends when no break may begin yet. */
  private boolean restPays(int label, int next) {
    if (rested[label]) {
      return false;
    }
    int arrive = flat.arrival(time[label], flat.time(truckIndex, place[label], next));
    return Math.max(arrive, flat.serviceStart(next, arrive)) + flat.service[next]
        > rest.window().from();
  }

  /** Whether a site empties something that not enough nearer ones do. */
  private boolean helps(int label, int site) {
    boolean helps = false;
    for (int c = 0; c < compartments; c++) {
      int at = label * COMPARTMENTS + c;
      if (empties[site][c] && (volume[at] > 0 || mass[at] > 0)) {
        helps |= tried[c]++ < mostSites;
      }
    }
    return helps;
  }

  private long load(int label) {
    long volumes = 0;
    long masses = 0;
    for (int c = 0; c < compartments && flat.sites > 0; c++) {
      volumes += volume[label * COMPARTMENTS + c];
      masses += mass[label * COMPARTMENTS + c];
    }
    return Math.max(volumes, masses);
  }

  private void work(int label) {
    if (works == work.length) {
      work = Arrays.copyOf(work, 2 * works);
    }
    work[works++] = label;
  }

  private void keep(int label) {
    if (limit < Routes.NEVER
        && (broken[label] > 0 || value(label) + aheadNow >= limit || useless(label))) {
      return;
    }
    for (int i = keeps - 1; i >= 0; i--) {
      if (dominates(kept[i], label)) {
        return;
      }
      if (broken[label] < broken[kept[i]] || dominates(label, kept[i])) {
        kept[i] = kept[--keeps];
      }
    }
    if (keeps == kept.length) {
      kept = Arrays.copyOf(kept, 2 * keeps);
    }
    kept[keeps++] = label;
  }

  private boolean useless(int label) {
    return bounded
        && value(label)
                - truck.prices().perTime() * truck.start().time()
                + bound.after(served, volume, mass, label * COMPARTMENTS)
            >= limit;
  }

  private boolean dominates(int one, int other) {
    if (broken[one] < broken[other]) {
      return true;
    }
    if (broken[one] > broken[other]
        || cost[one] > cost[other]
        || time[one] > time[other]
        || (!rested[one] && rested[other])
        || (driven[one] > driven[other] && truck.shift().maxDriving() != Truck.UNLIMITED)) {
      return false;
    }
    for (int c = 0; c < compartments; c++) {
      int a = one * COMPARTMENTS + c;
      int b = other * COMPARTMENTS + c;
      if (volume[a] > volume[b] || mass[a] > mass[b]) {
        return false;
      }
    }
    return true;
  }

  /** The dearest goes, but never the one that is on its way first. */
  private void dropWorst() {
    int worst = -1;
    int first = 0;
    for (int i = 1; i < keeps; i++) {
      int other = i;
      if (time[kept[i]] < time[kept[first]]) {
        other = first;
        first = i;
      }
      if (worst < 0 || value(kept[other]) > value(kept[worst])) {
        worst = other;
      }
    }
    kept[worst] = kept[--keeps];
  }

  private long value(int label) {
    return cost[label] + truck.prices().perTime() * time[label];
  }
}
