package city.nhip.scenarios.instance.signals;

import java.nio.file.Path;
import java.util.List;

/**
 * The lanes that one signal of a SUMO network lets through.
 *
 * @param signal the tlLogic's id
 * @param index its letter in the states
 * @param from SUMO's id of the lane before the stop line
 * @param to SUMO's id of the lane behind the junction
 */
public record SumoSignalLane(String signal, int index, String from, String to) {
  /** Those of every signal that cars look at. */
  public static List<SumoSignalLane> of(Path netFile) {
    SumoNet net = SumoNet.read(netFile);
    return net.connections.stream()
        .filter(it -> net.programs.containsKey(it.signal()))
        .filter(it -> carsUse(net, it.from(), it.fromLane()) && carsUse(net, it.to(), it.toLane()))
        .map(
            it ->
                new SumoSignalLane(
                    it.signal(),
                    it.linkIndex(),
                    it.from() + "_" + it.fromLane(),
                    it.to() + "_" + it.toLane()))
        .toList();
  }

  private static boolean carsUse(SumoNet net, String edge, int lane) {
    SumoNet.Edge it = net.edges.get(edge);
    return it != null && it.findPosition(lane).isPresent();
  }
}
