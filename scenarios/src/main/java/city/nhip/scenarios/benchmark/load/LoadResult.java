package city.nhip.scenarios.benchmark.load;

import java.util.Arrays;
import java.util.Locale;

/**
 * What became of a phase.
 *
 * @param sent readings whose batch was answered with 202
 * @param duplicates of them, known before
 * @param refused readings whose batch was answered otherwise, after all repetitions
 * @param seconds from the first batch's due time to the last answer
 * @param acknowledged microseconds from a batch's due time to its answer, in order
 */
public record LoadResult(
    LoadPhase phase,
    long sent,
    long duplicates,
    long refused,
    double seconds,
    long[] acknowledged) {
  public LoadResult {
    acknowledged = acknowledged.clone();
    Arrays.sort(acknowledged);
  }

  /** Milliseconds. */
  double percentile(double share) {
    return acknowledged.length == 0
        ? 0
        : acknowledged[(int) Math.min(acknowledged.length - 1, share * acknowledged.length)] / 1e3;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-8s %7d/s for %3d s  sent %8d  %7.0f/s  drained after %5.1f s  due->202 p50 %6.0f ms  p99 %6.0f ms  refused %d  duplicates %d",
        phase.name(),
        phase.perSecond(),
        phase.seconds(),
        sent,
        sent / seconds,
        Math.max(0, seconds - phase.seconds()),
        percentile(0.5),
        percentile(0.99),
        refused,
        duplicates);
  }
}
