package city.nhip.scenarios.instance.signals;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.signals.Intersection.Conflict;
import city.nhip.engine.planning.signals.Stage;
import city.nhip.engine.planning.signals.Step;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SumoStandoffsTest {
  private static Stage own(int index, String state, String ending) {
    return new Stage(
        Integer.toString(index),
        state,
        5,
        3,
        0,
        0,
        List.of(),
        true,
        List.of(new Step(index, "yellow", 3, ending)));
  }

  private static List<String> states(List<Stage> stages) {
    return stages.stream().map(Stage::state).toList();
  }

  @Test
  void the_one_that_goes_in_other_stages_waits() {
    List<Stage> stages = List.of(own(0, "Ggg", "yyy"), own(1, "rgr", "ryr"), own(2, "rrG", "rry"));

    List<Stage> resolved = SumoStandoffs.resolved(stages, Set.of(new Conflict(1, 2)));

    assertThat(states(resolved)).containsExactly("Grg", "rgr", "rrG");
  }

  @Test
  void where_neither_goes_elsewhere_each_has_a_stage() {
    List<Stage> stages = List.of(own(0, "Ggg", "yyy"), own(1, "Grr", "yrr"));

    List<Stage> resolved = SumoStandoffs.resolved(stages, Set.of(new Conflict(1, 2)));

    assertThat(states(resolved)).containsExactly("Grg", "Grr", "Ggr");
  }

  @Test
  void an_ending_of_the_site_s_own_is_kept_where_nothing_about_it_changed() {
    List<Stage> stages =
        List.of(
            own(0, "Grr", "yrr"), own(1, "rGr", "ryr"), own(2, "rgg", "ryy"), own(3, "rGr", "rgr"));

    List<Stage> resolved = SumoStandoffs.resolved(stages, Set.of(new Conflict(1, 2)));

    assertThat(resolved.stream().map(Stage::keepsEnding)).containsExactly(true, false, false, true);
  }

  @Test
  void who_has_the_right_of_way_may_go_beside_who_yields() {
    List<Stage> stages = List.of(own(0, "GGg", "yyy"), own(1, "rgr", "ryr"));

    assertThat(SumoStandoffs.resolved(stages, Set.of(new Conflict(1, 2)))).isEqualTo(stages);
  }
}
