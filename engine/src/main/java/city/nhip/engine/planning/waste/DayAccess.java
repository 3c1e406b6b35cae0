package city.nhip.engine.planning.waste;

/** Which truck may take which stop, and in which compartment. */
final class DayAccess {
  final int compartments;

  /** By truck and stream: the compartment, or -1. */
  final int[][] compartment;

  /** By truck, then compartment. */
  final int[] capacity;

  final int[] payload;

  /** By truck, site, then compartment: whether all that it takes may be tipped there. */
  final boolean[][][] empties;

  /**
   * By truck, then compartment: fee a unit of mass at the site where it is least; 0 without one.
   */
  final long[][] leastFee;

  /** By truck; those of one vehicle profile share theirs. */
  final NearSites[] nearSites;

  private final boolean[][] allowed;
  private final boolean restricted;
  private final int[] habit;
  private final boolean habits;
  private final long[] changeCost;
  private final int[] mostVolume;
  private final int[] mostStops;
  private final FlatProblem flat;

  DayAccess(FlatProblem flat) {
    this.flat = flat;
    WasteProblem problem = flat.problem;
    int trucks = problem.trucks().size();
    nearSites = new NearSites[trucks];
    NearSites[] ofProfile = new NearSites[problem.matrices().size()];
    int streams = 1 + problem.stops().stream().mapToInt(Stop::stream).max().orElse(0);
    compartments = problem.trucks().stream().mapToInt(t -> t.compartments().size()).max().orElse(1);
    compartment = new int[trucks][streams];
    capacity = new int[trucks * compartments];
    payload = new int[trucks];
    empties = new boolean[trucks][flat.sites][compartments];
    leastFee = new long[trucks][compartments];
    mostVolume = new int[trucks];
    mostStops = new int[trucks];
    for (int t = 0; t < trucks; t++) {
      Truck truck = problem.trucks().get(t);
      for (int s = 0; s < streams; s++) {
        compartment[t][s] = truck.compartmentFor(s);
      }
      for (int c = 0; c < truck.compartments().size(); c++) {
        Truck.Compartment room = truck.compartments().get(c);
        capacity[t * compartments + c] = room.volume();
        long least = Long.MAX_VALUE;
        for (int s = 0; s < flat.sites; s++) {
          DisposalSite site = problem.sites().get(s);
          empties[t][s][c] = site.streams().containsAll(room.streams());
          least = empties[t][s][c] ? Math.min(least, site.feePerMass()) : least;
        }
        leastFee[t][c] = least == Long.MAX_VALUE ? 0 : least;
      }
      if (ofProfile[truck.profile()] == null) {
        ofProfile[truck.profile()] = new NearSites(flat, t);
      }
      nearSites[t] = ofProfile[truck.profile()];
      payload[t] = truck.payload();
      mostVolume[t] = truck.limits().volume();
      mostStops[t] = truck.limits().stops();
    }
    allowed = new boolean[flat.stops][];
    habit = new int[flat.stops];
    changeCost = new long[flat.stops];
    for (int u = 0; u < flat.stops; u++) {
      Stop stop = problem.stops().get(u);
      allowed[u] = new boolean[stop.trucks().isEmpty() ? 0 : trucks];
      for (int t : stop.trucks()) {
        if (t >= 0 && t < trucks) {
          allowed[u][t] = true;
        }
      }
      habit[u] = stop.habit().map(Stop.Habit::truck).orElse(-1);
      changeCost[u] = stop.habit().map(Stop.Habit::changeCost).orElse(0L);
    }
    habits = problem.stops().stream().anyMatch(stop -> stop.habit().isPresent());
    restricted =
        streams > 1
            || problem.stops().stream().anyMatch(stop -> !stop.trucks().isEmpty())
            || problem.trucks().stream().anyMatch(truck -> truck.compartmentFor(0) < 0);
  }

  boolean mayTake(int stop, int truck, int load, int size) {
    return compartment[truck][flat.stream[stop]] >= 0
        && size < mostStops[truck]
        && flat.volume[stop] <= mostVolume[truck] - load
        && (allowed[stop].length == 0 || allowed[stop][truck]);
  }

  /** Whether a truck has a stop that it may not take, or too much. */
  boolean broken(Routes routes, int truck) {
    if (routes.load[truck] > mostVolume[truck] || routes.size[truck] > mostStops[truck]) {
      return true;
    }
    if (!restricted) {
      return false;
    }
    for (int v = routes.next[routes.start(truck)]; v != routes.end(truck); v = routes.next[v]) {
      if (v < flat.stops
          && (compartment[truck][flat.stream[v]] < 0
              || (allowed[v].length > 0 && !allowed[v][truck]))) {
        return true;
      }
    }
    return false;
  }

  long changeCost(int stop, int truck) {
    return habit[stop] == truck ? 0 : changeCost[stop];
  }

  long changeCost(Routes routes, int truck) {
    if (!habits) {
      return 0;
    }
    long sum = 0;
    for (int v = routes.next[routes.start(truck)]; v != routes.end(truck); v = routes.next[v]) {
      if (v < flat.stops) {
        sum += changeCost(v, truck);
      }
    }
    return sum;
  }
}
