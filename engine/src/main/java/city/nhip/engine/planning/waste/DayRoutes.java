package city.nhip.engine.planning.waste;

import java.util.Arrays;

/**
 * Routes with everything that a city's day has: tippings, breaks, compartments, hours, prices of
 * time. Tippings and breaks stand in the lists like stops, so that most insertions are judged at
 * once; where a tipping would have to move, {@link TripLabels} judge the whole day. One file: each
 * part reads and mends the same lists within one step of the search.
 */
final class DayRoutes extends Routes {
  private static final double BLINK = 0.01;
  private static final int MOST_TIPS = 40;
  private static final int MOST_DECODED = 2;

  /** A plan that misses the limit by more than so many mean savings is not decoded anew. */
  private static final double HOPEFUL = 1;

  private static final double TRY = 0.1;

  /** Where a stop fits nowhere near, about so many others are looked at. */
  private static final int FARTHEST = 1_000;

  private static final double MEMORY = 0.01;

  /** One in so many finished routes is weighed in full where the short way finds no day. */
  private static final int THOROUGH = 8;

  /** In place of {@link #foundCount}: the day is to be decoded. */
  private static final int ANEW = -2;

  private int looks;
  private final DayClock clock;
  private final DayAccess access;
  private final TripLabels labels;
  private final TripSplit split;

  /** Of the day decoded last, as {@link TripLabels#foundCost} counts. */
  private long foundDay;

  private boolean foundBroken;
  private final int firstTip;

  /** By truck: cost of its route beyond distance and truck. */
  private final long[] extra;

  private final long[] aloneCost;

  private final int[] order;

  /** By place in the order: the way there from the stop before. */
  private final int[] legs;

  private final int[] legTimes;
  private final int[] visits;
  private int[] saved = new int[1_024];
  private int savedLength;

  private final int[] tryAfter = new int[MOST_DECODED];
  private final long[] tryCost = new long[MOST_DECODED];
  private int tries;

  /** So many codes of {@link #foundVisits} are the day that was found. */
  private int foundCount;

  private final int[] foundVisits;
  private double meanSaving;

  DayRoutes(FlatProblem flat, Neighbours neighbours) {
    this(flat, neighbours, TripLabels.FEW);
  }

  DayRoutes(FlatProblem flat, Neighbours neighbours, int mostKept) {
    super(flat, neighbours, flat.startPlace.length * MOST_TIPS);
    firstTip = stops + 2 * trucks;
    access = new DayAccess(flat);
    labels = new TripLabels(flat, access, mostKept);
    split = new TripSplit(flat, access);
    clock = new DayClock(flat, this, access);
    extra = new long[trucks];
    foundVisits = new int[labels.mostVisits(stops + 1)];
    order = new int[stops + 1];
    legs = new int[stops + 1];
    legTimes = new int[stops + 1];
    visits = new int[labels.mostVisits(stops + 1)];
    aloneCost = new long[kinds * stops];
    Arrays.fill(aloneCost, -1);
    for (int t = 0; t < trucks; t++) {
      loaded(t);
    }
  }

  boolean isTip(int node) {
    return node >= firstTip;
  }

  int site(int tip) {
    return place[tip] - stops;
  }

  @Override
  void touching(int truck) {
    if (touches == 1) {
      savedLength = 0;
    }
    int lengthAt = savedLength++;
    saveArc(start(truck));
    for (int v = next[start(truck)]; v != end(truck); v = next[v]) {
      save(v);
      save(place[v]);
      save(clock.restBefore[v]);
      saveArc(v);
    }
    save(clock.restBefore[end(truck)]);
    saved[lengthAt] = savedLength;
  }

  private void saveArc(int node) {
    save(arc[node]);
    save(arcTime[node]);
  }

  private void save(int value) {
    if (savedLength + 1 >= saved.length) {
      saved = Arrays.copyOf(saved, 2 * saved.length);
    }
    saved[savedLength++] = value;
  }

