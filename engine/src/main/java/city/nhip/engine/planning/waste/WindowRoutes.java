package city.nhip.engine.planning.waste;

/** Routes that capacity and one window a stop limit; nothing but distance and trucks costs. */
final class WindowRoutes extends Routes {
  private static final double BLINK = 0.01;

  private final int[] capacity;
  private final int[] open;
  private final int[] close;

  /** By node: the earliest departure. */
  private final int[] depart;

  /** By node: the latest arrival from which the rest of the route is still in time. */
  private final int[] latest;

  WindowRoutes(FlatProblem flat, Neighbours neighbours) {
    super(flat, neighbours, 0);
    capacity = new int[trucks];
    open = new int[stops];
    close = new int[stops];
    depart = new int[next.length];
    latest = new int[next.length];
    for (int u = 0; u < stops; u++) {
      open[u] = flat.windows[flat.windowStart[u]];
      close[u] = flat.windows[flat.windowStart[u] + 1];
    }
    for (int t = 0; t < trucks; t++) {
      Truck truck = flat.problem.trucks().get(t);
      capacity[t] = truck.compartments().get(0).volume();
      depart[start(t)] = truck.start().time();
      latest[end(t)] = truck.shift().latest();
    }
  }

  @Override
  void settle() {
    for (int i = 0; i < touches; i++) {
      int truck = touched[i];
      int last = end(truck);
      for (int a = start(truck), v = next[a]; v != last; a = v, v = next[v]) {
        depart[v] = departure(a, v);
      }
      int first = start(truck);
      for (int v = prev[last]; v != first; v = prev[v]) {
        latest[v] = lateArrival(v);
      }
    }
  }

  @Override
  void inserted(int stop, int truck) {
    int last = end(truck);
    for (int a = prev[stop], v = stop; v != last; a = v, v = next[v]) {
      int leaves = departure(a, v);
      if (v != stop && leaves == depart[v]) {
        break;
      }
      depart[v] = leaves;
    }
    int first = start(truck);
    for (int v = stop; v != first; v = prev[v]) {
      int late = lateArrival(v);
      if (v != stop && late == latest[v]) {
        break;
      }
      latest[v] = late;
    }
  }

  private int departure(int a, int v) {
    return Math.max(depart[a] + flat.time(place[a], v), open[v]) + flat.service[v];
  }

  private int lateArrival(int v) {
    int b = next[v];
    return Math.min(close[v], latest[b] - flat.time(v, place[b]) - flat.service[v]);
  }

  @Override
  void seek(int stop, Dice dice) {
    found = NOWHERE;
    foundCost = absentCost[stop];
    int volume = flat.volume[stop];
    int[] near = neighbours.near;
    int from = stop * neighbours.width;
    int opens = open[stop] + flat.service[stop];
    int closes = close[stop];
    for (int k = 0; k < neighbours.width; k++) {
      if (k >= neighbours.insertWidth && found != NOWHERE) {
        break;
      }
      int w = near[from + k];
      int truck = route[w];
      if (truck < 0 || load[truck] + volume > capacity[truck]) {
        continue;
      }
      if (depart[w] <= closes) {
        consider(stop, w, truck, dice);
      }
      if (opens <= latest[w]) {
        consider(stop, prev[w], truck, dice);
      }
    }
    if (found == NOWHERE) {
      seekFar(stop, volume);
    }
    for (int k = 0; k < kinds; k++) {
      int t = unusedTruck(k);
      if (t >= 0 && volume <= capacity[t]) {
        consider(stop, start(t), t, fixed[t]);
      }
    }
  }

  private void seekFar(int stop, int volume) {
    for (int t = 0; t < trucks; t++) {
      if (size[t] > 0 && load[t] + volume <= capacity[t]) {
        for (int a = start(t); a != end(t); a = next[a]) {
          consider(stop, a, t, 0);
        }
      }
    }
  }

  private void consider(int stop, int a, int truck, Dice dice) {
    int b = next[a];
    long more =
        price[truck]
            * (flat.distance(place[a], stop) + (long) flat.distance(stop, place[b]) - arc[a]);
    if (more < foundCost && inTime(a, stop, b) && dice.unit() >= BLINK) {
      foundCost = more;
      found = a;
    }
  }

  private void consider(int stop, int a, int truck, long extra) {
    long more =
        extra
            + price[truck]
                * (flat.distance(place[a], stop)
                    + (long) flat.distance(stop, place[next[a]])
                    - arc[a]);
    if (more < foundCost && inTime(a, stop, next[a])) {
      foundCost = more;
      found = a;
    }
  }

  private boolean inTime(int a, int stop, int b) {
    int starts = depart[a] + flat.time(place[a], stop);
    if (starts > close[stop]) {
      return false;
    }
    return Math.max(starts, open[stop]) + flat.service[stop] + flat.time(stop, place[b])
        <= latest[b];
  }
}
