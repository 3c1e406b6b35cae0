package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.signals.SignalNetwork.Driving;
import city.nhip.engine.planning.signals.SignalNetwork.Link;
import city.nhip.engine.planning.signals.SignalNetwork.Movement;
import city.nhip.engine.planning.signals.SignalNetwork.Trip;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A main street over signals, 150 m apart, with a side street at each. */
final class Crossings {
  private static final int BEGIN = 25_200;

  private Crossings() {}

  /**
   * Two of them, A and B.
   *
   * @param mainPerHour vehicles along the main street
   * @param sidePerHour vehicles on each side street
   */
  static SignalNetwork with(int mainPerHour, int sidePerHour) {
    return inARow(2, mainPerHour, sidePerHour, "");
  }

  /**
   * @param sites named A, B and so on
   * @param group for coordination; empty for none
   */
  static SignalNetwork inARow(int sites, int mainPerHour, int sidePerHour, String group) {
    List<Link> links = new ArrayList<>();
    List<Movement> movements = new ArrayList<>();
    List<Intersection> intersections = new ArrayList<>();
    List<List<Integer>> routes = new ArrayList<>();
    List<Trip> trips = new ArrayList<>();
    Random random = new Random(3);
    links.add(new Link("in", 300, 22_000, 1, 40));
    for (int site = 1; site < sites; site++) {
      links.add(new Link("middle " + site, 150, 11_000, 1, 20));
    }
    links.add(new Link("out", 300, 22_000, 1, 40));
    routes.add(IntStream.rangeClosed(0, sites).boxed().toList());
    come(trips, 0, mainPerHour, random);
    for (int site = 0; site < sites; site++) {
      String name = String.valueOf((char) ('A' + site));
      int side = links.size();
      links.add(new Link("side " + name, 200, 15_000, 1, 26));
      links.add(new Link("away " + name, 200, 15_000, 1, 26));
      movements.add(straight(site, site + 1, site, 0));
      movements.add(straight(side, side + 1, site, 1));
      intersections.add(site(name, group));
      routes.add(List.of(side, side + 1));
      come(trips, site + 1, sidePerHour, random);
    }
    return new SignalNetwork(
        links, movements, intersections, routes, trips, Driving.USUAL, false, BEGIN, BEGIN + 1800);
  }

  private static Movement straight(int from, int to, int site, int signal) {
    return new Movement(from, 0, to, 0, site, signal, 1_900, 1_500, 4_500, 0, false, List.of());
  }

  private static Intersection site(String id, String group) {
    List<Stage> stages =
        List.of(
            Stage.of("main", "Gr", 8, 3, 1),
            Stage.of("side", "rG", 6, 3, 1),
            Stage.of("main again", "Gr", 5, 3, 1));
    List<Timing.Green> greens = List.of(new Timing.Green(0, 41), new Timing.Green(1, 41));
    return new Intersection(
        id,
        group,
        List.of("main", "side"),
        stages,
        0,
        Set.of(new Intersection.Conflict(0, 1)),
        Set.of(),
        Intersection.LONGEST_CYCLE,
        new Timing(90, 0, greens));
  }

  private static void come(List<Trip> trips, int route, int perHour, Random random) {
    for (int i = 0; i < perHour / 2; i++) {
      trips.add(new Trip(route, BEGIN + random.nextInt(1800)));
    }
  }
}
