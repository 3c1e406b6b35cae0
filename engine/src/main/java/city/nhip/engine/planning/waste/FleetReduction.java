package city.nhip.engine.planning.waste;

/**
 * Tries to do with one truck less: empties a route, lets no truck start in its stead, and accepts
 * what leaves out those stops that were seldom left out before (absence counters, Christiaens and
 * Vanden Berghe 2020). Mutable, for one thread.
 */
final class FleetReduction {
  private final Routes routes;
  private final Dice dice;
  private final StringRuin ruin;
  private final Recreation recreation;
  private final long[] absences;
  private final long volume;
  private long sum;

  FleetReduction(Routes routes, Dice dice, StringRuin ruin, Recreation recreation) {
    this.routes = routes;
    this.dice = dice;
    this.ruin = ruin;
    this.recreation = recreation;
    this.absences = new long[routes.stops];
    long all = 0;
    for (int u = 0; u < routes.stops; u++) {
      all += routes.flat.volume[u];
    }
    this.volume = all;
  }

  /** Worth while only where a truck costs, all trucks are alike and every stop must be served. */
  static boolean pays(Routes routes) {
    boolean mandatory = routes.flat.problem.stops().stream().allMatch(s -> s.skip().isEmpty());
    return mandatory && routes.kinds == 1 && routes.fixed[0] > 0;
  }

  /** Whether the volume alone rules out one truck less. */
  boolean atLeast() {
    Truck truck = routes.flat.problem.trucks().get(0);
    long most = truck.limits().volume();
    if (routes.flat.sites == 0) {
      most = Math.min(most, truck.compartments().get(0).volume());
    }
    return routes.used <= 1 || volume > most * (routes.used - 1);
  }

  /** Leaves one route out: a small one, drawn from two. */
  void emptyOne() {
    int truck = draw();
    int other = draw();
    if (routes.size[other] < routes.size[truck]) {
      truck = other;
    }
    routes.begin();
    for (int v = routes.next[routes.start(truck)]; v != routes.end(truck); ) {
      int stop = v;
      v = routes.next[v];
      if (stop < routes.stops) {
        routes.remove(stop);
      }
    }
    routes.settle();
    routes.mostUsed = routes.used;
    sum = absenceSum();
  }

  private int draw() {
    int truck = dice.below(routes.trucks);
    while (routes.size[truck] == 0) {
      truck = truck + 1 == routes.trucks ? 0 : truck + 1;
    }
    return truck;
  }

  /**
   * @return whether all stops are served again
   */
  boolean step(double temperature) {
    long was = servedCost();
    routes.begin();
    int before = routes.absents;
    ruin.run();
    routes.settle();
    recreation.run(routes.absents - before, Double.MAX_VALUE);
    long now = absenceSum();
    boolean accepted =
        now < sum || (now == sum && servedCost() < was - temperature * Math.log(dice.unit()));
    for (int i = 0; i < routes.absents; i++) {
      absences[routes.absent[i]]++;
    }
    if (accepted) {
      routes.finish(Double.MAX_VALUE);
    } else {
      routes.rollback();
    }
    sum = absenceSum();
    return routes.absents == 0;
  }

  private long servedCost() {
    long cost = routes.cost;
    for (int i = 0; i < routes.absents; i++) {
      cost -= routes.absentCost[routes.absent[i]];
    }
    return cost;
  }

  private long absenceSum() {
    long all = 0;
    for (int i = 0; i < routes.absents; i++) {
      all += 1 + absences[routes.absent[i]];
    }
    return all;
  }
}
