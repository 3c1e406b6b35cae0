package city.nhip.engine.planning.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search's arithmetic and the plain walk through a day say the same of any plan. */
class EvaluatorsAgreeTest {
  private static final int PLANS_A_TOWN = 1_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void a_full_day_costs_the_same_by_both(long seed) {
    WasteProblem problem = new SmallTowns(seed).full(30, 4);
    assertThat(RoutesKind.of(new FlatProblem(problem))).isEqualTo(RoutesKind.DAYS);
    searchAgrees(problem, seed, 400);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void trucks_of_several_vehicle_profiles_cost_the_same_by_both(long seed) {
    SmallTowns towns = new SmallTowns(seed);
    agreesAtRandom(towns.ofSeveralProfiles(towns.plain(12, 6, true)), seed, 30);
    agreesAtRandom(towns.ofSeveralProfiles(towns.full(12, 3)), seed, 30);
    agreesAtRandom(towns.ofSeveralProfiles(towns.trips(12, 3)), seed, 30);
  }

  /** The search tips in haste: what it found may be had for less, never for more. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_search_with_several_vehicle_profiles_promises_no_cost_that_is_not_kept(long seed) {
    SmallTowns towns = new SmallTowns(seed);
    promiseIsKept(towns.ofSeveralProfiles(towns.full(30, 4)), seed);
    promiseIsKept(towns.ofSeveralProfiles(towns.trips(40, 6)), seed);
    promiseIsKept(towns.ofSeveralProfiles(towns.plain(30, 12, true)), seed);
  }

  private static void promiseIsKept(WasteProblem problem, long seed) {
    FlatProblem flat = new FlatProblem(problem);
    assertThat(RoutesKind.of(flat)).isEqualTo(RoutesKind.DAYS);
    Annealing annealing = searched(flat, seed, 400);
    WastePlan plan = WastePlan.of(problem).with(annealing.best());
    assertThat(plan.timelines()).allMatch(Timeline::feasible);
    assertThat(cost(plan) + absence(plan)).isLessThanOrEqualTo(annealing.bestCost());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void trips_split_the_short_way_cost_the_same_by_both(long seed) {
    searchAgrees(new SmallTowns(seed).trips(40, 6), seed, 1_000);
  }

  /** {@code ./mvnw -pl engine test -Dtest=EvaluatorsAgreeTest -Dplans=1000000}. */
  @Test
  @EnabledIfSystemProperty(named = "plans", matches = "\\d+")
  void as_many_random_orders_as_asked_for_cost_the_same_by_both() {
    for (long seed = 1; seed <= Long.getLong("plans") / PLANS_A_TOWN; seed++) {
      SmallTowns towns = new SmallTowns(seed);
      agreesAtRandom(seed % 2 == 0 ? towns.full(12, 3) : towns.trips(12, 3), seed, PLANS_A_TOWN);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_route_with_windows_costs_the_same_by_both(long seed) {
    WasteProblem problem = new SmallTowns(seed).plain(40, 40, true);
    assertThat(RoutesKind.of(new FlatProblem(problem))).isEqualTo(RoutesKind.WINDOWS);
    searchAgrees(problem, seed, 1_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_route_with_capacity_alone_costs_the_same_by_both(long seed) {
    WasteProblem problem = new SmallTowns(seed).plain(40, 20, false);
    assertThat(RoutesKind.of(new FlatProblem(problem))).isEqualTo(RoutesKind.CAPACITY);
    searchAgrees(problem, seed, 1_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void random_orders_are_feasible_by_both_or_by_none(long seed) {
    agreesAtRandom(new SmallTowns(seed).full(12, 3), seed, 30);
    agreesAtRandom(new SmallTowns(seed).trips(12, 3), seed, 30);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void what_an_insertion_is_found_to_cost_is_what_it_costs(long seed) {
    WasteProblem problem = alwaysOpen(new SmallTowns(seed).full(40, 4));
    FlatProblem flat = new FlatProblem(problem);
    Routes routes = new DayRoutes(flat, new Neighbours(flat, 20, true), TripLabels.MANY);
    Dice dice = new Dice(seed);
    int found = 0;
    for (int stop = 0; stop < flat.stops; stop++) {
      long without = routes.cost - routes.absentCost[stop];
      routes.begin();
      routes.seek(stop, dice);
      if (routes.found != Routes.NOWHERE) {
        routes.insert(stop, routes.found);
        assertThat(routes.cost - without).isEqualTo(routes.foundCost);
        found++;
      }
    }
    assertThat(found).isGreaterThan(10);
  }

  private static WasteProblem alwaysOpen(WasteProblem town) {
    List<Window> always = List.of(new Window(0, 48 * SmallTowns.HOUR));
    return new WasteProblem(
        town.name(),
        town.stops().stream()
            .map(
                it ->
                    new Stop(
                        it.id(),
                        it.node(),
                        it.stream(),
                        it.volume(),
                        it.mass(),
                        it.service(),
                        always,
                        it.trucks(),
                        it.skip(),
                        it.habit()))
            .toList(),
        town.trucks(),
        town.sites().stream()
            .map(
                it ->
                    new DisposalSite(
                        it.id(),
                        it.node(),
                        it.streams(),
                        always,
                        it.tipping(),
                        it.fee(),
                        it.feePerMass()))
            .toList(),
        town.matrix(),
        Congestion.NONE);
  }

  private static void agreesAtRandom(WasteProblem problem, long seed, int plans) {
    Random random = new Random(seed);
    FlatProblem flat = new FlatProblem(problem);
    Routes routes = new DayRoutes(flat, new Neighbours(flat, 10, true), TripLabels.MANY);
    for (int round = 0; round < plans; round++) {
      List<List<Integer>> orders = randomOrders(problem, random);
      WastePlan plan = WastePlan.of(problem).with(orders);
      routes.load(orders);
      long amiss = plan.timelines().stream().filter(day -> !day.feasible()).count();
      assertThat(Math.floorDiv(routes.cost + Absence.HARD / 2 - absence(plan), Absence.HARD))
          .isEqualTo(amiss);
      assertThat(routes.cost - absence(plan) - amiss * Absence.HARD).isEqualTo(cost(plan));
    }
  }

  private static List<List<Integer>> randomOrders(WasteProblem problem, Random random) {
    List<Integer> all = new ArrayList<>();
    for (int u = 0; u < problem.stops().size(); u++) {
      all.add(u);
    }
    Collections.shuffle(all, random);
    List<List<Integer>> orders = new ArrayList<>();
    problem.trucks().forEach(truck -> orders.add(new ArrayList<>()));
    for (int u : all.subList(0, random.nextInt(all.size()))) {
      orders.get(random.nextInt(orders.size())).add(u);
    }
    return orders;
  }

  private static void searchAgrees(WasteProblem problem, long seed, int steps) {
    Annealing annealing = searched(new FlatProblem(problem), seed, steps);
    WastePlan plan = WastePlan.of(problem).with(annealing.best());
    assertThat(plan.timelines()).allMatch(Timeline::feasible);
    assertThat(cost(plan) + absence(plan)).isEqualTo(annealing.bestCost());
  }

  private static Annealing searched(FlatProblem flat, long seed, int steps) {
    RoutesKind kind = RoutesKind.of(flat);
    Routes routes = kind.make(flat, new Neighbours(flat, 20, kind.timed()));
    Annealing annealing = new Annealing(routes, seed, kind.timed(), false);
    for (int i = 0; i < steps; i++) {
      annealing.cool((double) i / steps);
      annealing.step();
    }
    return annealing;
  }

  private static long cost(WastePlan plan) {
    return plan.timelines().stream().mapToLong(Timeline::cost).sum();
  }

  private static long absence(WastePlan plan) {
    return plan.leftOut().stream()
        .mapToLong(u -> Absence.cost(plan.problem().stops().get(u)))
        .sum();
  }
}
