package city.nhip.engine.planning.waste;

/** For each place the disposal sites, nearest first. Read-only once made. */
final class NearSites {
  private final int sites;
  private final int[] near;

  NearSites(FlatProblem flat) {
    sites = flat.sites;
    near = new int[flat.places * sites];
    int[] ways = new int[sites];
    for (int p = 0; p < flat.places; p++) {
      int from = p * sites;
      for (int s = 0; s < sites; s++) {
        int way = flat.distance(p, flat.stops + s);
        int k = s;
        for (; k > 0 && ways[k - 1] > way; k--) {
          ways[k] = ways[k - 1];
          near[from + k] = near[from + k - 1];
        }
        ways[k] = way;
        near[from + k] = s;
      }
    }
  }

  /**
   * @param rank 0 for the nearest
   */
  int of(int place, int rank) {
    return near[place * sites + rank];
  }
}
