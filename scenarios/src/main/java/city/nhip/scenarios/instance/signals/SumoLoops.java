package city.nhip.scenarios.instance.signals;

import city.nhip.engine.planning.signals.SignalNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Induction loops that count what a signal plan is made from: one behind the stop line of every
 * movement, and one on every lane where vehicles enter the network: on streets that nobody reaches
 * but who turns round at their start. And one before every stop line with a signal, by which a
 * green is ended early.
 *
 * @param ofMovement a loop's id by the network's movement; empty where there is no lane for it
 * @param ofEntry the loops' ids by the network's link; none where vehicles do not enter
 * @param ofApproach a loop's id by the network's movement, for all movements of a lane the same
 *     one; empty without a signal
 * @param file SUMO's additional file
 */
public record SumoLoops(
    List<String> ofMovement, List<List<String>> ofEntry, List<String> ofApproach, String file) {
  /** Behind the place where SUMO lets vehicles in, metres. */
  private static final double ENTRY = 15;

  /** Before the stop line, seconds of free driving. */
  private static final double APPROACH = 2;

  public SumoLoops {
    ofMovement = List.copyOf(ofMovement);
    ofEntry = ofEntry.stream().map(List::copyOf).toList();
    ofApproach = List.copyOf(ofApproach);
  }

  /**
   * @param network as read from this file
   */
  public static SumoLoops of(Path netFile, Path routesFile, SignalNetwork network) {
    SumoNet net = SumoNet.read(netFile);
    SumoLanes lanes = SumoLanes.of(net, SumoDriving.of(SumoDemand.read(routesFile).vehicles));
    StringBuilder xml = new StringBuilder("<additional>\n");
    List<String> ofMovement = new ArrayList<>();
    for (int m = 0; m < lanes.innerLanes.size(); m++) {
      String lane = lanes.innerLanes.get(m);
      ofMovement.add(lane.isEmpty() ? "" : "movement " + m);
      if (!lane.isEmpty()) {
        append(xml, "movement " + m, lane, 0.1);
      }
    }
    Set<Integer> reached =
        network.movements().stream()
            .filter(movement -> !turnsRound(net, network, movement))
            .map(SignalNetwork.Movement::toLink)
            .collect(Collectors.toSet());
    List<List<String>> ofEntry = new ArrayList<>();
    for (int link = 0; link < network.links().size(); link++) {
      List<String> loops = new ArrayList<>();
      SignalNetwork.Link it = network.links().get(link);
      if (!reached.contains(link)) {
        SumoNet.Edge edge = net.edges.get(it.id());
        for (SumoNet.Lane lane : edge == null ? List.<SumoNet.Lane>of() : edge.lanes()) {
          String id = "entry " + link + " " + lane.index();
          loops.add(id);
          append(xml, id, it.id() + "_" + lane.index(), Math.min(ENTRY, lane.length() / 2));
        }
      }
      ofEntry.add(loops);
    }
    List<String> ofApproach = approaches(net, network, xml);
    return new SumoLoops(ofMovement, ofEntry, ofApproach, xml.append("</additional>\n").toString());
  }

  private static boolean turnsRound(
      SumoNet net, SignalNetwork network, SignalNetwork.Movement movement) {
    SumoNet.Edge from = net.edges.get(network.links().get(movement.fromLink()).id());
    SumoNet.Edge to = net.edges.get(network.links().get(movement.toLink()).id());
    return from != null && to != null && to.backFrom(from);
  }

  private static List<String> approaches(SumoNet net, SignalNetwork network, StringBuilder xml) {
    Set<String> known = new HashSet<>();
    List<String> ofApproach = new ArrayList<>();
    for (SignalNetwork.Movement it : network.movements()) {
      SignalNetwork.Link from = network.links().get(it.fromLink());
      SumoNet.Edge edge = it.signal() < 0 ? null : net.edges.get(from.id());
      String id = edge == null ? "" : "approach " + it.fromLink() + " " + it.fromLane();
      ofApproach.add(id);
      if (edge != null && known.add(id)) {
        SumoNet.Lane lane = edge.lanes().get(it.fromLane());
        double before = Math.min(lane.length(), APPROACH * lane.speed());
        append(xml, id, from.id() + "_" + lane.index(), lane.length() - before);
      }
    }
    return ofApproach;
  }

  private static void append(StringBuilder xml, String id, String lane, double position) {
    xml.append(
        String.format(
            Locale.ROOT,
            "    <inductionLoop id=\"%s\" lane=\"%s\" pos=\"%.2f\" freq=\"900\" file=\"NUL\"/>\n",
            id,
            lane,
            position));
  }
}
