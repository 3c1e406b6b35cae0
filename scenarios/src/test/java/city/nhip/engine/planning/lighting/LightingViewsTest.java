package city.nhip.engine.planning.lighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.scenarios.generator.CitySize;
import city.nhip.scenarios.lighting.SketchedNight;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LightingViewsTest {
  private static final Instant AFTERNOON = SketchedNight.at("2026-11-26T16:40");

  @TempDir static Path folder;

  private static SketchedNight night;
  private static LightingPlan plan;
  private static byte[] artefact;

  @BeforeAll
  static void a_wet_night_is_planned() {
    night = new SketchedNight(CitySize.TINY, folder);
    night.metersReport(AFTERNOON, 0.2);
    Finding rain =
        new Finding("lighting-class-raise", "north", 1, AFTERNOON, AFTERNOON.plusSeconds(9_000));
    LightingPlan problem = night.problem(AFTERNOON, Optional.empty(), rain);
    plan = night.solved(problem, SolveLimits.ofEvaluations(20_000, 1));
    artefact = night.domain.encode(plan);
  }

  @Test
  void the_published_bytes_give_the_same_night_back() {
    LightingPlan read = PublishedNight.read(artefact, night.city);
    assertThat(night.domain.encode(read)).isEqualTo(artefact);
    assertThat(read.problem().objective(read.levels()))
        .isEqualTo(plan.problem().objective(plan.levels()));
  }

  @Test
  void fewer_programs_cost_more_and_keep_every_limit() {
    LightingPlan read = PublishedNight.read(artefact, night.city);
    ProgramSet few = ProgramSet.of(read, 4);
    List<ProgramSet.Step> curve = few.curve();
    int reached = curve.get(curve.size() - 1).programs();
    assertThat(reached).isLessThan(curve.get(0).programs());
    assertThat(few.groups()).hasSize(reached);
    assertThat(LightingScore.of(few.plan()).feasible()).isTrue();
    double told = curve.get(curve.size() - 1).extraVnd();
    long before = read.problem().objective(read.levels());
    long after = read.problem().objective(few.plan().levels());
    assertThat(told).isCloseTo((after - before) / 1_000.0, within(0.01)).isNotNegative();
  }

  @Test
  void the_export_names_every_group_once_and_every_program_that_it_uses() {
    TalqView.Export export =
        (TalqView.Export) new TalqView().of(artefact, night.city, Map.of("programs", "6"));
    List<String> members =
        export.groups().stream()
            .flatMap(group -> group.members().stream())
            .map(TalqView.Reference::address)
            .toList();
    assertThat(members)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            plan.problem().groups().stream().map(ControlGroup::id).toList());
    Set<String> programs =
        export.controlPrograms().stream()
            .map(TalqView.ControlProgram::id)
            .collect(Collectors.toSet());
    assertThat(export.calendars())
        .allSatisfy(
            calendar -> {
              assertThat(programs).contains(calendar.defaultProgram());
              assertThat(programs).contains(calendar.rules().get(0).program());
            });
    assertThatThrownBy(() -> new TalqView().of(artefact, night.city, Map.of("programs", "few")))
        .hasMessageContaining("1 or more");
  }

  @Test
  void each_group_says_why_with_its_finding() {
    @SuppressWarnings("unchecked")
    List<GroupsView.Group> groups =
        (List<GroupsView.Group>)
            new GroupsView(new PublishedNight()).of(artefact, night.city, Map.of());
    assertThat(groups).hasSize(plan.levels().length);
    assertThat(groups)
        .filteredOn(group -> group.zone().equals("north"))
        .allSatisfy(
            group -> {
              GroupsView.Run first = group.runs().get(0);
              assertThat(first.finding())
                  .get()
                  .extracting(Finding::kind)
                  .isEqualTo("lighting-class-raise");
              assertThat(first.why().en()).contains("wet roads");
            });
    assertThat(groups).allSatisfy(group -> assertThat(group.oneClassLessVnd()).isNotNegative());
    assertThat(groups.stream().mapToDouble(GroupsView.Group::kilowattHours).sum())
        .isCloseTo(NightFigures.of(plan).kilowattHours(), within(0.01));
  }

  @Test
  void slots_sum_to_the_nights_energy_and_loads_stay_below_caps() {
    LoadsView.Loads loads =
        (LoadsView.Loads) new LoadsView(new PublishedNight()).of(artefact, night.city, Map.of());
    assertThat(loads.slots().stream().mapToDouble(LoadsView.Slot::kilowattHours).sum())
        .isCloseTo(NightFigures.of(plan).kilowattHours(), within(0.01));
    assertThat(loads.cabinets())
        .allSatisfy(
            cabinet -> {
              for (int t = 0; t < cabinet.capWatts().length; t++) {
                assertThat(cabinet.loadWatts()[t]).isLessThanOrEqualTo(cabinet.capWatts()[t]);
              }
            });
  }

  @Test
  void indicators_follow_the_standards_formulas() {
    IndicatorsView.Indicators indicators =
        (IndicatorsView.Indicators) new IndicatorsView().of(artefact, night.city, Map.of());
    IndicatorsView.Row city = indicators.city();
    double luxArea = 0;
    double watts = 0;
    for (LightingNetwork.Group group : plan.setting().network().groups()) {
      GroupLamps lamps =
          new GroupLamps(plan.setting().network(), group, 0, plan.setting().grid().evening());
      watts += lamps.watts()[8];
      luxArea += lamps.centilux()[8] / 100.0 * group.areaSquareMetres();
    }
    assertThat(city.powerDensity()).isCloseTo(1_000 * watts / luxArea, within(0.01));
    assertThat(indicators.hoursAYear()).isBetween(4_200.0, 4_500.0);
    assertThat(city.annualEnergyPlanned()).isLessThan(city.annualEnergyFull());
  }

  @Test
  void a_pinned_group_keeps_its_program() {
    LightingPlan pinned =
        night.domain.pin(plan, Set.of(plan.problem().groups().get(3).id())).orElseThrow();
    LightingPlan again = night.solved(pinned, SolveLimits.ofEvaluations(5_000, 9));
    assertThat(again.levels()[3]).isEqualTo(plan.levels()[3]);
  }

  @Test
  void an_order_holds_while_it_lasts() {
    LightingNetwork network = plan.setting().network();
    LightingCalendar calendar = plan.setting().files().calendar();
    LightingCalendar.Override order =
        new LightingCalendar.Override(
            "festival",
            network.groups().get(0).id(),
            "at-least-percent",
            100,
            SketchedNight.at("2026-11-26T20:00"),
            SketchedNight.at("2026-11-26T22:00"),
            new city.nhip.engine.city.Localized("Lễ hội", "Festival"));
    NightSetting setting = plan.setting();
    LightingFiles files =
        new LightingFiles(
            network,
            new LightingCalendar(
                calendar.onAfterSunsetMinutes(),
                calendar.offBeforeSunriseMinutes(),
                calendar.profiles(),
                List.of(order)),
            setting.files().tariffs(),
            setting.files().supplies());
    LightingPlan ordered =
        NightProblem.of(
            new NightSetting(
                setting.city(),
                setting.scope(),
                files,
                setting.grid(),
                setting.findings(),
                setting.fresh(),
                setting.limits(),
                setting.past(),
                setting.supply(),
                List.of()));
    byte[] levels = night.solved(ordered, SolveLimits.ofEvaluations(10_000, 1)).levels()[0];
    for (int t = 10; t < 18; t++) { // 20:00 is the tenth quarter after 17:30.
      assertThat(levels[t]).isEqualTo((byte) 8);
    }
    assertThat(levels[levels.length / 2 + 8]).isLessThan((byte) 8);
  }
}
