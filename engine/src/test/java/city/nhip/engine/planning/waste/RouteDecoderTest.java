package city.nhip.engine.planning.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteDecoderTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void no_other_way_to_tip_and_rest_is_better(long seed) {
    WasteProblem problem = new SmallTowns(seed).full(3, 2);
    FlatProblem flat = new FlatProblem(problem);
    int[] order = {0, 1, 2};
    for (int truck = 0; truck < 2; truck++) {
      Timeline decoded = new RouteDecoder(new FlatProblem(problem)).decode(truck, order);
      long[] best = {Long.MAX_VALUE, Long.MAX_VALUE};
      everyWay(flat, truck, order, 0, new ArrayList<>(), 0, best);
      long amiss = decoded.broken().values().stream().mapToLong(Long::longValue).sum();
      if (best[0] == 0) {
        assertThat(amiss).isZero();
        assertThat(decoded.cost()).isEqualTo(best[1]);
      } else {
        assertThat(amiss).isGreaterThanOrEqualTo(best[0]);
      }
    }
  }

  /** A bound that were too high would hide the best day. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void what_costs_more_than_a_hasty_day_hides_no_better_one(long seed) {
    WasteProblem town = new SmallTowns(seed).full(16, 2);
    FlatProblem flat =
        new FlatProblem(
            new WasteProblem(
                "calm", town.stops(), town.trucks(), town.sites(), town.matrix(), Congestion.NONE));
    TripLabels all = new TripLabels(flat, new DayAccess(flat), TripLabels.MANY);
    RouteDecoder decoder = new RouteDecoder(flat);
    List<Integer> stops = new ArrayList<>(IntStream.range(0, flat.stops).boxed().toList());
    Random random = new Random(seed);
    int kept = 0;
    for (int i = 0; i < 300; i++) {
      Collections.shuffle(stops, random);
      int truck = random.nextInt(2);
      int[] order = stops.stream().mapToInt(Integer::intValue).limit(1 + i % 9).toArray();
      int[] codes = new int[all.mostVisits(order.length)];
      int length = all.decode(truck, order, order.length, codes, Routes.NEVER);
      if (all.foundBroken == 0) {
        kept++;
        assertThat(decoder.decode(truck, order).cost())
            .isEqualTo(DayWalk.of(flat, truck, codes, length).cost());
      }
    }
    assertThat(kept).isGreaterThan(20);
  }

  /** Up to two tippings and a break before each stop and before the depot. */
  private static void everyWay(
      FlatProblem flat,
      int truck,
      int[] order,
      int at,
      List<Integer> codes,
      int sinceStop,
      long[] best) {
    if (at == order.length) {
      Timeline day =
          DayWalk.of(
              flat, truck, codes.stream().mapToInt(Integer::intValue).toArray(), codes.size());
      long amiss = day.broken().values().stream().mapToLong(Long::longValue).sum();
      if (amiss < best[0] || (amiss == best[0] && day.cost() < best[1])) {
        best[0] = amiss;
        best[1] = day.cost();
      }
    } else {
      with(codes, order[at], () -> everyWay(flat, truck, order, at + 1, codes, 0, best));
    }
    boolean rested = codes.stream().anyMatch(c -> c >= VisitCodes.restHere(flat));
    if (!rested) {
      for (int rest : List.of(VisitCodes.restHere(flat), VisitCodes.restOnArrival(flat))) {
        with(codes, rest, () -> everyWay(flat, truck, order, at, codes, sinceStop, best));
      }
    }
    if (sinceStop < 2) {
      for (int site = 0; site < flat.sites; site++) {
        with(
            codes,
            VisitCodes.site(flat, site),
            () -> everyWay(flat, truck, order, at, codes, sinceStop + 1, best));
      }
    }
  }

  private static void with(List<Integer> codes, int code, Runnable then) {
    codes.add(code);
    then.run();
    codes.remove(codes.size() - 1);
  }

  @Test
  void a_truck_without_stops_stays_at_its_depot() {
    Timeline day = new RouteDecoder(new FlatProblem(new SmallTowns(1).full(4, 2))).decode(0);
    assertThat(day.visits()).isEmpty();
    assertThat(day.cost()).isZero();
    assertThat(day.feasible()).isTrue();
  }

  @Test
  void a_truck_with_a_load_tips_before_it_goes_home() {
    Timeline day = new RouteDecoder(new FlatProblem(new SmallTowns(1).full(4, 2))).decode(1);
    assertThat(day.feasible()).isTrue();
    assertThat(day.visits()).extracting(Visit::kind).contains(Visit.Kind.TIP);
  }
}
