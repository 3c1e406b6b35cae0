package city.nhip.engine.planning.waste;

/** Routes that only capacity limits. */
final class CapacityRoutes extends Routes {
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

  @Override
  void seek(int stop, Dice dice) {
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
      int wu = flat.distance(w, stop);
      int uw = flat.distance(stop, w);
      int a = prev[w];
      int b = next[w];
      long behind = price[truck] * (wu + (long) flat.distance(stop, place[b]) - arc[w]);
      if (behind < foundCost && dice.unit() >= BLINK) {
        foundCost = behind;
        found = w;
      }
      long before = price[truck] * (flat.distance(place[a], stop) + (long) uw - arc[a]);
      if (before < foundCost && dice.unit() >= BLINK) {
        foundCost = before;
        found = a;
      }
    }
    if (!seekUnused(stop, volume) && found == NOWHERE) {
      seekFar(stop, volume);
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

  /**
   * @return whether there is a truck to start
   */
  private boolean seekUnused(int stop, int volume) {
    boolean any = false;
    for (int k = 0; k < kinds; k++) {
      int t = unusedTruck(k);
      if (t >= 0 && volume <= capacity[t]) {
        any = true;
        consider(stop, start(t), t, fixed[t]);
      }
    }
    return any;
  }

  private void consider(int stop, int a, int truck, long extra) {
    long more =
        extra
            + price[truck]
                * (flat.distance(place[a], stop)
                    + (long) flat.distance(stop, place[next[a]])
                    - arc[a]);
    if (more < foundCost) {
      foundCost = more;
      found = a;
    }
  }
}
