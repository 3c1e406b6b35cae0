package city.nhip.engine.planning.signals;

import java.util.Arrays;

/**
 * What one run of the queue model came to, movement by movement and lane by lane. Mutable; written
 * by its model alone.
 */
final class QueueTally {
  private final long[] stops;
  private final long[] otherDelay;
  private final long[] otherStops;
  private final int[] longest;

  QueueTally(LaneGraph graph) {
    stops = new long[graph.fromLane.length];
    otherDelay = new long[graph.travel.length];
    otherStops = new long[graph.travel.length];
    longest = new int[graph.lanes];
  }

  void reset() {
    Arrays.fill(stops, 0);
    Arrays.fill(otherDelay, 0);
    Arrays.fill(otherStops, 0);
    Arrays.fill(longest, 0);
  }

  void stopped(int movement) {
    stops[movement]++;
  }

  /** Somebody waited on a link for something else than a movement: to come in, to change lanes. */
  void waited(int link, int millis, boolean stopped) {
    otherDelay[link] += millis;
    otherStops[link] += stopped ? 1 : 0;
  }

  void stands(int lane, int vehicles) {
    longest[lane] = Math.max(longest[lane], vehicles);
  }

  long stops(int movement) {
    return stops[movement];
  }

  long otherDelayMillis(int link) {
    return otherDelay[link];
  }

  long otherStops(int link) {
    return otherStops[link];
  }

  /** Vehicles that stood in a lane at once, at most. */
  int longestQueue(int lane) {
    return longest[lane];
  }
}
