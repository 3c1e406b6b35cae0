package city.nhip.engine.planning.waste;

/** Routes that capacity and one window a stop limit. */
final class WindowRoutes extends CapacityRoutes {
  private final int[] open;
  private final int[] close;

  /** By node: the earliest departure. */
  private final int[] depart;

  /** By node: the latest arrival from which the rest of the route is still in time. */
  private final int[] latest;

  WindowRoutes(FlatProblem flat, Neighbours neighbours) {
    super(flat, neighbours);
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
    return Math.max(depart[a] + arcTime[a], open[v]) + flat.service[v];
  }

  private int lateArrival(int v) {
    return Math.min(close[v], latest[next[v]] - arcTime[v] - flat.service[v]);
  }

  @Override
  boolean isOver(int a, int stop) {
    return depart[a] > close[stop];
  }

  @Override
  boolean inTime(int a, int stop, int b) {
    int starts = depart[a] + flat.timeTo(stop, place[a]);
    if (starts > close[stop]) {
      return false;
    }
    return Math.max(starts, open[stop]) + flat.service[stop] + flat.time(stop, place[b])
        <= latest[b];
  }
}
