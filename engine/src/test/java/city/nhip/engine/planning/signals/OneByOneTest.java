package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OneByOneTest {
  private final SignalNetwork network = Crossings.with(700, 300);

  @Test
  void an_intersection_alone_has_all_that_want_over_it_when_nothing_held_them_before() {
    LaneGraph graph = new LaneGraph(network);
    SignalNetwork alone = NetworkPart.of(graph, List.of(1), OneByOne.unheld(graph));

    assertThat(alone.intersections()).extracting(Intersection::id).containsExactly("B");
    assertThat(new QueueModel(alone).play(alone.today()).due()).isEqualTo((int) comes(network, 1));
  }

  private static long comes(SignalNetwork network, int site) {
    List<List<Integer>> ways =
        network.movements().stream()
            .filter(movement -> movement.intersection() == site)
            .map(movement -> List.of(movement.fromLink(), movement.toLink()))
            .toList();
    return network.trips().stream()
        .filter(
            trip -> {
              List<Integer> route = network.routes().get(trip.route());
              int millis = 1000 * trip.departs();
              for (int place = 0; place + 1 < route.size(); place++) {
                if (ways.contains(route.subList(place, place + 2))) {
                  return millis / 1000 < network.end();
                }
                millis += network.links().get(route.get(place)).travelMillis();
              }
              return false;
            })
        .count();
  }

  @Test
  void intersections_timed_alone_are_better_together_too() {
    List<Timing> alone =
        OneByOne.timings(new LaneGraph(network), network.today(), 1, 300, Long.MAX_VALUE);

    QueueModel model = new QueueModel(network);
    assertThat(model.play(alone).delaySeconds())
        .isLessThan(model.play(network.today()).delaySeconds());
  }
}
