package city.nhip.scenarios.simulation.sumo;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.SignalNetwork.Driving;
import city.nhip.engine.planning.signals.SignalNetwork.Link;
import city.nhip.engine.planning.signals.SignalNetwork.Movement;
import city.nhip.engine.planning.signals.SignalNetwork.Trip;
import city.nhip.engine.planning.signals.Stage;
import city.nhip.engine.planning.signals.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A main street over a signal, and a side street of which a count saw next to nobody. */
class PlanFromCountsTest {
  private static final int PERIOD = 1_800;
  private static final Timing TODAY =
      new Timing(90, 0, List.of(new Timing.Green(0, 41), new Timing.Green(1, 41)));

  private final PlanFromCounts planning = new PlanFromCounts(SolveLimits.ofEvaluations(1_500, 1));

  private static Link link(String id) {
    return new Link(id, 300, 22_000, 1, 40);
  }

  private static Movement movement(int from, int to, int signal) {
    return new Movement(from, 0, to, 0, 0, signal, 1_900, 1_500, 4_500, 0, false, List.of());
  }

  /**
   * @param main vehicles in half an hour
   * @param side vehicles in half an hour
   */
  private static SignalNetwork counted(int main, int side) {
    List<Trip> trips = new ArrayList<>();
    come(trips, 0, main);
    come(trips, 1, side);
    return new SignalNetwork(
        List.of(link("main in"), link("main out"), link("side in"), link("side out")),
        List.of(movement(0, 1, 0), movement(2, 3, 1)),
        List.of(
            new Intersection(
                "A",
                "",
                List.of("main", "side"),
                List.of(Stage.of("main", "Gr", 8, 3, 1), Stage.of("side", "rG", 6, 3, 1)),
                Intersection.ANY_STAGE,
                Set.of(new Intersection.Conflict(0, 1)),
                Set.of(),
                Intersection.LONGEST_CYCLE,
                TODAY)),
        List.of(List.of(0, 1), List.of(2, 3)),
        trips,
        Driving.USUAL,
        true,
        0,
        PERIOD);
  }

  private static void come(List<Trip> trips, int route, int vehicles) {
    for (int i = 0; i < vehicles; i++) {
      trips.add(new Trip(route, i * PERIOD / vehicles));
    }
  }

  @Test
  void a_side_street_of_which_a_count_saw_next_to_nobody_still_has_its_turn_within_45_s() {
    SignalNetwork counted = counted(480, 2);

    List<Timing> next = planning.next(counted, counted, List.of(TODAY));

    assertThat(next).isNotEqualTo(List.of(TODAY));
    assertThat(next).allMatch(timing -> timing.cycle() <= 45);
  }

  @Test
  void greens_that_never_end_early_may_take_longer_cycles() {
    SignalNetwork counted = counted(480, 2).gapOut(false);

    assertThat(planning.next(counted, counted, List.of(TODAY)))
        .anyMatch(timing -> timing.cycle() > 45);
  }

  @Test
  void a_plan_that_saves_others_like_the_counted_too_little_is_not_changed_to() {
    SignalNetwork counted = counted(480, 2);
    SignalNetwork others = counted(480, 300);
    List<Timing> good = planning.next(others, others, List.of(TODAY));

    assertThat(planning.next(counted, counted, good)).isNotEqualTo(good);
    assertThat(planning.next(counted, others, good)).isEqualTo(good);
  }

  @Test
  void where_nobody_was_counted_the_plan_in_force_goes_on() {
    SignalNetwork nobody = counted(0, 0);

    assertThat(planning.next(nobody, counted(480, 2), List.of(TODAY))).isEqualTo(List.of(TODAY));
  }
}
