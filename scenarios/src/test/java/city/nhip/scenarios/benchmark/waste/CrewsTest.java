package city.nhip.scenarios.benchmark.waste;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.waste.Congestion;
import city.nhip.engine.planning.waste.DisposalSite;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.TableMatrix;
import city.nhip.engine.planning.waste.Truck;
import city.nhip.engine.planning.waste.WasteProblem;
import city.nhip.engine.planning.waste.Window;
import city.nhip.scenarios.benchmark.waste.Round.Errand;
import city.nhip.scenarios.benchmark.waste.Round.Errand.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A road: the site at 0 m, the depot at 100 m, container A at 200 m, B at 300 m, C at 400 m; a
 * metre takes a second.
 */
class CrewsTest {
  private static final int[] POSITIONS = {0, 100, 200, 300, 400};
  private static final int SITE = 0;
  private static final int DEPOT = 1;
  private static final List<Round> ROUND =
      List.of(new Round("truck", List.of(collect("A"), collect("B"), collect("C"), tip())));

  @Test
  void a_truck_with_room_drives_its_round_and_tips_once() {
    Crews.Evening evening = crews(10_000).drive(ROUND, holding(300));
    assertThat(evening.metres()).isEqualTo(100 + 100 + 100 + 400 + 100);
    assertThat(evening.served()).containsOnlyKeys("A", "B", "C");
    assertThat(evening.tippedOutOfTurn()).isZero();
  }

  @Test
  void a_truck_that_is_full_tips_before_its_next_stop_and_goes_on_in_order() {
    Crews.Evening evening = crews(10_000).drive(ROUND, holding(500));
    assertThat(evening.tippedOutOfTurn()).isOne();
    assertThat(evening.metres()).isEqualTo(100 + 100 + 300 + 400 + 400 + 100);
    assertThat(evening.served()).containsAllEntriesOf(Map.of("A", 100, "B", 210, "C", 980));
  }

  @Test
  void what_the_shift_leaves_stays() {
    Crews.Evening evening = crews(1_000).drive(ROUND, holding(500));
    assertThat(evening.served()).containsOnlyKeys("A", "B");
    assertThat(evening.left()).isOne();
    assertThat(evening.metres()).isEqualTo(100 + 100 + 300 + 100);
  }

  @Test
  void a_site_in_turn_is_passed_by_with_nothing_on_board() {
    List<Round> twice = List.of(new Round("truck", List.of(tip(), collect("A"), tip(), tip())));
    assertThat(crews(10_000).drive(twice, holding(500)).metres()).isEqualTo(100 + 200 + 100);
  }

  private static Errand collect(String container) {
    return new Errand(Kind.COLLECT, container);
  }

  private static Errand tip() {
    return new Errand(Kind.TIP, "site");
  }

  private static Contents holding(int litres) {
    return (container, second) -> new Contents.Load(litres, litres / 5);
  }

  /** One truck that holds 1 000 litres. */
  private static Crews crews(int shiftEnds) {
    List<Window> always = List.of(new Window(0, 100_000));
    Truck truck =
        new Truck(
            "truck",
            Truck.Start.empty(DEPOT, 0),
            DEPOT,
            List.of(new Truck.Compartment(Set.of(0), 1_000)),
            1_000,
            new Truck.Shift(shiftEnds, Truck.UNLIMITED, Truck.UNLIMITED, Optional.empty()),
            Truck.DayLimits.NONE,
            Truck.Prices.DISTANCE_ONLY);
    return new Crews(
        new WasteProblem(
            "road",
            List.of(stop("A", 2, always), stop("B", 3, always), stop("C", 4, always)),
            List.of(truck),
            List.of(new DisposalSite("site", SITE, Set.of(0), always, 60, 0, 0)),
            matrix(),
            Congestion.NONE));
  }

  private static Stop stop(String id, int node, List<Window> windows) {
    return new Stop(id, node, 0, 1, 1, 10, windows, List.of(), Optional.empty(), Optional.empty());
  }

  private static TableMatrix matrix() {
    int size = POSITIONS.length;
    int[] ways = new int[size * size];
    for (int from = 0; from < size; from++) {
      for (int to = 0; to < size; to++) {
        ways[from * size + to] = Math.abs(POSITIONS[from] - POSITIONS[to]);
      }
    }
    return new TableMatrix(size, ways, ways);
  }
}
