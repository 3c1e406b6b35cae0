package city.nhip.engine.planning.waste;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  /** Whether all trucks drive by one matrix. */
  final boolean oneProfile;

  /** By truck: where the table of its vehicle profile begins. */
  private final int[] table;

  /** Of several profiles, the shortest ways come first: of any truck at least. */
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
    int profiles = problem.matrices().size();
    oneProfile = profiles == 1;
    int tables = oneProfile ? 1 : 1 + profiles;
    boolean tabulated = (long) tables * places * places <= MOST_TABULATED * (long) MOST_TABULATED;
    table = new int[startPlace.length];
    for (int t = 0; t < table.length && tabulated && !oneProfile; t++) {
      table[t] = (1 + problem.trucks().get(t).profile()) * places * places;
    }
    distances = tabulated ? tables(tables, Matrix::distance) : new int[0];
    distancesTo = transposed(distances);
    int[] timed = tabulated ? tables(tables, Matrix::time) : distances;
    times = Arrays.equals(timed, distances) ? distances : timed;
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

  private int[] transposed(int[] tables) {
    int[] to = new int[tables.length];
    for (int first = 0; first < tables.length; first += places * places) {
      for (int p = 0; p < places; p++) {
        for (int q = 0; q < places; q++) {
          to[first + q * places + p] = tables[first + p * places + q];
        }
      }
    }
    return Arrays.equals(to, tables) ? tables : to;
  }

  private static int indexOf(List<Integer> ends, int node) {
    int index = ends.indexOf(node);
    if (index < 0) {
      index = ends.size();
      ends.add(node);
    }
    return index;
  }

  /** One matrix' ways between any two nodes. */
  private interface Ways {
    int of(Matrix matrix, int from, int to);
  }

  private int[] tables(int count, Ways ways) {
    int[] tables = new int[count * places * places];
    for (int k = 0, at = 0; k < count; k++) {
      for (int p = 0; p < places; p++) {
        for (int q = 0; q < places; q++, at++) {
          tables[at] =
              k == 0 ? least(ways, p, q) : ways.of(problem.matrices().get(k - 1), node[p], node[q]);
        }
      }
    }
    return tables;
  }

  private int least(Ways ways, int from, int to) {
    if (oneProfile) {
      return ways.of(problem.matrix(), node[from], node[to]);
    }
    int least = Integer.MAX_VALUE;
    for (Matrix matrix : problem.matrices()) {
      least = Math.min(least, ways.of(matrix, node[from], node[to]));
    }
    return least;
  }

  /** Of any truck at least. */
  int distance(int from, int to) {
    return distances.length > 0 ? distances[from * places + to] : least(Matrix::distance, from, to);
  }

  int distance(int truck, int from, int to) {
    return distances.length > 0
        ? distances[table[truck] + from * places + to]
        : problem.matrixOf(truck).distance(node[from], node[to]);
  }

  /** As {@link #distance}, quicker where many ways to one place are asked for. */
  int distanceTo(int to, int from) {
    return distancesTo.length > 0
        ? distancesTo[to * places + from]
        : least(Matrix::distance, from, to);
  }

  int distanceTo(int truck, int to, int from) {
    return distancesTo.length > 0
        ? distancesTo[table[truck] + to * places + from]
        : problem.matrixOf(truck).distance(node[from], node[to]);
  }

  /** At free flow, of any truck at least. */
  int time(int from, int to) {
    return times.length > 0 ? times[from * places + to] : least(Matrix::time, from, to);
  }

  /** At free flow. */
  int time(int truck, int from, int to) {
    return times.length > 0
        ? times[table[truck] + from * places + to]
        : problem.matrixOf(truck).time(node[from], node[to]);
  }

  /** As {@link #time}, quicker where many ways to one place are asked for. */
  int timeTo(int to, int from) {
    return timesTo.length > 0 ? timesTo[to * places + from] : least(Matrix::time, from, to);
  }

  int timeTo(int truck, int to, int from) {
    return timesTo.length > 0
        ? timesTo[table[truck] + to * places + from]
        : problem.matrixOf(truck).time(node[from], node[to]);
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