  @Override
  boolean restore() {
    for (int i = 0; i < touches; i++) {
      detach(touched[i]);
    }
    int at = 0;
    for (int i = 0; i < touches; i++) {
      at = restore(touched[i], at);
      refresh(touched[i]);
    }
    return true;
  }

  /** Costs are set right by the caller. */
  private int restore(int truck, int from) {
    int at = from;
    int upTo = saved[at++] - 1;
    int last = start(truck);
    arc[last] = saved[at++];
    arcTime[last] = saved[at++];
    while (at < upTo) {
      int v = saved[at++];
      join(last, v);
      place[v] = saved[at++];
      clock.restBefore[v] = saved[at++];
      arc[v] = saved[at++];
      arcTime[v] = saved[at++];
      enter(v, truck);
      last = v;
    }
    join(last, end(truck));
    clock.restBefore[end(truck)] = saved[at++];
    return at;
  }

  private void join(int a, int b) {
    next[a] = b;
    prev[b] = a;
  }

  /** Takes all nodes out of a route, stops and tippings, and its way out of the cost. */
  private void detach(int truck) {
    for (int v = next[start(truck)]; v != end(truck); v = next[v]) {
      if (v < stops) {
        route[v] = NOWHERE;
        load[truck] -= flat.volume[v];
        if (--size[truck] == 0) {
          emptied(truck);
        }
      }
      cost -= price[truck] * arc[prev[v]];
    }
    cost -= price[truck] * arc[prev[end(truck)]];
  }

  /** The way from one node of a new route to the next; known where they were neighbours before. */
  private void lead(int last, int v, int truck) {
    if (next[last] == v && last < stops && v < stops && flat.oneProfile) {
      prev[v] = last;
    } else {
      link(last, v, truck);
    }
    cost += price[truck] * arc[last];
  }

  private void enter(int v, int truck) {
    route[v] = truck;
    if (v < stops) {
      load[truck] += flat.volume[v];
      if (size[truck]++ == 0) {
        cost += fixed[truck];
        used++;
      }
    }
  }

  @Override
  void settle() {
    for (int i = 0; i < touches; i++) {
      refresh(touched[i]);
      if (size[touched[i]] == 0 || clock.missesRest(touched[i])) {
        loaded(touched[i]);
      }
    }
  }

  @Override
  void inserted(int stop, int truck) {
    clock.restBefore[stop] = DayClock.NO_REST;
    if (foundCount == ANEW) {
      loaded(truck);
    } else if (foundCount >= 0) {
      System.arraycopy(foundVisits, 0, visits, 0, foundCount);
      apply(truck, foundCount);
    } else {
      clock.inserted(stop, truck);
      reckon(truck);
    }
  }

  @Override
  void loaded(int truck) {
    apply(truck, decode(truck, orderOf(truck, NOWHERE, NOWHERE), NEVER));
  }

  @Override
  void finish(double limit) {
    if (cost - limit > leeway()) {
      return;
    }
    long before = cost;
    for (int i = 0; i < touches; i++) {
      improve(touched[i], ++looks % THOROUGH == 0);
    }
    meanSaving += MEMORY * (before - cost - meanSaving);
  }

  @Override
  void polish(int truck) {
    improve(truck, true);
  }

  private void improve(int truck, boolean thoroughly) {
    if (size[truck] == 0) {
      return;
    }
    int length = orderOf(truck, NOWHERE, NOWHERE);
    long now = dayCost(truck);
    int count = thoroughly ? decode(truck, length, now) : decodeSimply(truck, length);
    if (!foundBroken && foundDay < now) {
      apply(truck, count);
    }
  }

  @Override
  double leeway() {
    return HOPEFUL * meanSaving;
  }

