package city.nhip.engine.planning.signals;

import java.util.List;

/**
 * A microscopic simulator in which plans are tried before one is given out: slower than the queue
 * model and nearer to the street.
 */
public interface Microsimulation {
  /**
   * What a plan does in some of the simulator's runs. A run is the same traffic, down to each
   * driver's chances, for every plan.
   *
   * @param plan one timing an intersection, in the network's order
   * @param from first run, from 0
   * @param to run before which it ends
   * @return seconds lost by a vehicle due, the mean of each run; gridlock included
   */
  List<Double> delays(List<Timing> plan, int from, int to);
}
