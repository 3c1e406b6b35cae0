package city.nhip.engine.planning.signals;

import java.util.List;

/**
 * A microscopic simulator in which plans are tried before one is given out: slower than the queue
 * model and nearer to the street.
 */
public interface Microsimulation {
  /** No intersection. */
  int ELSEWHERE = -1;

  /**
   * How one run went.
   *
   * @param delay seconds lost by a vehicle due, the mean, without what follows
   * @param caughtSeconds what it costs beside, alike, that vehicles stood in each other's way for
   *     good; 0 where none did
   * @param stuckAt index of the intersection inside which they did, or {@link #ELSEWHERE}
   */
  record Run(double delay, double caughtSeconds, int stuckAt) {
    boolean clear() {
      return caughtSeconds == 0;
    }
  }

  /**
   * What a plan does in some of the simulator's runs. A run is the same traffic, down to each
   * driver's chances, for every plan.
   *
   * @param plan one timing an intersection, in the network's order
   * @param from first run, from 0
   * @param to run before which it ends
   */
  List<Run> runs(List<Timing> plan, int from, int to);
}
