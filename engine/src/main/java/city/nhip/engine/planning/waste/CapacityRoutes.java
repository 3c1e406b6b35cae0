package city.nhip.engine.planning.waste;

/** Routes that only capacity limits; nothing but distance and trucks costs. */
class CapacityRoutes extends Routes {
  private static final double BLINK = 0.01;

  /** Where no more places than so many have room for a stop, each of them is looked at. */
  private static final int MOST_PLACES = 300;

  private final boolean symmetric;
  private final int[] capacity;

  /** Trucks with room for a stop. */
  private final int[] roomy;

  CapacityRoutes(FlatProblem flat, Neighbours neighbours) {
    super(flat, neighbours, 0);
    capacity = new int[trucks];
    symmetric = flat.isSymmetric();
    roomy = new int[trucks];
    for (int t = 0; t < trucks; t++) {
      capacity[t] = flat.problem.trucks().get(t).compartments().get(0).volume();
    }
  }

  @Override
  void hold(boolean[] some) {
    super.hold(some);
    for (int t = 0; t < trucks; t++) {
      capacity[t] = some[t] ? NOWHERE : flat.problem.trucks().get(t).compartments().get(0).volume();
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

  /** Whether a stop behind a node is late whatever follows. */
  boolean isOver(int a, int stop) {
    return false;
  }

  @Override
  final void seek(int stop, Dice dice) {
    found = NOWHERE;
    foundCost = absentCost[stop];
    int volume = flat.volume[stop];
    int count = listRoomy(volume);
    if (count >= 0) {
      for (int i = 0; i < count; i++) {
        seekAlong(stop, roomy[i], dice);
      }
    } else {
      seekNear(stop, volume, dice);
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

  /** Into {@link #roomy}: how many, or {@link #NOWHERE} where they have too many places. */
  private int listRoomy(int volume) {
    int count = 0;
    int places = 0;
    for (int t = 0, left = used; left > 0; t++) {
      if (size[t] > 0) {
        left--;
        if (load[t] + volume <= capacity[t]) {
          roomy[count++] = t;
          places += size[t] + 1;
          if (places > MOST_PLACES) {
            return NOWHERE;
          }
        }
      }
    }
    return count;
  }

  private void seekAlong(int stop, int truck, Dice dice) {
    int last = end(truck);
    long there = flat.distanceTo(stop, place[start(truck)]);
    for (int a = start(truck); a != last && !isOver(a, stop); a = next[a]) {
      int b = next[a];
      int onward = flat.distance(stop, place[b]);
      long more = price[truck] * (there + onward - arc[a]);
      if (more < foundCost && inTime(a, stop, b) && dice.unit() >= BLINK) {
        foundCost = more;
        found = a;
      }
      there = symmetric ? onward : flat.distanceTo(stop, place[b]);
    }
  }

  private void seekNear(int stop, int volume, Dice dice) {
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
