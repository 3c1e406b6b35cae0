package city.nhip.scenarios.instance.signals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Inside which intersection a lane of a SUMO network lies. */
public final class SumoJunctions {
  private final Map<String, Integer> siteOfJunction = new HashMap<>();

  private SumoJunctions() {}

  public static SumoJunctions of(Path netFile) {
    SumoNet net = SumoNet.read(netFile);
    List<String> signals = new ArrayList<>(net.programs.keySet());
    SumoJunctions junctions = new SumoJunctions();
    for (SumoNet.Connection it : net.connections) {
      SumoNet.Edge from = net.edges.get(it.from());
      if (from != null && signals.contains(it.signal())) {
        junctions.siteOfJunction.put(from.to(), signals.indexOf(it.signal()));
      }
    }
    return junctions;
  }

  /**
   * @param lane SUMO's id of it; those inside a junction are called {@code :junction_number_lane}
   * @return the intersection's index in the order of the network's programs; -1 where the lane lies
   *     on a street or in a junction without signals
   */
  public int site(String lane) {
    int end = lane.lastIndexOf('_', lane.lastIndexOf('_') - 1);
    return lane.startsWith(":") && end > 0
        ? siteOfJunction.getOrDefault(lane.substring(1, end), -1)
        : -1;
  }
}
