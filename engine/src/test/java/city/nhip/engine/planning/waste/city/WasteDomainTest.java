package city.nhip.engine.planning.waste.city;

import static city.nhip.engine.planning.waste.city.EveningPlans.artefact;
import static city.nhip.engine.planning.waste.city.EveningPlans.served;
import static city.nhip.engine.planning.waste.city.EveningPlans.solved;
import static city.nhip.engine.planning.waste.city.EveningPlans.urgent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.ConstraintLine;
import city.nhip.engine.planning.Kpi;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.waste.HardRule;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.Timeline;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WasteDomainTest {
  private static final Instant AFTERNOON = WasteTown.AFTERNOON;

  @TempDir Path folder = Path.of("");

  private final WasteDomain domain = new WasteDomain();

  @Test
  void one_seed_gives_one_schedule_byte_for_byte() {
    WasteTown town = new WasteTown(folder, 40);
    assertThat(domain.encode(solved(domain.problem(town.context(AFTERNOON)))))
        .isEqualTo(domain.encode(solved(domain.problem(town.context(AFTERNOON)))));
  }

  @Test
  void a_plan_comes_back_from_its_bytes() {
    CollectionPlan problem = domain.problem(new WasteTown(folder, 40).context(AFTERNOON));
    CollectionPlan plan = solved(problem);
    byte[] bytes = domain.encode(plan);
    assertThat(domain.encode(domain.decode(problem, bytes))).isEqualTo(bytes);
    assertThat(plan.plan().leftOut()).isEmpty();
  }

  @Test
  void other_bytes_are_refused_with_place_and_remedy() {
    CollectionPlan problem = domain.problem(new WasteTown(folder, 10).context(AFTERNOON));
    assertThatThrownBy(() -> domain.decode(problem, "{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("collection plan");
    byte[] other =
        new String(domain.encode(problem), StandardCharsets.UTF_8)
            .replace("nhip-waste-1", "nhip-waste-9")
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> domain.decode(problem, other)).hasMessageStartingWith("/format");
  }

  @Test
  void every_constraint_has_a_line_and_the_lines_sum_to_the_score() {
    Proposal proposal =
        propose(solved(domain.problem(new WasteTown(folder, 40).context(AFTERNOON))));
    assertThat(proposal.feasible()).isTrue();
    assertThat(proposal.constraints()).hasSizeGreaterThan(HardRule.values().length + 5);
    Map<String, Long> sums =
        proposal.constraints().stream()
            .collect(
                Collectors.groupingBy(
                    ConstraintLine::level, Collectors.summingLong(ConstraintLine::score)));
    assertThat(proposal.score())
        .isEqualTo(
            "%dhard/%dmedium/%dsoft"
                .formatted(sums.get("hard"), sums.get("medium"), sums.get("soft")));
  }

  @Test
  void the_search_is_no_worse_than_the_fixed_round() {
    CollectionPlan problem = domain.problem(new WasteTown(folder, 60).context(AFTERNOON));
    Proposal proposal = propose(solved(problem));
    Kpi cost = kpi(proposal, "cost");
    assertThat(cost.planned()).isLessThanOrEqualTo(cost.unoptimized().orElseThrow());
    assertThat(kpi(proposal, "overflows").planned())
        .isLessThanOrEqualTo(kpi(proposal, "overflows").unoptimized().orElseThrow());
  }

  @Test
  void a_break_is_owed_after_the_hours_that_may_be_worked_without_one() {
    CollectionPlan problem = domain.problem(new WasteTown(folder, 20).context(AFTERNOON));
    assertThat(problem.plan().problem().trucks())
        .allSatisfy(
            truck ->
                assertThat(truck.shift().rest().orElseThrow().owedAfter())
                    .isEqualTo(truck.start().time() + 6 * 3_600));
  }

  @Test
  void containers_that_stay_low_are_not_due() {
    WasteTown slow = new WasteTown(folder, 20).ratePerHour(0.5);
    assertThatThrownBy(() -> domain.problem(slow.context(AFTERNOON)))
        .isInstanceOf(CannotPlan.class)
        .hasMessageContaining("No container");
  }

  @Test
  void an_urgent_container_is_due_however_slowly_it_fills() {
    WasteTown slow = new WasteTown(folder, 20).ratePerHour(0.5);
    CollectionPlan plan =
        solved(
            domain.problem(
                slow.context(AFTERNOON, Optional.empty(), List.of(urgent("W7", AFTERNOON)))));
    assertThat(served(artefact(plan))).containsExactly("W7");
  }

  @Test
  void a_reason_for_leaving_out_is_true_and_its_remedy_works() {
    WasteTown town =
        new WasteTown(folder, 60).shift(WasteTown.hours(18, 0, 18, 45)).largeLitres(20_000);
    CollectionPlan plan = solved(domain.problem(town.context(AFTERNOON)));
    assertThat(plan.plan().leftOut()).isNotEmpty();
    assertThat(propose(plan).feasible()).isTrue();

    Map<Integer, SkipReasons.Trial> trials = new TreeMap<>();
    for (int left : plan.plan().leftOut()) {
      SkipReasons.trial(plan, left).ifPresent(trial -> trials.put(left, trial));
    }
    int stop =
        trials.keySet().stream()
            .filter(
                left ->
                    SkipReasons.trial(plan, left)
                        .filter(one -> one.blocked().keySet().equals(Set.of(HardRule.SHIFT)))
                        .isPresent())
            .findFirst()
            .orElseThrow(() -> new AssertionError("Blocked otherwise: " + trials));
    SkipReasons.Trial trial = SkipReasons.trial(plan, stop).orElseThrow();
    long seconds = trial.blocked().getOrDefault(HardRule.SHIFT, 0L);
    long minutes = (seconds + 59) / 60;

    // the same town with that much longer a shift: the same plan now takes the container in
    Hours longer =
        new Hours(
            WasteTown.hours(18, 0, 18, 45).from(),
            WasteTown.hours(18, 0, 18, 45).to().plusMinutes(minutes));
    CollectionPlan relaxed =
        domain.decode(domain.problem(town.shift(longer).context(AFTERNOON)), domain.encode(plan));
    String id = plan.setting().ofStop(stop).container().id();
    SkipReasons.Trial again =
        SkipReasons.trial(relaxed, relaxed.setting().stopOf(id)).orElseThrow();
    assertThat(again.blocked()).isEmpty();
  }

  @Test
  void a_reason_names_one_unit_and_each_language_its_own_words() {
    assertThat(WasteWords.broken(HardRule.SHIFT, 700))
        .isEqualTo(new Localized("Quá giờ kết thúc ca + 12 phút", "End of shift + 12 min"));
    assertThat(WasteWords.broken(HardRule.PAYLOAD, 30).en()).isEqualTo("Payload + 30 kg");
    assertThat(WasteWords.broken(HardRule.EMPTY_AT_DEPOT, 660).en())
        .isEqualTo("no disposal site takes it in time any more, 660 l would stay on board");
  }

  @Test
  void who_asks_for_a_container_is_told_where_it_fits_best_first() {
    CollectionPlan plan =
        solved(
            domain.problem(
                new WasteTown(folder, 30)
                    .context(AFTERNOON, Optional.empty(), List.of(urgent("W7", AFTERNOON)))));
    int stop = plan.setting().stopOf("W7");
    CollectionPlan rest = WhereItFits.without(plan, stop);
    List<SkipReasons.Trial> ranked = SkipReasons.ranked(rest, stop);

    assertThat(ranked).extracting(SkipReasons.Trial::truck).doesNotHaveDuplicates();
    assertThat(ranked.stream().filter(SkipReasons.Trial::possible).map(SkipReasons.Trial::extra))
        .isNotEmpty()
        .isSorted();
    SkipReasons.Trial first = ranked.get(0);
    List<List<Integer>> orders = new ArrayList<>(rest.plan().orders());
    List<Integer> order = new ArrayList<>(orders.get(first.truck()));
    order.add(first.at(), stop);
    orders.set(first.truck(), order);
    assertThat(cost(rest.with(orders)) - cost(rest)).isEqualTo(first.extra());

    String truck = rest.setting().ofTruck(first.truck()).truck().id();
    assertThat(notes(plan))
        .anySatisfy(
            note ->
                assertThat(note)
                    .startsWith("W7 is asked for, the best place first: truck " + truck + " ")
                    .contains("+ " + WasteWords.dong(first.extra())));
  }

  private static long cost(CollectionPlan plan) {
    return plan.plan().timelines().stream().mapToLong(Timeline::cost).sum();
  }

  @Test
  void what_is_worth_more_than_its_way_is_never_left_out() {
    CollectionPlan plan = solved(domain.problem(new WasteTown(folder, 60).context(AFTERNOON)));
    for (int stop : plan.plan().leftOut()) {
      Stop left = plan.plan().problem().stops().get(stop);
      SkipReasons.trial(plan, stop)
          .filter(SkipReasons.Trial::possible)
          .ifPresent(
              trial ->
                  assertThat(trial.extra())
                      .as(left.id())
                      .isGreaterThanOrEqualTo(left.skip().orElseThrow().cost()));
    }
  }

  @Test
  void what_fills_by_more_than_its_volume_a_day_is_named_with_what_it_needs() {
    CollectionPlan fast =
        solved(domain.problem(new WasteTown(folder, 20).ratePerHour(3.8).context(AFTERNOON)));
    List<String> over =
        fast.setting().containers().stream()
            .map(DueContainer::container)
            .filter(one -> one.usualPercentPerHour() * 24 > 100)
            .sorted(Comparator.comparingDouble(one -> -one.usualPercentPerHour()))
            .map(one -> "%s (%.0f %%)".formatted(one.id(), one.usualPercentPerHour() * 24))
            .toList();
    assertThat(over).hasSizeBetween(1, 6);
    assertThat(notes(fast))
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains("a day brings more than they hold: " + String.join(", ", over) + ".")
                    .contains("second container"));
  }

  @Test
  void no_container_is_called_too_small_that_an_evening_empties_in_time() {
    CollectionPlan slow = solved(domain.problem(new WasteTown(folder, 20).context(AFTERNOON)));
    assertThat(notes(slow)).noneMatch(note -> note.contains("a day brings more"));
  }

  private List<String> notes(CollectionPlan plan) {
    return propose(plan).notes().stream().map(Localized::en).toList();
  }

  private Proposal propose(CollectionPlan plan) {
    return domain.propose(plan, Optional.empty());
  }

  private static Kpi kpi(Proposal proposal, String key) {
    return proposal.kpis().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
  }
}
