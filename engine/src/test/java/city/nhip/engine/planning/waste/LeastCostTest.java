package city.nhip.engine.planning.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bound is held against every plan of towns so small that all can be tried. */
class LeastCostTest {
  private static final int STOPS = 5;
  private static final int TRUCKS = 2;

  static Stream<WasteProblem> towns() {
    return LongStream.rangeClosed(1, 12)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                    new SmallTowns(seed).full(STOPS, TRUCKS),
                    calm(new SmallTowns(seed).full(STOPS, TRUCKS), 1),
                    calm(new SmallTowns(seed).full(STOPS, TRUCKS), 100),
                    new SmallTowns(seed).trips(STOPS, TRUCKS),
                    tight(new SmallTowns(seed).trips(STOPS, TRUCKS)),
                    new SmallTowns(seed).plain(STOPS, TRUCKS, false)));
  }

  @ParameterizedTest
  @MethodSource("towns")
  void no_plan_that_leaves_as_little_to_overflow_costs_less(WasteProblem town) {
    List<WastePlan> plans = plans(town).filter(LeastCostTest::kept).toList();
    Random random = new Random(plans.size());
    List<WastePlan> some =
        Stream.concat(
                plans.stream().min(Comparator.comparingLong(LeastCostTest::cost)).stream(),
                random.ints(5, 0, Math.max(1, plans.size())).mapToObj(plans::get))
            .toList();
    for (WastePlan plan : plans.isEmpty() ? List.<WastePlan>of() : some) {
      long cheapest =
          plans.stream()
              .filter(other -> overflow(other) <= overflow(plan))
              .mapToLong(LeastCostTest::cost)
              .min()
              .orElseThrow();
      assertThat(LeastCost.of(plan).orElse(0)).isLessThanOrEqualTo(cheapest);
    }
  }

  @Test
  void the_bound_is_near_the_best_plan_where_there_is_nothing_but_ways() {
    double shares = 0;
    for (long seed = 1; seed <= 12; seed++) {
      WasteProblem town = new SmallTowns(seed).plain(STOPS, TRUCKS, false);
      WastePlan best =
          plans(town)
              .filter(LeastCostTest::kept)
              .min(Comparator.comparingLong(LeastCostTest::cost))
              .orElseThrow();
      shares += LeastCost.of(best).orElseThrow() / (double) cost(best) / 12;
    }
    assertThat(shares).isBetween(0.97, 1.0);
  }

  @Test
  void a_plan_that_breaks_a_rule_has_no_bound() {
    WasteProblem town = new SmallTowns(1).trips(3, 1);
    assertThat(LeastCost.of(WastePlan.of(town))).isEqualTo(OptionalLong.empty());
  }

  private static Stream<WastePlan> plans(WasteProblem town) {
    WastePlan none = WastePlan.of(town);
    List<List<List<Integer>>> orders = new ArrayList<>();
    List<List<Integer>> empty =
        IntStream.range(0, TRUCKS).mapToObj(t -> List.<Integer>of()).toList();
    add(orders, empty, 0);
    return orders.stream().map(none::with);
  }

  /** Every way to leave out each further stop, or to put it at some place of some truck. */
  private static void add(List<List<List<Integer>>> all, List<List<Integer>> orders, int stop) {
    if (stop == STOPS) {
      all.add(orders);
      return;
    }
    add(all, orders, stop + 1);
    for (int truck = 0; truck < TRUCKS; truck++) {
      for (int at = 0; at <= orders.get(truck).size(); at++) {
        List<Integer> order = new ArrayList<>(orders.get(truck));
        order.add(at, stop);
        List<List<Integer>> more = new ArrayList<>(orders);
        more.set(truck, order);
        add(all, more, stop + 1);
      }
    }
  }

  private static boolean kept(WastePlan plan) {
    return plan.timelines().stream().allMatch(Timeline::feasible)
        && plan.leftOut().stream().allMatch(stop -> skip(plan, stop).isPresent());
  }

  private static long overflow(WastePlan plan) {
    return plan.leftOut().stream().mapToLong(u -> skip(plan, u).orElseThrow().penalty()).sum();
  }

  private static long cost(WastePlan plan) {
    return plan.timelines().stream().mapToLong(Timeline::cost).sum()
        + plan.leftOut().stream().mapToLong(u -> skip(plan, u).orElseThrow().cost()).sum();
  }

  private static Optional<Stop.Skip> skip(WastePlan plan, int stop) {
    return plan.problem().stops().get(stop).skip();
  }

  /** Without a rush; leaving a stop costs more or less. */
  private static WasteProblem calm(WasteProblem town, int dearer) {
    return new WasteProblem(
        town.name(),
        town.stops().stream().map(it -> skipped(it, dearer)).toList(),
        town.trucks(),
        town.sites(),
        town.matrix(),
        Congestion.NONE);
  }

  private static Stop skipped(Stop it, int dearer) {
    return new Stop(
        it.id(),
        it.node(),
        it.stream(),
        it.volume(),
        it.mass(),
        it.service(),
        it.windows(),
        it.trucks(),
        Optional.of(
            it.skip()
                .map(skip -> new Stop.Skip(skip.penalty(), dearer * skip.cost()))
                .orElse(new Stop.Skip(2, 500L * dearer))),
        it.habit());
  }

  /** Every other stop fills a truck. */
  private static WasteProblem tight(WasteProblem town) {
    return new WasteProblem(
        town.name(),
        town.stops().stream()
            .map(
                it ->
                    new Stop(
                        it.id(),
                        it.node(),
                        0,
                        Math.min(100, 3 * it.volume()),
                        0,
                        it.service(),
                        List.of(new Window(0, 24 * SmallTowns.HOUR)),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()))
            .toList(),
        town.trucks(),
        town.sites(),
        town.matrix(),
        Congestion.NONE);
  }
}