  /** Of {@link #order}, into {@link #visits}; a day that costs the limit is of no use. */
  private int decode(int truck, int length, long limit) {
    int count = decodeSimply(truck, length);
    if (foundBroken) {
      count = labels.decode(truck, order, length, visits, limit);
      foundDay = labels.foundCost;
      foundBroken = labels.foundBroken > 0 || count - length - 1 > MOST_TIPS;
    }
    return Math.min(count, length + MOST_TIPS);
  }

  private int decodeSimply(int truck, int length) {
    int count = split.split(truck, order, legs, legTimes, length, visits);
    foundDay = split.foundCost;
    foundBroken = count < 0 || count - length - 1 > MOST_TIPS;
    return count;
  }

  /** As {@link TripLabels#foundCost} counts. */
  private long dayCost(int truck) {
    long distance = 0;
    for (int v = start(truck); v != end(truck); v = next[v]) {
      distance += arc[v];
    }
    return price[truck] * distance + extra[truck] - access.changeCost(this, truck);
  }

  /** Makes the route what {@link #visits} say. */
  private void apply(int truck, int count) {
    detach(truck);
    int last = start(truck);
    int tip = firstTip + truck * MOST_TIPS;
    int rest = DayClock.NO_REST;
    for (int i = 0; i < count; i++) {
      int code = visits[i];
      if (code >= VisitCodes.restHere(flat)) {
        rest = code == VisitCodes.restHere(flat) ? DayClock.REST_HERE : DayClock.REST_ON_ARRIVAL;
        continue;
      }
      int v = code;
      if (code >= stops) {
        v = tip++;
        place[v] = code;
      }
      clock.restBefore[v] = rest;
      rest = DayClock.NO_REST;
      lead(last, v, truck);
      enter(v, truck);
      last = v;
    }
    lead(last, end(truck), truck);
    clock.restBefore[end(truck)] = rest;
    refresh(truck);
  }

  /** Into {@link #order}, with the ways between the stops. */
  private int orderOf(int truck, int stop, int after) {
    int length = 0;
    for (int v = start(truck); v != end(truck); v = next[v]) {
      if (v < stops) {
        boolean known = length > 0 && prev[v] == order[length - 1];
        legs[length] = known ? arc[prev[v]] : NOWHERE;
        legTimes[length] = known ? arcTime[prev[v]] : NOWHERE;
        order[length++] = v;
      }
      if (v == after) {
        legs[length] = NOWHERE;
        order[length++] = stop;
      }
    }
    for (int i = 1; i < length; i++) {
      if (legs[i] == NOWHERE) {
        legs[i] = flat.distance(truck, order[i - 1], order[i]);
        legTimes[i] = flat.time(truck, order[i - 1], order[i]);
      }
    }
    return length;
  }

  private void refresh(int truck) {
    clock.refresh(truck);
    reckon(truck);
  }

  private void reckon(int truck) {
    long more = clock.price(truck) + access.changeCost(this, truck);
    more += clock.broken(truck) || access.broken(this, truck) ? Absence.HARD : 0;
    cost += more - extra[truck];
    extra[truck] = more;
  }

  @Override
  void seek(int stop, Dice dice) {
    found = NOWHERE;
    foundCost = absentCost[stop];
    foundCount = NOWHERE;
    tries = 0;
    int[] near = neighbours.near;
    for (int k = stop * neighbours.width, to = k + neighbours.insertWidth; k < to; k++) {
      int w = near[k];
      int truck = route[w];
      if (truck >= 0) {
        long twice = 2L * neighbours.ways[k];
        int a = prev[w];
        boolean behind = mayPay(twice, w, next[w], truck);
        boolean before = mayPay(twice, a, a, truck);
        if ((behind || before) && access.mayTake(stop, truck, load[truck], size[truck])) {
          if (behind) {
            consider(stop, w, truck, dice);
          }
          if (before) {
            consider(stop, a, truck, dice);
          }
        }
      }
    }
    for (int i = 0; i < tries; i++) {
      if (found == NOWHERE || dice.unit() < TRY) {
        decodeWith(stop, tryAfter[i]);
      }
    }
    if (found == NOWHERE) {
      seekFar(stop, dice);
    }
    for (int k = 0; k < kinds; k++) {
      seekUnused(stop, k);
    }
  }

