package city.nhip.engine.planning.lighting;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The shared limits that a plan breaks.
 *
 * @param rows how many rows of them; 0 is feasible
 */
record Broken(int rows, int[] sums, Pair[] pairs, Crossing[] crossings) {
  /** One look at a whole plan. */
  static Broken of(NightLayout night, LightState state, Workers workers) {
    int[] inSums = new int[night.sums.length];
    int[] inPairs = new int[night.pairs.length];
    int[] inCrossings = new int[night.crossings.length];
    workers.each(inSums.length, (worker, s) -> inSums[s] = state.brokenRows(s));
    workers.each(inPairs.length, (worker, p) -> inPairs[p] = state.brokenSlots(night.pairs[p]));
    workers.each(
        inCrossings.length, (worker, c) -> inCrossings[c] = state.brokenSlots(night.crossings[c]));
    return new Broken(
        sum(inSums) + sum(inPairs) + sum(inCrossings),
        where(inSums).toArray(),
        where(inPairs).mapToObj(p -> night.pairs[p]).toArray(Pair[]::new),
        where(inCrossings).mapToObj(c -> night.crossings[c]).toArray(Crossing[]::new));
  }

  private static int sum(int[] counts) {
    return Arrays.stream(counts).sum();
  }

  private static IntStream where(int[] counts) {
    return IntStream.range(0, counts.length).filter(i -> counts[i] > 0);
  }
}
