package city.nhip.engine.planning.waste;

/** Routes that only capacity limits; nothing but distance and trucks costs. */
class CapacityRoutes extends Routes {
  private static final double BLINK = 0.01;

  private final int[] capacity;

  CapacityRoutes(FlatProblem flat, Neighbours neighbours) {
    super(flat, neighbours, 0);
    capacity = new int[trucks];
    for (int t = 0; t < trucks; t++) {
      capacity[t] = flat.problem.trucks().get(t).compartments().get(0).volume();
    }
  }

  @Override
  void settle() {}

  @Override
  void inserted(int stop, int truck) {}

  /** Whether a stop between two nodes of a route keeps its hours. */
  boolean inTime(int a, int stop, int b) {
    return true;
  }

  @Override
  final void seek(int stop, Dice dice) {
    found = NOWHERE;
    foundCost = absentCost[stop];
    int volume = flat.volume[stop];
    int[] near = neighbours.near;
    int from = stop * neighbours.width;
    for (int k = 0; k < neighbours.width; k++) {
      if (k >= neighbours.insertWidth && found != NOWHERE) {
        break;
      }
      int w = near[from + k];
      int truck = route[w];
      if (truck < 0 || load[truck] + volume > capacity[truck]) {
        continue;
      }
      int b = next[w];
      long behind =
          price[truck] * (flat.distanceTo(stop, w) + (long) flat.distance(stop, place[b]) - arc[w]);
      if (behind < foundCost && inTime(w, stop, b) && dice.unit() >= BLINK) {
        foundCost = behind;
        found = w;
      }
      int a = prev[w];
      long before =
          price[truck] * (flat.distanceTo(stop, place[a]) + (long) flat.distance(stop, w) - arc[a]);
      if (before < foundCost && inTime(a, stop, w) && dice.unit() >= BLINK) {
        foundCost = before;
        found = a;
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

  private void consider(int stop, int a, int truck, long extra) {
    int b = next[a];
    long more =
        extra
            + price[truck]
                * (flat.distanceTo(stop, place[a]) + (long) flat.distance(stop, place[b]) - arc[a]);
    if (more < foundCost && inTime(a, stop, b)) {
      foundCost = more;
      found = a;
    }
  }
}
