package city.nhip.scenarios.simulation.sumo;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.SignalNetwork.Driving;
import city.nhip.engine.planning.signals.SignalNetwork.Link;
import city.nhip.engine.planning.signals.SignalNetwork.Movement;
import city.nhip.engine.planning.signals.Stage;
import city.nhip.engine.planning.signals.Timing;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A street that leads by a bend to a signal, and straight on, from where some turn round, or right.
 */
class CountedDemandTest {
  private static final int HOUR = 3600;

  private final SignalNetwork network =
      new SignalNetwork(
          List.of(link("in"), link("bend"), link("straight"), link("right")),
          List.of(movement(0, 1, -1), movement(1, 2, 0), movement(1, 3, 0), movement(2, 0, -1)),
          List.of(
              new Intersection(
                  "A",
                  "",
                  List.of("only"),
                  List.of(Stage.of("go", "G", 5, 3, 1)),
                  Intersection.ANY_STAGE,
                  Set.of(),
                  Set.of(),
                  Intersection.LONGEST_CYCLE,
                  new Timing(30, 0, List.of(new Timing.Green(0, 26))))),
          List.of(),
          List.of(),
          Driving.USUAL,
          false,
          0,
          HOUR);

  private static Link link(String id) {
    return new Link(id, 200, 15_000, 1, 26);
  }

  private static Movement movement(int from, int to, int site) {
    int signal = site < 0 ? -1 : 0;
    return new Movement(from, 0, to, 0, site, signal, 1_900, 1_500, 4_500, 0, false, List.of());
  }

  private SignalNetwork counted(int entered, double standing, int over, int straight, int right) {
    return counted(entered, standing, over, straight, right, 0);
  }

  private SignalNetwork counted(
      int entered, double standing, int over, int straight, int right, int round) {
    CountedDemand demand = new CountedDemand(network);
    demand.add(
        new int[] {over, straight, right, round},
        new int[] {entered, 0, 0, 0},
        new double[] {standing, 0, 0, 0},
        300);
    return demand.network(HOUR, 1);
  }

  private static long ways(SignalNetwork counted, List<Integer> route) {
    return counted.trips().stream()
        .filter(trip -> counted.routes().get(trip.route()).equals(route))
        .count();
  }

  @Test
  void as_many_come_and_turn_as_were_counted() {
    SignalNetwork hour = counted(100, 0, 100, 75, 25);

    assertThat(hour.trips()).hasSizeBetween(1050, 1350);
    assertThat(ways(hour, List.of(0, 1, 2)))
        .isBetween(2 * ways(hour, List.of(0, 1, 3)), 4 * ways(hour, List.of(0, 1, 3)));
  }

  @Test
  void who_waits_in_a_queue_has_not_arrived() {
    SignalNetwork hour = counted(100, 0, 100, 60, 20);

    assertThat(ways(hour, List.of(0, 1))).isZero();
  }

  @Test
  void more_than_a_street_holds_have_arrived_on_it() {
    SignalNetwork hour = counted(100, 0, 100, 30, 10);

    assertThat(ways(hour, List.of(0, 1))).isBetween(200L, 600L);
  }

  @Test
  void a_loop_that_is_stood_on_hides_demand() {
    assertThat(counted(100, 0.25, 100, 75, 25).trips().size())
        .isGreaterThan(counted(100, 0, 100, 75, 25).trips().size() * 6 / 5);
  }

  @Test
  void who_turns_round_into_a_street_did_not_enter_there() {
    assertThat(counted(100, 0, 100, 75, 25, 50).trips()).hasSizeBetween(500, 700);
  }

  @Test
  void later_counts_weigh_more_than_earlier_ones_that_are_not_forgotten() {
    CountedDemand demand = new CountedDemand(network);
    for (int count = 0; count < 20; count++) {
      int right = count < 10 ? 0 : 100;
      demand.add(
          new int[] {100, 100 - right, right, 0}, new int[] {100, 0, 0, 0}, new double[4], 300);
    }
    SignalNetwork hour = demand.network(HOUR, 1);

    // ten counts after them, the first ten weigh a fifth of the others: 0.85 to the tenth
    double right = ways(hour, List.of(0, 1, 3));
    assertThat(right / hour.trips().size()).isBetween(0.79, 0.88);
    assertThat(hour.trips()).hasSizeBetween(1050, 1350);
  }
}
