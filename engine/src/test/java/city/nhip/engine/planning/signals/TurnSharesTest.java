package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.nhip.engine.planning.signals.SignalSites.Approach;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Shares are found again in the counts of vehicles that turn by them. */
class TurnSharesTest {
  static final Map<String, double[]> TRUTH =
      Map.of(
          "A:W", new double[] {0.15, 0.62, 0.23},
          "A:N", new double[] {0.45, 0.35, 0.2},
          "A:S", new double[] {0.3, 0.4, 0.3},
          "B:E", new double[] {0.1, 0.75, 0.15},
          "B:N", new double[] {0.2, 0.5, 0.3},
          "B:S", new double[] {0.25, 0.55, 0.2});
  static final SignalSites CONFIGURED =
      TwoJunctions.file(
          Map.of("A:W", new double[] {0.1, 0.8, 0.1}, "B:E", new double[] {0.1, 0.8, 0.1}), 1_800);
  static final SignalSites TRUE = TwoJunctions.file(TRUTH, 1_800);

  private static Map<String, List<Estimate>> estimates(
      Map<String, List<JournaledReading>> readings) {
    Map<String, CountedFlow> flows = new HashMap<>();
    readings.forEach((id, all) -> flows.put(id, new CountedFlow(all)));
    Map<String, Approach> known = new HashMap<>();
    CONFIGURED
        .intersections()
        .forEach(site -> site.approaches().forEach(it -> known.put(it.id(), it)));
    Map<String, List<Estimate>> found = new TreeMap<>();
    CONFIGURED.intersections().forEach(site -> found.putAll(TurnShares.of(site, flows, known)));
    return found;
  }

  /** Of the turns whose other end is counted: of the others only the rest is known. */
  @Test
  void the_interval_holds_the_true_share_in_about_95_of_100_cases() {
    int held = 0;
    int all = 0;
    double off = 0;
    for (int seed = 0; seed < 30; seed++) {
      Map<String, List<Estimate>> found = estimates(DrivenCounts.of(TRUE, 7, seed));
      assertThat(found.keySet()).isEqualTo(TRUTH.keySet());
      for (Map.Entry<String, List<Estimate>> one : found.entrySet()) {
        for (int k = 0; k < 3; k++) {
          Estimate it = one.getValue().get(k);
          if (it.counts() > 0) {
            double truth = share(one.getKey(), k);
            held += it.holds(truth) ? 1 : 0;
            off += it.value() - truth;
            all++;
          }
        }
      }
    }

    assertThat(all).isEqualTo(30 * 6);
    assertThat((double) held / all).isBetween(0.88, 0.99);
    assertThat(off / all).as("mean error").isEqualTo(0, within(0.03));
  }

  private static double share(String approach, int turn) {
    return TRUTH.getOrDefault(approach, new double[3])[turn];
  }

  @Test
  void shares_sum_to_one_and_none_is_negative_whatever_was_counted() {
    for (int seed = 0; seed < 6; seed++) {
      Map<String, List<JournaledReading>> counts = DrivenCounts.of(TRUE, 2, seed);
      Map<String, List<JournaledReading>> swapped = new HashMap<>(counts);
      swapped.put("B:W", counts.getOrDefault("B:E", List.of()));
      swapped.put(
          "A:E",
          scaled(counts.getOrDefault("A:E", List.of()), it -> 5_000 - 2 * it.reading().value()));
      for (Map<String, List<JournaledReading>> any : List.of(counts, swapped)) {
        assertThat(estimates(any)).isNotEmpty();
        estimates(any)
            .values()
            .forEach(
                turns -> {
                  assertThat(turns.stream().mapToDouble(Estimate::value).sum())
                      .isEqualTo(1, within(1e-9));
                  assertThat(turns).allMatch(it -> it.value() >= 0);
                });
      }
    }
  }

  @Test
  void a_silent_detector_ahead_tells_nothing_of_those_who_drive_to_it() {
    Map<String, List<JournaledReading>> counts = DrivenCounts.of(TRUE, 7, 1);
    counts.remove("B:W");

    assertThat(estimates(counts)).containsOnlyKeys("B:E", "B:N", "B:S");
  }

  @Test
  void a_detector_that_falls_silent_for_days_leaves_the_other_days() {
    Map<String, List<JournaledReading>> counts = DrivenCounts.of(TRUE, 7, 1);
    List<JournaledReading> all = counts.getOrDefault("A:W", List.of());
    counts.put("A:W", all.subList(0, all.size() / 2));

    assertThat(estimates(counts).getOrDefault("A:W", List.of()).get(1).counts())
        .isBetween(300, 340);
  }

  @Test
  void counts_of_a_few_hours_tell_nothing() {
    Map<String, List<JournaledReading>> counts = DrivenCounts.of(TRUE, 1, 1);
    counts.replaceAll((id, all) -> all.subList(0, 60));

    assertThat(estimates(counts)).isEmpty();
  }

  @Test
  void counts_that_follow_the_days_curve_without_chance_tell_nothing() {
    Map<String, List<JournaledReading>> counts = DrivenCounts.of(TRUE, 7, 1);
    counts.replaceAll((id, all) -> scaled(all, it -> curve(it.reading().observedAt())));

    assertThat(estimates(counts)).isEmpty();
  }

  private static double curve(Instant at) {
    return 800 * (1.5 + Math.sin(at.getEpochSecond() / 3_600.0 * Math.PI / 12));
  }

  private static List<JournaledReading> scaled(
      List<JournaledReading> readings, ToDoubleFunction<JournaledReading> flow) {
    return readings.stream()
        .map(
            it ->
                new JournaledReading(
                    it.id(),
                    it.zone(),
                    it.receivedAt(),
                    new Reading(
                        "test",
                        it.reading().device(),
                        "trafficFlow",
                        it.reading().observedAt(),
                        flow.applyAsDouble(it),
                        "veh/h")))
        .toList();
  }
}