  /**
   * Whether a stop may be cheaper on an arc than what was found, when it is half of {@code twice}
   * away from one end: the other end, where that is a stop, is no nearer, or was looked at before.
   *
   * @param a where the arc begins
   */
  private boolean mayPay(long twice, int a, int other, int truck) {
    return other >= stops || price[truck] * (twice - arc[a]) < foundCost;
  }

  /** Wherever the stop fits in without a tipping more; in a large city in a part of the routes. */
  private void seekFar(int stop, Dice dice) {
    int t = dice.below(trucks);
    int left = FARTHEST;
    for (int i = 0; i < trucks && left > 0; i++) {
      t = t + 1 == trucks ? 0 : t + 1;
      left -= size[t];
      if (size[t] > 0 && access.mayTake(stop, t, load[t], size[t])) {
        for (int a = start(t); a != end(t); a = next[a]) {
          if (clock.fits(stop, next[a], t)) {
            consider(stop, a, t, dice);
          }
        }
      }
    }
  }

  private void consider(int stop, int a, int truck, Dice dice) {
    int b = next[a];
    long more =
        price[truck]
                * (flat.distanceTo(truck, stop, place[a])
                    + (long) flat.distance(truck, stop, place[b])
                    - arc[a])
            + access.changeCost(stop, truck);
    if (more >= foundCost || clock.isTight(stop, b)) {
      return;
    }
    long later = clock.laterCost(stop, a, b, truck);
    if (later == DayClock.TOO_LATE) {
      if (clock.mayRestElsewhere(truck)) {
        remember(a, more);
      }
    } else if (more + later >= absentCost[stop]) {
      return; // a tipping elsewhere makes no way shorter
    } else if (!clock.fits(stop, b, truck)) {
      remember(a, more + later);
    } else if (more + later < foundCost && dice.unit() >= BLINK) {
      foundCost = more + later;
      found = a;
      foundCount = NOWHERE;
    }
  }

  /** Keeps the cheapest few places at which a tipping or the break would have to move. */
  private void remember(int a, long more) {
    if (tries < MOST_DECODED) {
      tryAfter[tries] = a;
      tryCost[tries++] = more;
      return;
    }
    int dearest = 0;
    for (int i = 1; i < tries; i++) {
      if (tryCost[i] > tryCost[dearest]) {
        dearest = i;
      }
    }
    if (more < tryCost[dearest]) {
      tryAfter[dearest] = a;
      tryCost[dearest] = more;
    }
  }

  private void decodeWith(int stop, int after) {
    int truck = route[after];
    long now = dayCost(truck) - access.changeCost(stop, truck);
    int length = orderOf(truck, stop, after);
    int count = decode(truck, length, now + Math.min(foundCost, useful));
    if (!foundBroken && foundDay - now < foundCost) {
      foundCost = foundDay - now;
      found = after;
      foundCount = count;
      System.arraycopy(visits, 0, foundVisits, 0, count);
    }
  }

  private void seekUnused(int stop, int ofKind) {
    int t = unusedTruck(ofKind);
    if (t < 0 || !access.mayTake(stop, t, 0, 0)) {
      return;
    }
    int at = ofKind * stops + stop;
    if (aloneCost[at] < 0) {
      order[0] = stop;
      decode(t, 1, NEVER);
      aloneCost[at] = foundBroken ? NEVER : foundDay;
    }
    if (aloneCost[at] == NEVER) {
      return;
    }
    long more = aloneCost[at] - dayCost(t) + fixed[t] + access.changeCost(stop, t);
    if (more < foundCost) {
      foundCost = more;
      found = start(t);
      foundCount = ANEW;
    }
  }
}
