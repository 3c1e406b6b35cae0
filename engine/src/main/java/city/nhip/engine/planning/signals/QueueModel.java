package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays a plan in steps of one second over the lane graph: vehicles run to the stop line at free
 * flow, stand in first-in-first-out lanes of finite length, and cross at the saturation headway
 * after a start-up loss. Yielding turns wait for a gap, at first in a bay inside the junction. A
 * vehicle that finds its next lane full holds its own.
 *
 * <p>Mutable and for one thread; the loop allocates nothing. The same plan gives the same outcome.
 * One long class: each of its steps reads and writes the same arrays of vehicles and lanes.
 */
final class QueueModel {
  /** From green to the first vehicle of a standing queue over the stop line, ms. */
  private static final int START_UP = 500;

  /** The same where no signal but a full lane held the queue: who stands there clears it first. */
  private static final int START_UP_HELD = 2_000;

  /** Time of the yellow in which a moving vehicle no longer stops, ms. */
  private static final int YELLOW_USED = 700;

  /** Within this time two that want each other's lane on a short street may meet, ms. */
  private static final int MEETING = 6_000;

  /**
   * A detector two seconds before the stop line ends a green after three seconds without a vehicle:
   * one crossed within this, or will within {@link #COMING}, ms.
   */
  private static final int PASSED = 1_000;

  private static final int COMING = 2_000;

  /** The vehicle of a standing queue that stands on that detector. */
  private static final int AT_DETECTOR = 4;

  /** After the green began, until a queue moves over that detector, seconds. */
  private static final int QUEUE_MOVES = 6;

  /** Who has waited this long for a gap takes any; before, the gaps taken shrink with time, ms. */
  private static final int IMPATIENT = 180_000;

  /** Onto lanes that hold no more vehicles than this one more follows who moves on. */
  private static final int SHORT = 2;

  /** From one lane to the next, ms. */
  private static final int CHANGING = 500;

  private static final int EXIT_HEADWAY = 1_200;
  private static final int NONE = -1;

  /** Stands for the movement of a vehicle that first has to leave the lane that it stands on. */
  private static final int CHANGES = -2;

  private static final byte RED = 0;
  private static final byte YIELD = 1;
  private static final byte GO = 2;
  private static final byte YELLOW = 3;

  private final LaneGraph g;
  private final int[] next;
  private final int[] arrive;
  private final int[] move;
  private final int[] place;
  private final int[] head;
  private final int[] tail;
  private final int[] count;

  /**
   * The lanes with a vehicle on them, the links with one that waits to enter, the bays with one.
   */
  private final BitSet occupied;

  private final BitSet entering;
  private final BitSet turning;
  private final int[] ready;
  private final boolean[] stopped;

  /** Vehicles that left since the lane's queue stood; from the length of the start on, all same. */
  private final int[] started;

  /** Per place of a lane, when the room that it gives was made; and how many it took so far. */
  private final int[] freed;

  private final int[] entered;
  private final int[] left;
  private final int[] heldAt;
  private final int[] entryHead;
  private final int[] entryTail;
  private final int[] entryReady;
  private final int[] bayHead;
  private final int[] bayTail;
  private final int[] bayCount;
  private final int[] bayReady;
  private final int[] lastCross;
  private final int[] lastSwap;
  private final byte[] light;
  private final int[] yellowFrom;
  private final int[][] movesOfSite;
  private final int[] stepOfSite;
  private final int[] stepSince;
  private final @Nullable SignalClock[] clocks;
  private final long[] moveDelay;
  private final int[] moveCrossed;
  private final QueueTally tally;
  private boolean watchesQueues;
  private int @Nullable [][] reached;
  private long delayMillis;
  private long stops;
  private long blocked;
  private long swaps;
  private int gone;
  private int inside;

  QueueModel(SignalNetwork network) {
    this(new LaneGraph(network));
  }

