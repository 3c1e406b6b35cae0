package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.Localized;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BottleneckTest {
  @Test
  void the_fullest_lane_is_named_with_what_it_is_under_the_other_plan() {
    SignalPlan plan = SignalPlan.today(Crossings.with(900, 100));
    IntersectionTiming crossing = plan.intersections().get(0);
    Intersection site = crossing.site();
    Timing shorter = Timing.of(site, 0, List.of(new Timing.Green(0, 20), new Timing.Green(1, 62)));

    String words =
        SignalReason.bottleneck(crossing, shorter, new Localized("kế hoạch cố định", "fixed plan"))
            .en();

    assertThat(words).startsWith("Bottleneck: A, a lane of main: degree of saturation ");
    double[] figures =
        Pattern.compile("\\d\\.\\d\\d")
            .matcher(words)
            .results()
            .mapToDouble(found -> Double.parseDouble(found.group()))
            .toArray();
    assertThat(figures[0]).isEqualTo(Math.round(100 * crossing.worstSaturation()) / 100.0);
    assertThat(figures[1]).isGreaterThan(2 * figures[0]);
  }
}
