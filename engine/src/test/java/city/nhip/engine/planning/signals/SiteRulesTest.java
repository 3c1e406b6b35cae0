package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.planning.signals.SignalSites.Clearance;
import city.nhip.engine.planning.signals.SignalSites.Group;
import city.nhip.engine.planning.signals.SignalSites.Pair;
import city.nhip.engine.planning.signals.SignalSites.Site;
import city.nhip.engine.planning.signals.SignalSites.StageGreen;
import city.nhip.engine.planning.signals.SignalSites.StageSite;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two streets and a walkers' crossing over one of them; 3 s of yellow, 2 s of all-red. */
class SiteRulesTest {
  private static final StageSite MAIN = new StageSite("main", List.of("A", "P"), List.of());
  private static final StageSite SIDE = new StageSite("side", List.of("B"), List.of());
  private static final List<StageGreen> FIXED =
      List.of(new StageGreen("main", 30), new StageGreen("side", 30));

  private static Group street(String id) {
    return new Group(id, "vehicle", "X:" + id, List.of("through"), 5, 0, List.of());
  }

  private static Site site(
      int aToB, int walkersClear, List<StageSite> stages, List<StageGreen> fixed) {
    Site site =
        new Site(
            "X",
            "zone",
            new Localized("X", "X"),
            new Position(11, 106),
            "",
            3,
            2,
            List.of(
                street("A"),
                street("B"),
                new Group("P", "pedestrian", "", List.of(), 6, 9, List.of())),
            List.of(new Pair("A", "B"), new Pair("P", "B")),
            List.of(
                new Clearance("A", "B", aToB),
                new Clearance("B", "A", 5),
                new Clearance("P", "B", walkersClear),
                new Clearance("B", "P", 5)),
            stages,
            new SignalSites.FixedPlan(70, 0, fixed),
            List.of());
    return new SignalSites(TrafficMix.CARS, 1, List.of(site)).intersections().get(0);
  }

  @Test
  void pedestrians_wait_for_the_red_that_they_come_into() {
    Intersection site = CityIntersections.of(site(5, 9, List.of(MAIN, SIDE), FIXED), 1, Set.of());
    int walkers = site.signals().indexOf("P");
    // 9 m at 1 m/s less yellow and all-red: 26 of 70 s are green
    assertThat(site.walkers()).containsExactly(walkers);
    assertThat(site.walkerWait(walkers, site.today())).isCloseTo(44.0 * 44 / 140, within(1e-9));
  }

  @Test
  void a_clearance_that_no_plan_can_keep_is_told_when_the_file_is_read() {
    assertThatThrownBy(() -> site(6, 9, List.of(MAIN, SIDE), FIXED))
        .hasMessage(
            "X: the clearance from A to B of 6 s is longer than yellow and all-red together, 5 s."
                + " Correct it.");
  }

  @Test
  void stages_that_let_a_conflict_go_at_once_or_leave_out_a_group_are_told() {
    StageSite both = new StageSite("both", List.of("A", "B"), List.of());

    assertThatThrownBy(() -> site(5, 9, List.of(MAIN, SIDE, both), FIXED))
        .hasMessageContaining("stage both lets A and B go at once");
    assertThatThrownBy(() -> site(5, 9, List.of(MAIN), FIXED.subList(0, 1)))
        .hasMessageContaining("no stage serves group B");
    assertThatThrownBy(() -> site(5, 9, List.of(MAIN, SIDE), List.of()))
        .hasMessageContaining("the fixed plan runs no stage");
  }

  @Test
  void walkers_leave_as_early_as_the_file_s_clearance_or_their_way_across_asks() {
    assertThat(walkCut(site(5, 9, List.of(MAIN, SIDE), FIXED))).isEqualTo(9 - 5);
    assertThat(walkCut(site(5, 12, List.of(MAIN, SIDE), FIXED))).isEqualTo(12 - 5);
  }

  private static int walkCut(Site site) {
    return CityIntersections.of(site, 1.0, Set.of()).stages().get(0).walkCut();
  }
}
