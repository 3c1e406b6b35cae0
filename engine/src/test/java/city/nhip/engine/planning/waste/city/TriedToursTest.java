package city.nhip.engine.planning.waste.city;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Supposition;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person holds, and what a person supposes. */
class TriedToursTest {
  private static final Instant AFTERNOON = WasteTown.AFTERNOON;

  @TempDir Path folder = Path.of("");

  private final WasteDomain domain = new WasteDomain();

  @Test
  void a_pinned_truck_keeps_its_tour_however_odd_and_takes_no_other_stop() {
    CollectionPlan odd = odd();
    int held = longest(odd);
    CollectionPlan tried =
        solved(domain.pin(odd, Set.of(odd.setting().ofTruck(held).truck().id())).orElseThrow());

    assertThat(tried.plan().orders().get(held)).isEqualTo(odd.plan().orders().get(held));
    assertThat(tried.plan().orders()).isNotEqualTo(odd.plan().orders());
  }

  @Test
  void a_pinned_container_stays_with_its_truck() {
    CollectionPlan odd = odd();
    int held = longest(odd);
    List<Integer> stops = odd.plan().orders().get(held);
    Set<String> pins = Set.of(id(odd, stops.get(0)), id(odd, stops.get(1)), id(odd, stops.get(2)));
    CollectionPlan tried = solved(domain.pin(odd, pins).orElseThrow());

    assertThat(tried.plan().orders().get(held)).containsAll(stops.subList(0, 3));
  }

  @Test
  void more_waste_makes_more_containers_due() {
    for (double rate : List.of(1.8, 2.2, 2.6)) {
      WasteTown town = new WasteTown(folder, 40).ratePerHour(rate);

      assertThat(due(context(town, supposed(WasteFindings.DEMAND, "city", 60))))
          .as("%s %% an hour", rate)
          .isGreaterThanOrEqualTo(due(context(town)));
      assertThat(due(context(town, supposed(WasteFindings.DEMAND, "north", 100))))
          .as("%s %% an hour, in one zone", rate)
          .isPositive();
    }
  }

  private int due(PlanningContext context) {
    try {
      return domain.problem(context).setting().stops().size();
    } catch (CannotPlan nothing) {
      return 0;
    }
  }

  @Test
  void whatever_may_be_supposed_is_planned_with() {
    WasteTown town = new WasteTown(folder, 40);
    PlanningContext plain = context(town);
    byte[] usual = domain.encode(solved(domain.problem(plain)));
    for (Supposition one : domain.suppositions(plain.city())) {
      String asset = one.assets().isEmpty() ? "city" : one.assets().get(0);
      Finding finding = supposed(one.kind(), asset, one.usual());

      assertThat(domain.encode(solved(domain.problem(context(town, finding)))))
          .as(one.kind())
          .isNotEqualTo(usual);
    }
  }

  /** A solved plan whose longest tour somebody turned round. */
  private CollectionPlan odd() {
    CollectionPlan plan = solved(domain.problem(context(new WasteTown(folder, 140))));
    List<List<Integer>> orders = new ArrayList<>(plan.plan().orders());
    orders.replaceAll(
        order -> {
          List<Integer> turned = new ArrayList<>(order);
          Collections.reverse(turned);
          return turned;
        });
    return plan.with(orders);
  }

  private static int longest(CollectionPlan plan) {
    int longest = 0;
    for (int truck = 0; truck < plan.plan().orders().size(); truck++) {
      if (plan.plan().orders().get(truck).size() > plan.plan().orders().get(longest).size()) {
        longest = truck;
      }
    }
    return longest;
  }

  private static String id(CollectionPlan plan, int stop) {
    return plan.setting().ofStop(stop).container().id();
  }

  private static PlanningContext context(WasteTown town, Finding... findings) {
    return town.context(AFTERNOON, Optional.empty(), List.of(findings));
  }

  private static Finding supposed(String kind, String asset, double value) {
    return new Finding(kind, asset, value, AFTERNOON, AFTERNOON.plus(Duration.ofHours(12)));
  }

  private CollectionPlan solved(CollectionPlan problem) {
    return domain
        .solve(problem, SolveLimits.ofEvaluations(4_000, 1), SolveControl.UNWATCHED)
        .plan();
  }
}
