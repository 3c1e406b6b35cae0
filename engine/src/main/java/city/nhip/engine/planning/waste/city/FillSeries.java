package city.nhip.engine.planning.waste.city;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One sensor's readings, oldest first, cut where the container was emptied.
 *
 * @param filling those since it was last emptied
 * @param emptyings how often it was emptied within the readings
 */
public record FillSeries(List<Level> all, List<Level> filling, int emptyings) {
  /** A fall of so many points is an emptying, not noise. */
  static final double EMPTIED = 20;

  /** Readings so high say only that the container is full. */
  static final double FULL = 99.5;

  private static final int STUCK_READINGS = 6;
  private static final Duration STUCK_FOR = Duration.ofHours(5);
  private static final int ERRATIC_EMPTYINGS = 4;
  private static final double HOUR = 3_600_000;

  public record Level(Instant at, double percent) {}

  /**
   * @param median % an hour
   * @param slow tenth percentile of the slopes
   * @param fast ninetieth percentile
   */
  public record Slope(double median, double slow, double fast) {}

  static FillSeries of(List<Level> levels) {
    int start = 0;
    int emptyings = 0;
    for (int i = 1; i < levels.size(); i++) {
      if (levels.get(i - 1).percent() - levels.get(i).percent() >= EMPTIED) {
        start = i;
        emptyings++;
      }
    }
    return new FillSeries(
        List.copyOf(levels), List.copyOf(levels.subList(start, levels.size())), emptyings);
  }

  Level newest() {
    return all.get(all.size() - 1);
  }

  /** Falls again and again: no crew comes so often. */
  boolean erratic() {
    return emptyings >= ERRATIC_EMPTYINGS;
  }

  /** The newest readings are all the same, over hours; a full container may stay full. */
  boolean stuck() {
    double value = newest().percent();
    int first = all.size();
    while (first > 0 && all.get(first - 1).percent() == value) {
      first--;
    }
    return value > 0
        && value < FULL
        && all.size() - first >= STUCK_READINGS
        && Duration.between(all.get(first).at(), newest().at()).compareTo(STUCK_FOR) >= 0;
  }

  /**
   * The median of the slopes between all pairs of readings at least an hour apart (Theil-Sen): one
   * reading in four may be wrong and does not matter. Null-free: no slope where there are under
   * three readings.
   */
  List<Slope> slope() {
    List<Level> rising = new ArrayList<>();
    for (Level level : filling) {
      rising.add(level);
      if (level.percent() >= FULL) {
        break;
      }
    }
    if (rising.size() < 3) {
      return List.of();
    }
    List<Double> slopes = new ArrayList<>();
    for (int i = 0; i < rising.size(); i++) {
      for (int j = i + 1; j < rising.size(); j++) {
        double hours = Duration.between(rising.get(i).at(), rising.get(j).at()).toMillis() / HOUR;
        if (hours >= 0.9) {
          slopes.add((rising.get(j).percent() - rising.get(i).percent()) / hours);
        }
      }
    }
    if (slopes.size() < 3) {
      return List.of();
    }
    double[] sorted = slopes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return List.of(new Slope(quantile(sorted, 0.5), quantile(sorted, 0.1), quantile(sorted, 0.9)));
  }

  static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int low = (int) at;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return quantile(sorted, 0.5);
  }
}
