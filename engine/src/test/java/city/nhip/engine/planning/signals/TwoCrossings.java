package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.signals.SignalNetwork.Driving;
import city.nhip.engine.planning.signals.SignalNetwork.Link;
import city.nhip.engine.planning.signals.SignalNetwork.Movement;
import city.nhip.engine.planning.signals.SignalNetwork.Trip;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A main street over two signals, 150 m apart, with a side street at each. */
final class TwoCrossings {
  private static final int BEGIN = 25_200;

  private TwoCrossings() {}

  /**
   * @param mainPerHour vehicles along the main street
   * @param sidePerHour vehicles on each side street
   */
  static SignalNetwork with(int mainPerHour, int sidePerHour) {
    List<Link> links =
        List.of(
            new Link("in", 300, 22_000, 1, 40),
            new Link("middle", 150, 11_000, 1, 20),
            new Link("out", 300, 22_000, 1, 40),
            new Link("side A", 200, 15_000, 1, 26),
            new Link("away A", 200, 15_000, 1, 26),
            new Link("side B", 200, 15_000, 1, 26),
            new Link("away B", 200, 15_000, 1, 26));
    List<Movement> movements =
        List.of(
            straight(0, 1, 0, 0), straight(3, 4, 0, 1), straight(1, 2, 1, 0), straight(5, 6, 1, 1));
    List<Trip> trips = new ArrayList<>();
    Random random = new Random(3);
    come(trips, 0, mainPerHour, random);
    come(trips, 1, sidePerHour, random);
    come(trips, 2, sidePerHour, random);
    return new SignalNetwork(
        links,
        movements,
        List.of(site("A"), site("B")),
        List.of(List.of(0, 1, 2), List.of(3, 4), List.of(5, 6)),
        trips,
        Driving.USUAL,
        false,
        BEGIN,
        BEGIN + 1800);
  }

  private static Movement straight(int from, int to, int site, int signal) {
    return new Movement(from, 0, to, 0, site, signal, 1_900, 1_500, 4_500, 0, false, List.of());
  }

  private static Intersection site(String id) {
    List<Stage> stages =
        List.of(
            Stage.of("main", "Gr", 8, 3, 1),
            Stage.of("side", "rG", 6, 3, 1),
            Stage.of("main again", "Gr", 5, 3, 1));
    List<Timing.Green> greens = List.of(new Timing.Green(0, 41), new Timing.Green(1, 41));
    return new Intersection(
        id,
        "",
        List.of("main", "side"),
        stages,
        0,
        Set.of(new Intersection.Conflict(0, 1)),
        new Timing(90, 0, greens));
  }

  private static void come(List<Trip> trips, int route, int perHour, Random random) {
    for (int i = 0; i < perHour / 2; i++) {
      trips.add(new Trip(route, BEGIN + random.nextInt(1800)));
    }
  }
}
