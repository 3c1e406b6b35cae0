package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.signals.GreenShares.Part;
import city.nhip.engine.planning.signals.GreenShares.Shown;
import city.nhip.engine.planning.signals.SaturationFlow.Observed;
import city.nhip.engine.planning.signals.SignalSites.Approach;
import city.nhip.engine.planning.signals.SignalSites.Site;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A lane for left turns of a fifth, one for the rest, green for half of the cycle; half a unit
 * each.
 */
class SaturationFlowTest {
  private static final Site SITE = TwoJunctions.file(Map.of(), 1_800).intersections().get(0);
  private static final Approach APPROACH = SITE.approaches().get(0);
  private static final GreenShares HALF = new GreenShares(List.of(green(Instant.EPOCH, 50, "G")));

  private static GreenShares.Span green(Instant from, int seconds, String letter) {
    List<Part> parts = List.of(new Part(seconds, letter), new Part(100 - seconds, "r"));
    return new GreenShares.Span(from, Instant.MAX, Map.of("A", new Shown(List.of("E"), parts)));
  }

  private static TreeMap<Long, Observed> queue(int intervals, double saturationFlow, long seed) {
    Random random = new Random(seed);
    TreeMap<Long, Observed> all = new TreeMap<>();
    for (int i = 0; i < intervals; i++) {
      double noise = 1 + 0.08 * random.nextGaussian();
      all.put(300_000L * i, new Observed(saturationFlow * 0.5 / 0.8 / 0.5 * noise, 70));
    }
    return all;
  }

  private static Optional<Estimate> measured(TreeMap<Long, Observed> intervals) {
    return SaturationFlow.of(SITE, APPROACH, HALF, intervals, 0.5);
  }

  @Test
  void the_interval_holds_the_true_flow_in_about_95_of_100_cases() {
    int held = 0;
    double sum = 0;
    for (int seed = 0; seed < 400; seed++) {
      double truth =
          1_800 * (1 + 0.15 * Math.max(-2.5, Math.min(2.5, new Random(~seed).nextGaussian())));
      Estimate it = measured(queue(14, truth, seed)).orElseThrow();
      held += it.holds(truth) ? 1 : 0;
      sum += it.value() - truth;
    }

    assertThat(held / 400.0).isBetween(0.9, 0.99);
    assertThat(sum / 400).isEqualTo(0, within(20.0));
  }

  @Test
  void many_intervals_outweigh_what_is_configured() {
    Estimate it = measured(queue(100, 1_200, 1)).orElseThrow();

    assertThat(it.value()).isEqualTo(1_200, within(40.0));
    assertThat(it.differs()).isTrue();
    assertThat(it.counts()).isEqualTo(98);
  }

  @Test
  void intervals_that_something_ahead_blocked_do_not_move_the_median_far() {
    TreeMap<Long, Observed> blocked = queue(40, 1_700, 1);
    for (long i = 0; i < 8; i++) {
      blocked.put(300_000L * i, new Observed(300, 80));
    }

    assertThat(measured(blocked).orElseThrow().value()).isEqualTo(1_700, within(100.0));
  }

  @Test
  void a_queue_must_have_stood_before_and_after_an_interval_too() {
    TreeMap<Long, Observed> broken = queue(60, 1_700, 1);
    for (long i = 0; i < 60; i += 3) {
      broken.put(300_000L * i, new Observed(1_000, 20));
    }

    assertThat(measured(broken)).isEmpty();
    assertThat(measured(queue(7, 1_700, 1))).as("five between others").isEmpty();
    assertThat(measured(queue(8, 1_700, 1))).as("six between others").isPresent();
    assertThat(measured(new TreeMap<>())).isEmpty();
  }

  @Test
  void a_flow_that_no_drivers_make_is_a_blocked_way_out_or_a_stuck_detector() {
    assertThat(measured(queue(100, 800, 1))).isEmpty();
    assertThat(measured(queue(100, 2_800, 1))).isEmpty();
  }

  @Test
  void a_lane_in_which_drivers_wait_for_a_gap_tells_nothing() {
    Site yielding =
        new Site(
            "A",
            "zone",
            new Localized("A", "A"),
            SITE.position(),
            "",
            3,
            2,
            List.of(
                new SignalSites.Group(
                    "E", "vehicle", "A:E", List.of("left", "through"), 5, 0, List.of("W")),
                new SignalSites.Group("W", "vehicle", "A:W", List.of("through"), 5, 0, List.of())),
            List.of(),
            List.of(),
            SITE.stages().subList(0, 1),
            new SignalSites.FixedPlan(100, 0, SITE.fixedPlan().stages().subList(0, 1)),
            SITE.approaches());
    GreenShares gaps = new GreenShares(List.of(green(Instant.EPOCH, 50, "g")));

    assertThat(SaturationFlow.of(yielding, APPROACH, gaps, queue(100, 1_700, 1), 0.5)).isEmpty();
  }

  @Test
  void what_passes_under_each_plan_is_taken_over_that_plan_s_own_greens() {
    TreeMap<Long, Observed> queue = queue(40, 1_700, 1);
    Instant changed = Instant.ofEpochMilli(300_000L * 20 + 60_000);
    // the later plan gives half of that green: half as many pass
    queue.tailMap(changed.toEpochMilli()).replaceAll((end, it) -> new Observed(it.flow() / 2, 70));

    Estimate both =
        SaturationFlow.of(
                SITE,
                APPROACH,
                new GreenShares(List.of(green(changed, 25, "G"), green(Instant.EPOCH, 50, "G"))),
                queue,
                0.5)
            .orElseThrow();

    double oneAllDay = measured(queue(40, 1_700, 1)).orElseThrow().value();
    assertThat(both.value()).isEqualTo(oneAllDay, within(20.0));
    assertThat(both.counts()).as("without the interval in which plans changed").isEqualTo(37);
  }
}
