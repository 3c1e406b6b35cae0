package city.nhip.engine.planning.waste.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.nhip.engine.planning.Expected;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.waste.Stop;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a collection plan says of its parts. */
class WasteExpectedTest {
  @TempDir Path folder = Path.of("");

  private final WasteDomain domain = new WasteDomain();

  @Test
  void each_container_left_out_at_a_risk_says_why_and_no_other_does() {
    CollectionPlan plan =
        EveningPlans.solved(
            domain.problem(
                new WasteTown(folder, 60)
                    .shift(WasteTown.hours(18, 0, 18, 45))
                    .largeLitres(20_000)
                    .context(WasteTown.AFTERNOON)));
    List<String> left =
        plan.plan().leftOut().stream()
            .filter(stop -> atRisk(plan.plan().problem().stops().get(stop)))
            .map(stop -> plan.setting().ofStop(stop).container().id())
            .sorted()
            .toList();
    assertThat(left).isNotEmpty();

    JsonNode view = JsonMapper.builder().build().valueToTree(proposal(plan).expected());
    List<JsonNode> reasoned = view.valueStream().filter(one -> one.hasNonNull("why")).toList();

    assertThat(reasoned.stream().map(one -> one.path("asset").asString()).sorted())
        .containsExactlyElementsOf(left);
    assertThat(reasoned)
        .allSatisfy(
            one -> {
              assertThat(one.path("why").path("vi").asString()).isNotBlank();
              assertThat(one.path("why").path("en").asString()).isNotBlank();
              assertThat(one.path("figures").has("leaving")).isTrue();
              assertThat(one.path("figures").has("savesCost")).isFalse();
            });
  }

  @Test
  void the_tours_figures_sum_to_the_plans() {
    Proposal proposal =
        proposal(
            EveningPlans.solved(
                domain.problem(new WasteTown(folder, 60).context(WasteTown.AFTERNOON))));
    List<Expected> tours =
        proposal.expected().stream().filter(one -> one.part().equals(WasteExpected.TOUR)).toList();
    double cost = sum(tours, "cost");
    double tonnes = sum(tours, "tonnes");

    assertThat((double) tours.size()).isEqualTo(kpi(proposal, "trucks"));
    assertThat(cost).isCloseTo(kpi(proposal, "cost"), within(1.0 + tours.size()));
    assertThat(tonnes).isCloseTo(kpi(proposal, "collected"), within(0.006));
    assertThat(sum(tours, "containers")).isEqualTo(kpi(proposal, "containers"));
    assertThat(product(tours, "costPerTonne", "tonnes") / tonnes)
        .isCloseTo(kpi(proposal, "costPerTonne"), within(2.0));
    assertThat(product(tours, "costPerContainer", "containers"))
        .isCloseTo(kpi(proposal, "cost"), within(sum(tours, "containers")));
  }

  private static boolean atRisk(Stop stop) {
    return stop.skip().filter(skip -> skip.penalty() > 0 || skip.cost() > 0).isPresent();
  }

  private Proposal proposal(CollectionPlan plan) {
    return domain.propose(plan, Optional.empty());
  }

  private static double sum(List<Expected> tours, String figure) {
    return tours.stream().mapToDouble(tour -> figure(tour, figure)).sum();
  }

  private static double product(List<Expected> tours, String one, String other) {
    return tours.stream().mapToDouble(tour -> figure(tour, one) * figure(tour, other)).sum();
  }

  private static double figure(Expected tour, String name) {
    return Optional.ofNullable(tour.figures().get(name)).orElseThrow();
  }

  private static double kpi(Proposal proposal, String key) {
    return proposal.kpis().stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow()
        .planned();
  }
}
