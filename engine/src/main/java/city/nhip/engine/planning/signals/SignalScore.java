package city.nhip.engine.planning.signals;

import java.util.List;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/**
 * The constraints once more as plain sums, for comparing whole plans outside a solve. Tests hold it
 * equal to {@link SignalConstraints}.
 */
final class SignalScore {
  private SignalScore() {}

  /**
   * @param outcome of the timings
   */
  static HardMediumSoftLongScore of(SignalPlan plan, List<Timing> timings, Outcome outcome) {
    SignalPlan candidate = plan.with(timings);
    long soft = outcome.cost();
    for (IntersectionTiming it : candidate.intersections()) {
      soft += SignalConstraints.SECONDS_A_PERMILLE * it.excessSaturation();
    }
    return HardMediumSoftLongScore.of(-broken(candidate), 0, -soft);
  }

  /** What hard constraints the plan breaks, and by how much. */
  static long broken(SignalPlan plan) {
    long hard = 0;
    List<IntersectionTiming> all = plan.intersections();
    for (int i = 0; i < all.size(); i++) {
      IntersectionTiming it = all.get(i);
      hard += broken(it);
      for (IntersectionTiming other : all.subList(i + 1, all.size())) {
        if (!it.site().coordination().isEmpty()
            && it.site().coordination().equals(other.site().coordination())) {
          hard += Math.abs(it.timing().cycle() - other.timing().cycle());
        }
      }
    }
    return hard;
  }

  private static long broken(IntersectionTiming it) {
    Timing timing = it.timing();
    long broken = it.site().shownTogether(timing).size() + it.site().unserved(timing).size();
    broken += it.site().startsElsewhere(timing) ? 1 : 0;
    broken += it.site().newYellowTraps(timing).size();
    int sum = it.site().lostTime(timing.greens());
    for (Timing.Green green : timing.greens()) {
      Stage stage = it.site().stages().get(green.stage());
      broken += Math.max(0, stage.minimumGreen() - green.seconds());
      sum += green.seconds();
    }
    broken += Math.abs(sum - timing.cycle());
    return broken + it.site().outsideRange(timing.cycle());
  }
}
