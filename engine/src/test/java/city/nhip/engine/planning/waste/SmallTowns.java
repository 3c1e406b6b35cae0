package city.nhip.engine.planning.waste;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random little problems: a depot at node 0, two disposal sites, then stops. */
final class SmallTowns {
  static final int HOUR = 3_600;

  private final Random random;

  SmallTowns(long seed) {
    random = new Random(seed);
  }

  /** With all that a city's day may have. */
  WasteProblem full(int stops, int trucks) {
    Congestion rush =
        new Congestion(
            List.of(
                new Congestion.Period(7 * HOUR, 150),
                new Congestion.Period(9 * HOUR, 100),
                new Congestion.Period(16 * HOUR, 170)));
    List<Stop> list = new ArrayList<>();
    for (int i = 0; i < stops; i++) {
      list.add(stop(i, trucks, true));
    }
    List<Truck> fleet = new ArrayList<>();
    for (int t = 0; t < trucks; t++) {
      fleet.add(truck(t));
    }
    return new WasteProblem("full", list, fleet, sites(), matrix(stops + 3), rush);
  }

  /** A problem whose trucks drive, in turn, by three matrices of their own. */
  WasteProblem ofSeveralProfiles(WasteProblem one) {
    List<Truck> fleet = new ArrayList<>();
    for (Truck it : one.trucks()) {
      fleet.add(
          new Truck(
              it.id(),
              it.start(),
              it.depot(),
              it.compartments(),
              it.payload(),
              it.shift(),
              it.limits(),
              it.prices(),
              fleet.size() % 3));
    }
    int nodes = one.matrix().size();
    return new WasteProblem(
        one.name(),
        one.stops(),
        fleet,
        one.sites(),
        List.of(one.matrix(), matrix(nodes), matrix(nodes)),
        one.congestion());
  }

  /** Nothing but capacity, and windows if wanted. */
  WasteProblem plain(int stops, int trucks, boolean windows) {
    List<Stop> list = new ArrayList<>();
    for (int i = 0; i < stops; i++) {
      int from = windows ? random.nextInt(6 * HOUR) : 0;
      int to = windows ? from + HOUR + random.nextInt(4 * HOUR) : Truck.UNLIMITED;
      list.add(
          new Stop(
              "s" + i,
              i + 3,
              0,
              5 + random.nextInt(20),
              0,
              windows ? 300 : 0,
              List.of(new Window(from, to)),
              List.of(),
              Optional.empty(),
              Optional.empty()));
    }
    Truck truck =
        new Truck(
            "t",
            Truck.Start.empty(0, 0),
            0,
            List.of(new Truck.Compartment(Set.of(0), 100)),
            Truck.UNLIMITED,
            new Truck.Shift(
                windows ? 14 * HOUR : Truck.UNLIMITED,
                Truck.UNLIMITED,
                Truck.UNLIMITED,
                Optional.empty()),
            Truck.DayLimits.NONE,
            Truck.Prices.DISTANCE_ONLY);
    return new WasteProblem(
        "plain",
        list,
        java.util.Collections.nCopies(trucks, truck),
        List.of(),
        matrix(stops + 3),
        Congestion.NONE);
  }

  /** Trips to disposal sites and a break, one volume, distance alone. */
  WasteProblem trips(int stops, int trucks) {
    List<Stop> list = new ArrayList<>();
    for (int i = 0; i < stops; i++) {
      int from = 6 * HOUR + random.nextInt(4 * HOUR);
      boolean always = random.nextInt(3) > 0;
      list.add(
          new Stop(
              "s" + i,
              i + 3,
              0,
              10 + random.nextInt(30),
              0,
              60 + random.nextInt(900),
              List.of(always ? new Window(0, 24 * HOUR) : new Window(from, from + 4 * HOUR)),
              List.of(),
              Optional.empty(),
              Optional.empty()));
    }
    Truck truck =
        new Truck(
            "t",
            Truck.Start.empty(0, 6 * HOUR),
            0,
            List.of(new Truck.Compartment(Set.of(0), 100)),
            Truck.UNLIMITED,
            new Truck.Shift(
                15 * HOUR,
                Truck.UNLIMITED,
                Truck.UNLIMITED,
                Optional.of(new Truck.Rest(new Window(11 * HOUR, 12 * HOUR), HOUR, 11 * HOUR))),
            new Truck.DayLimits(400, 20),
            new Truck.Prices(5_000, 1, 0, 0));
    return new WasteProblem(
        "trips",
        list,
        java.util.Collections.nCopies(trucks, truck),
        sites(),
        matrix(stops + 3),
        Congestion.NONE);
  }

  private Stop stop(int i, int trucks, boolean optional) {
    int from = 6 * HOUR + random.nextInt(4 * HOUR);
    List<Window> windows =
        switch (random.nextInt(3)) {
          case 0 -> List.of(new Window(0, 24 * HOUR));
          case 1 -> List.of(new Window(from, from + 3 * HOUR));
          default ->
              List.of(new Window(from, from + HOUR), new Window(from + 4 * HOUR, from + 6 * HOUR));
        };
    return new Stop(
        "s" + i,
        i + 3,
        random.nextInt(2),
        10 + random.nextInt(30),
        10 + random.nextInt(50),
        60 + random.nextInt(300),
        windows,
        random.nextInt(6) == 0 ? List.of(random.nextInt(trucks)) : List.of(),
        optional && random.nextInt(3) == 0
            ? Optional.of(new Stop.Skip(random.nextInt(3), random.nextInt(2_000)))
            : Optional.empty(),
        random.nextInt(4) == 0
            ? Optional.of(new Stop.Habit(random.nextInt(trucks), random.nextInt(300)))
            : Optional.empty());
  }

  private Truck truck(int t) {
    boolean running = t == 1;
    Truck.Start start =
        running
            ? new Truck.Start(3, 7 * HOUR, List.of(20, 5), List.of(40, 5), HOUR, false)
            : Truck.Start.empty(0, 6 * HOUR);
    return new Truck(
        "t" + t,
        start,
        0,
        List.of(
            new Truck.Compartment(Set.of(0), 100 + 20 * (t % 2)),
            new Truck.Compartment(Set.of(1), 80)),
        250,
        new Truck.Shift(
            15 * HOUR,
            13 * HOUR,
            8 * HOUR,
            Optional.of(
                new Truck.Rest(
                    new Window(11 * HOUR, 12 * HOUR),
                    HOUR / 2,
                    (t % 2 == 0 ? 22 : 25) * HOUR / 2))),
        new Truck.DayLimits(400, 12),
        new Truck.Prices(500, 2, 1, 3));
  }

  private List<DisposalSite> sites() {
    return List.of(
        new DisposalSite(
            "both", 1, Set.of(0, 1), List.of(new Window(6 * HOUR, 15 * HOUR)), 600, 20, 1),
        new DisposalSite(
            "one", 2, Set.of(0), List.of(new Window(8 * HOUR, 14 * HOUR)), 300, 10, 0));
  }

  private Matrix matrix(int nodes) {
    double[] x = random.doubles(nodes, 0, 8_000).toArray();
    double[] y = random.doubles(nodes, 0, 8_000).toArray();
    int[] distances = new int[nodes * nodes];
    int[] times = new int[nodes * nodes];
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        int distance = (int) Math.ceil(Math.hypot(x[i] - x[j], y[i] - y[j]));
        distances[i * nodes + j] = distance;
        times[i * nodes + j] = (distance + 4) / 5;
      }
    }
    return new TableMatrix(nodes, distances, times);
  }
}
