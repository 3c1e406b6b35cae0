package city.nhip.engine.planning.waste;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * The problem on flat arrays, for hot loops. Places are numbered: first the stops, then the
 * disposal sites, then the nodes where trucks start and end. Read-only once made.
 */
final class FlatProblem {
  /** Beyond so many places ways are asked of the matrix, not tabulated: 64 MB a table. */
  private static final int MOST_TABULATED = 4_000;

  final WasteProblem problem;
  final int stops;
  final int sites;
  final int places;
  final int[] node;
  final int[] service;
  final int[] volume;
  final int[] mass;

  /** By place; -1 for depots. */
  final int[] stream;

  /** Of place p: {@code from, to} pairs at [windowStart[p], windowStart[p + 1]). */
  final int[] windowStart;

  final int[] windows;

  /** By place: the first window; it never opens where there is none. */
  private final int[] firstOpen;

  private final int[] firstClose;

  /** By truck. */
  final int[] startPlace;

  final int[] depotPlace;
  final boolean congested;
  private final int[] distances;

  /** The same by destination: of use where many ways lead to one place. */
  private final int[] distancesTo;

  private final int[] times;
  private final int[] timesTo;

  FlatProblem(WasteProblem problem) {
    this.problem = problem;
    stops = problem.stops().size();
    sites = problem.sites().size();
    List<Integer> ends = new ArrayList<>();
    startPlace = new int[problem.trucks().size()];
    depotPlace = new int[startPlace.length];
    for (int t = 0; t < startPlace.length; t++) {
      startPlace[t] = stops + sites + indexOf(ends, problem.trucks().get(t).start().node());
      depotPlace[t] = stops + sites + indexOf(ends, problem.trucks().get(t).depot());
    }
    places = stops + sites + ends.size();
    node = new int[places];
    service = new int[places];
    volume = new int[places];
    mass = new int[places];
    stream = new int[places];
    windowStart = new int[places + 1];
    List<List<Window>> all = new ArrayList<>();
    for (int p = 0; p < places; p++) {
      stream[p] = -1;
      if (p < stops) {
        Stop stop = problem.stops().get(p);
        node[p] = stop.node();
        service[p] = stop.service();
        volume[p] = stop.volume();
        mass[p] = stop.mass();
        stream[p] = stop.stream();
        all.add(stop.windows());
      } else if (p < stops + sites) {
        DisposalSite site = problem.sites().get(p - stops);
        node[p] = site.node();
        service[p] = site.tipping();
        all.add(site.windows());
      } else {
        node[p] = ends.get(p - stops - sites);
        all.add(List.of());
      }
      windowStart[p + 1] = windowStart[p] + 2 * all.get(p).size();
    }
    windows = new int[windowStart[places]];
    int at = 0;
    for (List<Window> of : all) {
      for (Window window : of) {
        windows[at++] = window.from();
        windows[at++] = window.to();
      }
    }
    firstOpen = new int[places];
    firstClose = new int[places];
    for (int p = 0; p < places; p++) {
      boolean opens = windowStart[p] < windowStart[p + 1];
      firstOpen[p] = opens ? windows[windowStart[p]] : 0;
      firstClose[p] = opens ? windows[windowStart[p] + 1] : Integer.MIN_VALUE;
    }
    congested = !problem.congestion().isNone();
    boolean tabulated = places <= MOST_TABULATED;
    distances = tabulated ? table(problem.matrix()::distance) : new int[0];
    distancesTo = transposed(distances);
    times = tabulated && !timesAreDistances() ? table(problem.matrix()::time) : distances;
    timesTo = times == distances ? distancesTo : transposed(times);
  }

  /** Whether every way takes as long as it is far, in the problem's units. */
  boolean sameTimes() {
    return times == distances && times.length > 0;
  }

  /** Whether every way is known to be as far as the way back. */
  boolean isSymmetric() {
    return distancesTo == distances && distances.length > 0;
  }

  private boolean timesAreDistances() {
    for (int p = 0, at = 0; p < places; p++) {
      for (int q = 0; q < places; q++, at++) {
        if (problem.matrix().time(node[p], node[q]) != distances[at]) {
          return false;
        }
      }
    }
    return true;
  }

  private int[] transposed(int[] table) {
    int[] to = new int[table.length];
    for (int p = 0; p < places && table.length > 0; p++) {
      for (int q = 0; q < places; q++) {
        to[q * places + p] = table[p * places + q];
      }
    }
    return Arrays.equals(to, table) ? table : to;
  }

  private static int indexOf(List<Integer> ends, int node) {
    int index = ends.indexOf(node);
    if (index < 0) {
      index = ends.size();
      ends.add(node);
    }
    return index;
  }

  private int[] table(IntBinaryOperator ways) {
    int[] table = new int[places * places];
    for (int p = 0, at = 0; p < places; p++) {
      for (int q = 0; q < places; q++, at++) {
        table[at] = ways.applyAsInt(node[p], node[q]);
      }
    }
    return table;
  }

  int distance(int from, int to) {
    return distances.length > 0
        ? distances[from * places + to]
        : problem.matrix().distance(node[from], node[to]);
  }

  /** As {@link #distance}, quicker where many ways to one place are asked for. */
  int distanceTo(int to, int from) {
    return distancesTo.length > 0
        ? distancesTo[to * places + from]
        : problem.matrix().distance(node[from], node[to]);
  }

  /** At free flow. */
  int time(int from, int to) {
    return times.length > 0
        ? times[from * places + to]
        : problem.matrix().time(node[from], node[to]);
  }

  /** As {@link #time}, quicker where many ways to one place are asked for. */
  int timeTo(int to, int from) {
    return timesTo.length > 0
        ? timesTo[to * places + from]
        : problem.matrix().time(node[from], node[to]);
  }

  int arrival(int depart, int from, int to) {
    return arrival(depart, time(from, to));
  }

  /**
   * @param time at free flow
   */
  int arrival(int depart, int time) {
    return congested ? problem.congestion().arrival(depart, time) : depart + time;
  }

  /**
   * @return the first moment not before {@code arrive} at which service may start, or -1 when all
   *     windows have closed
   */
  int serviceStart(int place, int arrive) {
    if (arrive <= firstClose[place]) {
      return Math.max(arrive, firstOpen[place]);
    }
    for (int w = windowStart[place] + 2; w < windowStart[place + 1]; w += 2) {
      if (arrive <= windows[w + 1]) {
        return Math.max(arrive, windows[w]);
      }
    }
    return -1;
  }

  /** By how much {@code arrive} misses the last window; 0 where it does not. */
  int lateness(int place, int arrive) {
    int end = windowStart[place + 1];
    return end == windowStart[place] ? 0 : Math.max(0, arrive - windows[end - 1]);
  }

  boolean accepts(int site, int stream) {
    return problem.sites().get(site).streams().contains(stream);
  }
}
