package city.nhip.engine.planning.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursTest {
  private static final int STOPS = 40;
  private static final int WIDTH = 12;

  private final FlatProblem flat =
      new FlatProblem(oneWay(new SmallTowns(5).plain(STOPS, 3, false)));
  private final Neighbours neighbours = new Neighbours(flat, WIDTH, true);

  @Test
  void the_nearest_by_the_shorter_of_both_ways_come_first() {
    assertThat(flat.isSymmetric()).isFalse();
    for (int stop = 0; stop < STOPS; stop++) {
      int u = stop;
      List<Integer> nearest =
          IntStream.range(0, STOPS)
              .filter(v -> v != u)
              .boxed()
              .sorted(Comparator.comparingInt((Integer v) -> way(u, v)).thenComparing(v -> v))
              .limit(WIDTH)
              .toList();
      for (int k = 0; k < WIDTH; k++) {
        assertThat(neighbours.near[u * WIDTH + k]).isEqualTo(nearest.get(k));
        assertThat(neighbours.ways[u * WIDTH + k]).isEqualTo(way(u, nearest.get(k)));
      }
    }
  }

  /** The same places, each way of a length of its own. */
  private static WasteProblem oneWay(WasteProblem town) {
    int nodes = town.matrix().size();
    int[] ways = new Random(5).ints(nodes * nodes, 1, 1_000).toArray();
    return new WasteProblem(
        town.name(),
        town.stops(),
        town.trucks(),
        town.sites(),
        new TableMatrix(nodes, ways, ways),
        town.congestion());
  }

  private int way(int u, int v) {
    return Math.min(flat.distance(u, v), flat.distance(v, u));
  }
}