  QueueModel(LaneGraph graph) {
    g = graph;
    int vehicles = g.tripRoute.length;
    next = new int[vehicles];
    arrive = new int[vehicles];
    move = new int[vehicles];
    place = new int[vehicles];
    head = new int[g.lanes];
    tail = new int[g.lanes];
    count = new int[g.lanes];
    occupied = new BitSet(g.lanes);
    ready = new int[g.lanes];
    stopped = new boolean[g.lanes];
    started = new int[g.lanes];
    freed = new int[g.firstPlace[g.lanes]];
    entered = new int[g.lanes];
    left = new int[g.lanes];
    heldAt = new int[g.lanes];
    int links = g.travel.length;
    entering = new BitSet(links);
    entryHead = new int[links];
    entryTail = new int[links];
    entryReady = new int[links];
    int movements = g.fromLane.length;
    turning = new BitSet(movements);
    bayHead = new int[movements];
    bayTail = new int[movements];
    bayCount = new int[movements];
    bayReady = new int[movements];
    lastCross = new int[movements];
    lastSwap = new int[g.lanes];
    light = new byte[movements];
    yellowFrom = new int[movements];
    int sites = g.network.intersections().size();
    stepOfSite = new int[sites];
    stepSince = new int[sites];
    clocks = new SignalClock[sites];
    moveDelay = new long[movements];
    moveCrossed = new int[movements];
    tally = new QueueTally(g);
    movesOfSite = new int[sites][];
    for (int site = 0; site < sites; site++) {
      List<Integer> own = new ArrayList<>();
      for (int m = 0; m < movements; m++) {
        if (g.siteOf[m] == site) {
          own.add(m);
        }
      }
      movesOfSite[site] = own.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /**
   * Plays a plan and keeps the longest queues too, which costs a look at every vehicle a second.
   */
  Outcome playAndWatch(List<Timing> plan) {
    watchesQueues = true;
    try {
      return play(plan);
    } finally {
      watchesQueues = false;
    }
  }

  /**
   * @return by vehicle and place on its route, when it wanted to enter the network and when it came
   *     onto each further street, ms of the day; {@link Integer#MAX_VALUE} where it never did
   */
  int[][] reached(List<Timing> plan) {
    int[][] times = new int[g.tripRoute.length][];
    for (int v = 0; v < times.length; v++) {
      times[v] = new int[g.choices[g.tripRoute[v]].length];
      Arrays.fill(times[v], Integer.MAX_VALUE);
    }
    reached = times;
    play(plan);
    reached = null;
    for (int v = 0; v < times.length; v++) {
      times[v][0] = g.tripMillis[v];
    }
    return times;
  }

  private void lookAtQueues(int now) {
    for (int lane = 0; lane < g.lanes; lane++) {
      int standing = 0;
      for (int v = head[lane]; v != NONE && arrive[v] <= now; v = next[v]) {
        standing++;
      }
      tally.stands(lane, standing);
    }
  }

  Outcome play(List<Timing> plan) {
    reset();
    boolean gapOut = g.network.gapOut();
    int due = 0;
    for (int second = g.network.begin(); second < g.network.end(); second++) {
      int now = second * 1000;
      for (int site = 0; site < stepOfSite.length; site++) {
        SignalClock clock = clock(site, plan.get(site));
        boolean starts = stepOfSite[site] == NONE;
        int step = gapOut && !starts ? gapOut(site, clock, second) : clock.step(second);
        if (step != stepOfSite[site]) {
          stepOfSite[site] = step;
          stepSince[site] = starts ? clock.since(second) : second;
          show(site, clock.state(step), second);
        }
      }
      for (int m = turning.nextSetBit(0); m != NONE; m = turning.nextSetBit(m + 1)) {
        clearBay(m, now);
      }
      // who meets where there is room for one goes by turns
      if ((second & 1) == 0) {
        for (int lane = occupied.nextSetBit(0);
            lane != NONE;
            lane = occupied.nextSetBit(lane + 1)) {
          discharge(lane, now);
        }
      } else {
        for (int lane = occupied.previousSetBit(g.lanes - 1);
            lane != NONE;
            lane = occupied.previousSetBit(lane - 1)) {
          discharge(lane, now);
        }
      }
      due = admit(due, now);
      if (watchesQueues) {
        lookAtQueues(now + 1000);
      }
    }
    return outcome(due);
  }

  private void reset() {
    Arrays.fill(head, NONE);
    occupied.clear();
    entering.clear();
    turning.clear();
    Arrays.fill(count, 0);
    Arrays.fill(ready, 0);
    Arrays.fill(stopped, false);
    Arrays.fill(started, g.startMillis.length);
    Arrays.fill(freed, Integer.MIN_VALUE / 2);
    Arrays.fill(entered, 0);
    Arrays.fill(left, 0);
    Arrays.fill(heldAt, -10_000);
    Arrays.fill(entryHead, NONE);
    Arrays.fill(entryReady, 0);
    Arrays.fill(bayHead, NONE);
    Arrays.fill(bayCount, 0);
    Arrays.fill(bayReady, 0);
    Arrays.fill(lastCross, -10_000);
    Arrays.fill(lastSwap, -MEETING);
    Arrays.fill(stepOfSite, NONE);
    Arrays.fill(moveDelay, 0);
    Arrays.fill(moveCrossed, 0);
    tally.reset();
    for (int m = 0; m < light.length; m++) {
      light[m] = g.siteOf[m] >= 0 ? RED : g.minor[m] ? YIELD : GO;
    }
    delayMillis = 0;
    stops = 0;
    blocked = 0;
    swaps = 0;
    gone = 0;
    inside = 0;
  }

  private SignalClock clock(int site, Timing timing) {
    SignalClock clock = clocks[site];
    if (clock == null || !clock.plays(timing)) {
      clock = new SignalClock(g.network.intersections().get(site), timing);
      clocks[site] = clock;
    }
    return clock;
  }

  private int gapOut(int site, SignalClock clock, int second) {
    int step = stepOfSite[site];
    int shown = second - stepSince[site];
    boolean ends =
        clock.mustEnd(step, shown)
            || (clock.mayEnd(step, shown) && !called(site, shown, second * 1000));
    return ends ? clock.following(step) : step;
  }

  /** Whether on a lane with the right of way somebody has just crossed or comes. */
  private boolean called(int site, int shown, int now) {
    boolean starts = shown < QUEUE_MOVES;
    for (int m : movesOfSite[site]) {
      if (light[m] == GO
          && ((!starts && lastCross[m] > now - PASSED) || comes(g.fromLane[m], starts, now))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the lane's first vehicle is about to cross; or, where that one must wait, others come.
   *
   * @param starts whether the queue does not move yet: the detector may lie in a gap of it
   */
  private boolean comes(int lane, boolean starts, int now) {
    int v = head[lane];
    if (!starts && v != NONE && move[v] >= 0 && light[move[v]] == GO) {
      return Math.max(arrive[v], ready[lane]) < now + COMING;
    }
    for (int place = 1; v != NONE && arrive[v] < now + COMING; place++, v = next[v]) {
      if (place >= AT_DETECTOR) {
        return !starts;
      }
      if (arrive[v] > now - PASSED) {
        return true;
      }
    }
    return false;
  }

  private void show(int site, String state, int second) {
    for (int m : movesOfSite[site]) {
      byte shown =
          switch (state.charAt(g.signalOf[m])) {
            case 'G' -> g.minor[m] ? YIELD : GO;
            case 'g', 's' -> YIELD;
            case 'y' -> YELLOW;
            default -> RED;
          };
      if (shown == YELLOW && light[m] != YELLOW) {
        yellowFrom[m] = second * 1000;
      }
      light[m] = shown;
    }
  }

  private void discharge(int lane, int now) {
    while (head[lane] != NONE) {
      int v = head[lane];
      int at = Math.max(ready[lane], arrive[v]);
      if (at >= now + 1000) {
        return;
      }
      int m = move[v];
      if (m == NONE) {
        take(lane, at);
        ready[lane] = at + EXIT_HEADWAY;
        gone++;
        inside--;
        continue;
      }
      if (m == CHANGES) {
        int wanted = shortest(g.choices[g.tripRoute[v]][place[v]], now);
        if (wanted == NONE) {
          heldAt[lane] = now;
          stopped[lane] = true;
          return;
        }
        take(lane, at);
        join(v, wanted);
        waited(v, move[v], Math.max(at, now));
        arrive[v] = Math.max(at, now) + CHANGING;
        continue;
      }
      if (!open(lane, m, v, at, now)) {
        stopped[lane] = true;
        return;
      }
      if (stopped[lane]) {
        stopped[lane] = false;
        started[lane] = 0;
        boolean held = g.siteOf[m] < 0 && light[m] == GO;
        ready[lane] = Math.max(at, now + (held ? START_UP_HELD : START_UP));
        continue;
      }
      cross(lane, m, v, at, now);
    }
  }

  /** Whether the lane's first vehicle may move on this second. */
  private boolean open(int lane, int m, int v, int at, int now) {
    byte shown = light[m];
    if (shown == RED || (shown == YELLOW && (stopped[lane] || at >= yellowFrom[m] + YELLOW_USED))) {
      return false;
    }
    if (g.bay[m] > 0) {
      if (bayCount[m] < g.bay[m]) {
        return true;
      }
      heldAt[lane] = now;
      return false;
    }
    if (shown == YIELD && conflicted(m, now - at, now)) {
      heldAt[lane] = now;
      return false;
    }
    if (target(m, v, now) == NONE) {
      blocked++;
      heldAt[lane] = now;
      return false;
    }
    return true;
  }

  private boolean conflicted(int m, int waited, int now) {
    int gap = g.gap[m];
    if (waited >= IMPATIENT) {
      gap = 0;
    } else if (waited > 0) {
      gap -= (int) ((long) gap * waited / IMPATIENT);
    }
    for (int foe : g.yieldsTo[m]) {
      if (light[foe] == RED) {
        continue;
      }
      if (lastCross[foe] > now - 1000) {
        return true;
      }
      if (gap == 0) {
        continue;
      }
      int lane = g.fromLane[foe];
      int first = head[lane];
      if (first == NONE || light[foe] == YELLOW) {
        continue;
      }
      if (heldAt[lane] >= now - 1000) {
        if (goesBefore(foe, first, now)) {
          return true;
        }
        continue;
      }
      if (move[first] == foe && Math.max(arrive[first], ready[lane]) < now + gap) {
        return true;
      }
      int second = next[first];
      if (second != NONE && move[second] == foe && arrive[second] < now + gap) {
        return true;
      }
    }
    return false;
  }

  /** Who has been held by a full lane and finds room in it now is quicker than who must yield. */
  private boolean goesBefore(int foe, int v, int now) {
    return light[foe] == GO && move[v] == foe && g.bay[foe] == 0 && target(foe, v, now) != NONE;
  }

  private void cross(int lane, int m, int v, int at, int now) {
    take(lane, at);
    if (at > ready[lane]) {
      started[lane] = g.startMillis.length;
    }
    int headway = g.headway[m];
    int launch = started[lane] < g.launchMillis.length ? g.launchMillis[started[lane]] : 0;
    if (started[lane] < g.startMillis.length) {
      headway = Math.max(headway, g.startMillis[started[lane]++]);
    }
    ready[lane] = at + headway;
    waited(v, m, at);
    if (g.bay[m] > 0) {
      arrive[v] = at + 500;
      next[v] = NONE;
      if (bayHead[m] == NONE) {
        bayHead[m] = v;
        turning.set(m);
      } else {
        next[bayTail[m]] = v;
      }
      bayTail[m] = v;
      bayCount[m]++;
      return;
    }
    lastCross[m] = at;
    moveCrossed[m]++;
    enterFrom(m, v, target(m, v, now), at + g.cross[m] + launch);
  }

  private void clearBay(int m, int now) {
    int v = bayHead[m];
    int at = Math.max(bayReady[m], arrive[v]);
    if (at >= now + 1000 || (light[m] != GO && conflicted(m, now - at, now))) {
      return;
    }
    int lane = target(m, v, now);
    if (lane == NONE) {
      blocked++;
      return;
    }
    at = Math.max(at, now);
    bayHead[m] = next[v];
    if (bayHead[m] == NONE) {
      turning.clear(m);
    }
    bayCount[m]--;
    bayReady[m] = at + g.headway[m];
    lastCross[m] = at;
    waited(v, m, at);
    moveCrossed[m]++;
    enterFrom(m, v, lane, at + g.cross[m]);
  }

  private void waited(int v, int m, int at) {
    int wait = at - arrive[v];
    delayMillis += wait;
    boolean stop = wait >= 2_000;
    if (stop) {
      stops++;
    }
    if (m < 0) {
      tally.waited(g.network.routes().get(g.tripRoute[v]).get(place[v]), wait, stop);
      return;
    }
    moveDelay[m] += wait;
    if (stop) {
      tally.stopped(m);
    }
  }

  /**
   * The lane of the next link with the shortest queue among those that lead on; NONE if full. On a
   * short link it is the one that the movement leads to, or from there a free one beside it.
   */
  private int target(int m, int v, int now) {
    int lane = g.toLane[m];
    int[] choice = g.choices[g.tripRoute[v]][place[v] + 1];
    if (!g.keepsLane[g.linkOfLane[lane]]) {
      return shortest(choice, now);
    }
    if (!hasRoom(lane, now)) {
      return NONE;
    }
    int beside = LaneGraph.holds(choice, lane) ? NONE : shortest(choice, now);
    return beside == NONE ? lane : beside;
  }

  private int shortest(int[] choice, int now) {
    int best = NONE;
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < choice.length; i += 2) {
      int lane = choice[i];
      if (count[lane] < fewest && hasRoom(lane, now)) {
        fewest = count[lane];
        best = lane;
      }
    }
    return best;
  }

  private void take(int lane, int at) {
    head[lane] = next[head[lane]];
    if (head[lane] == NONE) {
      occupied.clear(lane);
    }
    count[lane]--;
    freed[g.firstPlace[lane] + left[lane]] = at + g.wave[lane];
    left[lane] = left[lane] + 1 == g.storage[lane] ? 0 : left[lane] + 1;
  }

  /** Whether room has reached the lane's start, or its few vehicles are all about to move on. */
  private boolean hasRoom(int lane, int now) {
    if (count[lane] < g.storage[lane]) {
      return freed[g.firstPlace[lane] + entered[lane]] < now + 1000;
    }
    return g.storage[lane] <= SHORT && count[lane] == g.storage[lane] && moves(lane);
  }

  private boolean moves(int lane) {
    int m = move[head[lane]];
    return !stopped[lane] && m != CHANGES && (m == NONE || light[m] == GO || light[m] == YIELD);
  }

  private void enterFrom(int m, int v, int lane, int at) {
    enter(v, lane, at);
    swap(g.toLane[m], move[v] == CHANGES ? g.choices[g.tripRoute[v]][place[v]][0] : lane, at);
  }

  /** Counts how near two come that have to change into each other's lane where none can pass. */
  private void swap(int on, int wanted, int at) {
    int link = g.linkOfLane[on];
    if (on == wanted || !g.tooShortToSwap[link]) {
      return;
    }
    int since = at - lastSwap[wanted];
    if (since < MEETING) {
      swaps += MEETING - Math.max(0, since);
    }
    lastSwap[on] = at;
  }

  private void enter(int v, int lane, int at) {
    place[v]++;
    if (reached != null) {
      reached[v][place[v]] = at;
    }
    arrive[v] = at + g.travel[g.linkOfLane[lane]];
    join(v, lane);
  }

  private void join(int v, int lane) {
    move[v] = CHANGES;
    int[] choice = g.choices[g.tripRoute[v]][place[v]];
    for (int i = 0; i < choice.length; i += 2) {
      if (choice[i] == lane) {
        move[v] = choice[i + 1];
      }
    }
    next[v] = NONE;
    if (head[lane] == NONE) {
      head[lane] = v;
      occupied.set(lane);
    } else {
      next[tail[lane]] = v;
    }
    tail[lane] = v;
    count[lane]++;
    entered[lane] = entered[lane] + 1 == g.storage[lane] ? 0 : entered[lane] + 1;
  }

  private int admit(int due, int now) {
    int upTo = due;
    while (upTo < g.tripMillis.length && g.tripMillis[upTo] < now + 1000) {
      int v = upTo++;
      int link = g.network.routes().get(g.tripRoute[v]).get(0);
      next[v] = NONE;
      place[v] = -1;
      arrive[v] = g.tripMillis[v];
      if (entryHead[link] == NONE) {
        entryHead[link] = v;
        entering.set(link);
      } else {
        next[entryTail[link]] = v;
      }
      entryTail[link] = v;
    }
    for (int link = entering.nextSetBit(0); link != NONE; link = entering.nextSetBit(link + 1)) {
      int v = entryHead[link];
      if (entryReady[link] < now + 1000) {
        boolean first = g.driving.entersOnFirstLane();
        int lane =
            first && !hasRoom(g.firstLane[link], now)
                ? NONE
                : shortest(g.choices[g.tripRoute[v]][0], now);
        if (lane != NONE) {
          entryHead[link] = next[v];
          if (entryHead[link] == NONE) {
            entering.clear(link);
          }
          int at = Math.max(arrive[v], entryReady[link]);
          at = Math.max(at, now);
          delayMillis += at - arrive[v];
          tally.waited(link, at - arrive[v], false);
          int across = first ? 1 : g.firstLane[link + 1] - g.firstLane[link];
          int entry = g.driving.entryMillis() / across;
          entryReady[link] = at + (first && lane != g.firstLane[link] ? entry * 2 / 3 : entry);
          inside++;
          if (first) {
            swap(g.firstLane[link], lane, at);
          }
          enter(v, lane, first && g.launchMillis.length > 0 ? at + g.launchMillis[0] : at);
        }
      }
    }
    return upTo;
  }

  private List<Long> siteDelay() {
    long[] delay = new long[movesOfSite.length];
    for (int m = 0; m < moveDelay.length; m++) {
      if (g.siteOf[m] >= 0) {
        delay[g.siteOf[m]] += moveDelay[m];
      }
    }
    return Arrays.stream(delay).map(d -> d / 1000).boxed().toList();
  }

  /** Vehicle-seconds of delay before a movement's stop line in the last run. */
  double delaySeconds(int movement) {
    return moveDelay[movement] / 1000.0;
  }

  /** What the last run came to, in parts. */
  QueueTally tally() {
    return tally;
  }

  /** Vehicles that a movement let through in the last run. */
  int crossed(int movement) {
    return moveCrossed[movement];
  }

  private Outcome outcome(int due) {
    int end = g.network.end() * 1000;
    for (int lane = 0; lane < g.lanes; lane++) {
      for (int v = head[lane]; v != NONE; v = next[v]) {
        if (move[v] != NONE && arrive[v] < end) {
          waited(v, move[v], end);
        }
      }
    }
    for (int m = 0; m < bayHead.length; m++) {
      for (int v = bayHead[m]; v != NONE; v = next[v]) {
        waited(v, m, Math.max(end, arrive[v]));
      }
    }
    int outside = 0;
    for (int link = entering.nextSetBit(0); link != NONE; link = entering.nextSetBit(link + 1)) {
      for (int v = entryHead[link]; v != NONE; v = next[v]) {
        delayMillis += end - arrive[v];
        tally.waited(link, end - arrive[v], false);
        outside++;
      }
    }
    return new Outcome(
        delayMillis / 1000,
        stops,
        blocked,
        1000 * swaps / MEETING,
        due,
        gone,
        inside,
        outside,
        siteDelay());
  }
}
