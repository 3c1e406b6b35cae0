package city.nhip.engine.planning.waste;

/** For each place the disposal sites, nearest first, and the ways there and back. Read-only. */
final class NearSites {
  private final int sites;
  private final int[] near;

  /** As {@link #near}. */
  private final int[] ways;

  /** By place, then site. */
  private final int[] back;

  /**
   * @param truck whose vehicle profile counts
   */
  NearSites(FlatProblem flat, int truck) {
    sites = flat.sites;
    near = new int[flat.places * sites];
    ways = new int[flat.places * sites];
    back = new int[flat.places * sites];
    for (int p = 0; p < flat.places; p++) {
      int from = p * sites;
      for (int s = 0; s < sites; s++) {
        int way = flat.distance(truck, p, flat.stops + s);
        int k = from + s;
        for (; k > from && ways[k - 1] > way; k--) {
          ways[k] = ways[k - 1];
          near[k] = near[k - 1];
        }
        ways[k] = way;
        near[k] = s;
        back[from + s] = flat.distance(truck, flat.stops + s, p);
      }
    }
  }

  /**
   * @param rank 0 for the nearest
   */
  int of(int place, int rank) {
    return near[place * sites + rank];
  }

  /** The way to the site of a rank. */
  int way(int place, int rank) {
    return ways[place * sites + rank];
  }

  int wayFrom(int site, int place) {
    return back[place * sites + site];
  }
}
