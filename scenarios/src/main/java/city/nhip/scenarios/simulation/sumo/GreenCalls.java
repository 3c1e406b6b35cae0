package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.SignalNetwork.Movement;
import city.nhip.scenarios.instance.signals.SumoLoops;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who has come over the loops before the stop lines in the last seconds. */
final class GreenCalls {
  /** A longer gap than this ends a green, seconds. */
  private static final int GAP = 3;

  private final SignalNetwork network;
  private final SumoLoops loops;
  private final List<String> ids;
  private final int[] since;

  GreenCalls(SignalNetwork network, SumoLoops loops) {
    this.network = network;
    this.loops = loops;
    ids = loops.ofApproach().stream().filter(id -> !id.isEmpty()).distinct().toList();
    since = new int[ids.size()];
    Arrays.fill(since, GAP);
  }

  /** Reads the loops after a step of a second. */
  void read(Traci traci) {
    List<List<String>> over = traci.over(ids);
    for (int loop = 0; loop < since.length; loop++) {
      since[loop] = over.get(loop).isEmpty() ? since[loop] + 1 : 0;
    }
  }

  /**
   * @return whether on a lane that goes first in a site's state somebody has come
   */
  boolean called(int site, String state) {
    List<Integer> seen = new ArrayList<>();
    for (int m = 0; m < network.movements().size(); m++) {
      Movement it = network.movements().get(m);
      if (it.intersection() == site && state.charAt(it.signal()) == 'G' && !it.minor()) {
        seen.add(ids.indexOf(loops.ofApproach().get(m)));
      }
    }
    return seen.stream().anyMatch(loop -> loop >= 0 && since[loop] < GAP);
  }
}
